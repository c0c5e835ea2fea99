import { expect, it } from 'vitest';
import type { Ticks } from '../../../src/core/record/ticks.ts';
import type { Buckets } from '../../../src/core/timeline/buckets.ts';
import { listedSpan } from '../../../webview/timeline/listedSpan.ts';

function bucketsOf(...counts: readonly number[]): Buckets {
  const none = counts.map(() => 0);
  const groups = { success: none, clientError: none, failure: counts, other: none };
  return { from: 100n as Ticks, to: BigInt(100 + counts.length * 10) as Ticks, width: 10n, groups };
}

it.each([
  ['record:1..9', bucketsOf(0, 2, 0, 1, 0), [110n, 140n]],
  ['record:1..9', bucketsOf(0, 0), []],
  ['record:1..9', undefined, []],
  ['operation:Set', bucketsOf(0, 2, 0), []],
])('of the records of %s it is the stretch from the first to the last', (filter, buckets, expected) => {
  const span = listedSpan(filter, buckets);
  expect(span === undefined ? [] : [span.from, span.to]).toEqual(expected);
});
