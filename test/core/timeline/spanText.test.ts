import { expect, it } from 'vitest';
import { lastTicks } from '../../../src/core/record/ticks.ts';
import { spanOfText, textOfSpan } from '../../../src/core/timeline/spanText.ts';
import { endOfTime } from '../../../src/core/timeline/timeSpan.ts';

it.each([
  [['0', '1'], { from: 0n, to: 1n }],
  [['5', String(lastTicks)], { from: 5n, to: lastTicks }],
  [['5', String(endOfTime)], { from: 5n, to: endOfTime }],
] as const)('%j is a span, and back', (text, span) => {
  expect(spanOfText(text)).toEqual(span);
  expect(textOfSpan(spanOfText(text)!)).toEqual(text);
});

it.each([
  ['9', '9'],
  ['9', '8'],
  ['-1', '8'],
  ['1', String(endOfTime + 1n)],
  [String(endOfTime), String(endOfTime)],
  ['1', ''],
  ['<b>', '9'],
  ['1e3', '2e3'],
] as const)('%s to %s is none', (from, to) => expect(spanOfText([from, to])).toBeUndefined());
