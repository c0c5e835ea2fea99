import { bucketRange, type Buckets, filledBuckets } from '../../src/core/timeline/buckets.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';

/**
 * The stretch that records cover which the filter demands by a range of their numbers, as *Show Surrounding Records* does, to whole
 * buckets. Undefined for another filter, and where none of them is on the chart.
 */
export function listedSpan(filter: string, buckets: Buckets | undefined): TimeSpan | undefined {
  const filled = buckets === undefined || !/^record:\d+\.\.\d+( source:|$)/.test(filter) ? [] : filledBuckets(buckets);
  return filled.length === 0 ? undefined : bucketRange(buckets!, filled[0]!, filled.at(-1)!);
}
