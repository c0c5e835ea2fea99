import { ticksPerMinute } from '../record/ticks.ts';
import { type MomentBuckets, momentBucketCount, type MomentRange } from './momentBuckets.ts';

/** A stretch is dense if all but a few records lie in this part of the time that they take together. */
const narrowest = 20;
/** What lies within minutes is seen well enough on one axis: nothing shorter counts as short. */
const shortest = ticksPerMinute;

/** How many records may be left out: one in a hundred, or three where there are fewer, but never more than a quarter. */
export function fewOf(total: number): number {
  return Math.floor(Math.min(total / 4, Math.max(3, total / 100)));
}

/**
 * The stretch in which nearly all records lie, if a few lie so far from it that on an axis for all of them it would be a
 * twentieth or less. Undefined where there is no such stretch. It begins and ends with a record.
 *
 * Found by counting, not by sorting: a range is cut into a thousand buckets. The shortest run of buckets that holds all
 * but a few records, and whatever lies no farther from the run than the run is long, is what is kept. That is looked at
 * again in the same way, because a thousandth of ten thousand years is ten years. One pass over the moments for each
 * look; a log without outliers is looked at once.
 *
 * @param whole From the first to the last of `total` moments.
 * @param count Counts the moments within a range.
 */
export async function denseRange(
  whole: MomentRange,
  total: number,
  count: (range: MomentRange) => Promise<MomentBuckets>,
): Promise<MomentRange | undefined> {
  let range = whole;
  let spare = fewOf(total);
  while (spare > 0 && lengthOf(range) >= narrowest * shortest) {
    const buckets = await count(range);
    const kept = keptRange(buckets, spare);
    if (kept === undefined || Math.max(shortest, lengthOf(kept)) * narrowest > lengthOf(range)) {
      break;
    }
    spare -= kept.left;
    range = { low: kept.low, high: kept.high };
  }
  return range === whole ? undefined : range;
}

interface KeptRange extends MomentRange {
  /** Records left out. */
  readonly left: number;
}

function keptRange({ counts, firsts, lasts }: MomentBuckets, spare: number): KeptRange | undefined {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const run = shortestRun(counts, total - spare);
  if (run === undefined) {
    return undefined;
  }
  const reach = run.last - run.first + 1;
  let first = Math.max(0, run.first - reach);
  let last = Math.min(momentBucketCount - 1, run.last + reach);
  while (counts[first] === 0) {
    first++;
  }
  while (counts[last] === 0) {
    last--;
  }
  const held = counts.subarray(first, last + 1).reduce((sum, count) => sum + count, 0);
  return { low: firsts[first]!, high: lasts[last]!, left: total - held };
}

/** The shortest run of buckets that holds so many; the first of several. */
function shortestRun(counts: Float64Array, wanted: number): { readonly first: number; readonly last: number } | undefined {
  let best: { readonly first: number; readonly last: number } | undefined;
  let held = 0;
  let first = 0;
  counts.forEach((count, last) => {
    held += count;
    while (held - counts[first]! >= wanted && first < last) {
      held -= counts[first]!;
      first++;
    }
    if (held >= wanted && (best === undefined || last - first < best.last - best.first)) {
      best = { first, last };
    }
  });
  return best;
}

function lengthOf({ low, high }: MomentRange): number {
  return high - low + 1;
}
