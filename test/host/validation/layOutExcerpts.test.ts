import { describe, expect, it } from 'vitest';
import { layOutExcerpts, outsideParts } from '../../../src/host/validation/layOutExcerpts.ts';
import type { Excerpt, PlacedFinding, RelatedPlace } from '../../../src/protocol/answers/findings.ts';
import { openLog } from '../../engine/openLog.ts';

function cutOut(before: string, text: string, after: string, cut: Partial<Excerpt> = {}): Excerpt {
  return { before, text, after, beginsEarlier: false, goesOn: false, ...cut };
}

/** What is in the text at a range of lines and columns. */
function textAt(text: string, { startLine, startColumn, endLine, endColumn }: ReturnType<typeof layOutExcerpts>['ranges'][number]): string {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const at = (line: number, column: number): number => lines.slice(0, line).join('').length + column;
  return text.slice(at(startLine, startColumn), at(endLine, endColumn));
}

describe('the text of excerpts', () => {
  it('shows each below its title', () => {
    const { text } = layOutExcerpts('What is broken', [
      { title: 'Line 2', excerpt: cutOut('{"a": ', 'x', '}') },
      { title: 'Line 7', excerpt: cutOut('b', 'c', 'd', { beginsEarlier: true, goesOn: true }) },
    ]);
    expect(text).toBe('What is broken\n\nLine 2\n\n{"a": x}\n\nLine 7\n\n…bcd…\n');
  });

  it('knows where each stands', () => {
    const stretches = ['x', 'one\r\ntwo\rthree', '', '\n', 'größer 😀', 'last'];
    const { text, ranges } = layOutExcerpts(
      'Heading',
      stretches.map((stretch, index) => ({
        title: `Line ${index}\nand more`,
        excerpt: cutOut('before ', stretch, ' after', { beginsEarlier: index % 2 === 0, goesOn: true }),
      })),
    );
    expect(ranges.map((range) => textAt(text, range))).toEqual(stretches);
  });

  it('is its heading where there are none', () => {
    expect(layOutExcerpts('Nothing is broken', [])).toEqual({ text: 'Nothing is broken\n', ranges: [] });
  });
});

/** What is at each place, and in which line, by the number of its finding; further places in brackets. */
async function check(text: string, expected: readonly string[]): Promise<void> {
  const log = await openLog(text);
  const { findings } = await log.request('placedFindings', { source: 0, limit: 100 });
  const reported = outsideParts(findings).map(({ isFurther, line, byteOffset, excerpt }) => {
    expect(new TextEncoder().encode(text).subarray(byteOffset)[0]).toBe(new TextEncoder().encode(excerpt.text)[0]);
    return isFurther ? `(${line} ${excerpt.text})` : `${line} ${excerpt.text}`;
  });
  expect(reported).toEqual(expected);
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
