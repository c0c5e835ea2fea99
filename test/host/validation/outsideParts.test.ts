import { expect, it } from 'vitest';
import { outsideParts } from '../../../src/host/validation/outsideParts.ts';
import type { PlacedFinding, RelatedPlace } from '../../../src/protocol/answers/findings.ts';
import { openLog } from '../../engine/openLog.ts';

/** What is at each place, and in which line, by the number of its finding; further places in brackets. */
async function check(text: string, expected: readonly string[]): Promise<void> {
  const log = await openLog(text);
  const { findings } = await log.request('placedFindings', { source: 0, limit: 100 });
  const told = outsideParts(findings).map(({ isFurther, line, byteOffset, excerpt }) => {
    expect(new TextEncoder().encode(text).subarray(byteOffset)[0]).toBe(new TextEncoder().encode(excerpt.text)[0]);
    return isFurther ? `(${line} ${excerpt.text})` : `${line} ${excerpt.text}`;
  });
  expect(told).toEqual(expected);
}

it('tells the further faults of a broken record behind the first, each with its text', async () => {
  const good = '{"operationName":"SetCurrentPolicy","resultType":"Success"}';
  await check(`${good}\n{"operationName":'x',"a":NaN,"b":'y'}\n${good}\n{"resultType":tru}\n`, ["2 '", '(2 NaN)', "(2 'y')", '4 }']);
});

it('tells nothing of places within records', async () => {
  await check('{"operationName":"SetCurrentPolicy","a":1,"a":2}', []);
});

it('keeps to the order of the text', () => {
  const place = (byteOffset: number): RelatedPlace => ({
    message: { code: 'x', args: [] },
    pointer: '',
    byteOffset,
    byteLength: 1,
    range: { startLine: byteOffset, startColumn: 0, endLine: byteOffset, endColumn: 1 },
    excerpt: { before: '', text: 'x', after: '', beginsEarlier: false, goesOn: false },
  });
  const finding = (number: number, byteOffset: number, ...further: readonly number[]): PlacedFinding => ({
    ...place(byteOffset),
    ref: { source: 0, finding: number },
    code: 'syntax.invalid',
    severity: 'error',
    record: null,
    related: null,
    recordStart: null,
    relatedRange: null,
    relatedPlaces: further.map(place),
  });
  const parts = outsideParts([finding(0, 50, 60, 70), finding(1, 10, 20)]);
  expect(parts.map((part) => [part.finding, part.isFurther, part.byteOffset])).toEqual([
    [1, false, 10],
    [1, true, 20],
    [0, false, 50],
    [0, true, 60],
    [0, true, 70],
  ]);
});
