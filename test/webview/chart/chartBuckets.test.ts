import { describe, expect, it } from 'vitest';
import type { Ticks } from '../../../src/core/record/ticks.ts';
import { bucketCount, bucketSpan } from '../../../src/core/timeline/buckets.ts';
import { endOfTime } from '../../../src/core/timeline/timeSpan.ts';
import type { Timeline } from '../../../src/protocol/answers/timeline.ts';
import { bucketsFor, chartBuckets } from '../../../webview/chart/chartBuckets.ts';

/** An answer as the engine makes it: the last bucket ends at or after the end of the range. */
function answered(from: bigint, to: bigint, count: number): Timeline {
  const bucket = (to - from + BigInt(count) - 1n) / BigInt(count);
  const none = Array.from({ length: count }, () => 0);
  return {
    snapshot: 1,
    from: String(from),
    to: String(from + bucket * BigInt(count)),
    bucket: String(bucket),
    groups: { success: none, clientError: none, failure: none, other: none },
    matching: 0,
    untimed: 0,
    total: 0,
  };
}

describe('the buckets of a chart', () => {
  it('reach from the first moment that ticks can name to the last, which the last bucket holds', () => {
    const { range, width } = bucketsFor('', { from: 0n as Ticks, to: endOfTime }, 160);
    const buckets = chartBuckets(answered(BigInt(range![0]), BigInt(range![1]), width));
    expect([buckets?.from, buckets?.to]).toEqual([0n, endOfTime]);
    expect(buckets && bucketSpan(buckets, bucketCount(buckets) - 1).to).toBe(endOfTime);
  });

  it('are none without an answer, and none of no width', () => {
    expect(chartBuckets(undefined)).toBeUndefined();
    expect(chartBuckets({ ...answered(0n, 10n, 1), to: '0' })).toBeUndefined();
  });
});
