import { describe, expect, it } from 'vitest';
import type { Ticks } from '../../../src/core/record/ticks.ts';
import {
  bucketAt,
  bucketCount,
  bucketPeak,
  bucketRange,
  bucketSpan,
  bucketTotal,
  filledBuckets,
  type Buckets,
} from '../../../src/core/timeline/buckets.ts';

const ticks = (value: number) => BigInt(value) as Ticks;

/** Four buckets of ten ticks from 100; the last is cut off at 135. */
const buckets: Buckets = {
  from: ticks(100),
  to: ticks(135),
  width: 10n,
  groups: { success: [3, 0, 0, 1], clientError: [1, 0, 0, 0], failure: [0, 0, 2, 0], other: [0, 0, 0, 0] },
};

describe('buckets', () => {
  it('are counted and summed', () => {
    expect(bucketCount(buckets)).toBe(4);
    expect([0, 1, 2, 3].map((index) => bucketTotal(buckets, index))).toEqual([4, 0, 2, 1]);
    expect(bucketPeak(buckets)).toBe(4);
    expect(filledBuckets(buckets)).toEqual([0, 2, 3]);
  });

  it('have bounds', () => {
    expect(bucketSpan(buckets, 1)).toEqual({ from: 110n, to: 120n });
    expect(bucketSpan(buckets, 3)).toEqual({ from: 130n, to: 135n });
    expect(bucketRange(buckets, 2, 1)).toEqual({ from: 110n, to: 130n });
  });

  it.each([
    [99, 0],
    [100, 0],
    [109, 0],
    [110, 1],
    [134, 3],
    [500, 3],
  ])('are found by moment %i', (moment, index) => {
    expect(bucketAt(buckets, ticks(moment))).toBe(index);
  });
});
