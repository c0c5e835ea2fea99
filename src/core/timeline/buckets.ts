import { resultGroups, type ResultGroup } from '../record/results.ts';
import { clampTicks, type Ticks } from '../record/ticks.ts';
import { clampEnd, type TimeSpan } from './timeSpan.ts';

/** Counts over time: buckets of equal width, side by side, from `from` on. */
export interface Buckets {
  /** First tick of the first bucket. */
  readonly from: Ticks;
  /** First tick after the last bucket. */
  readonly to: Ticks;
  /** Width of a bucket in ticks, at least 1. */
  readonly width: bigint;
  /** One count per bucket for each group of results. */
  readonly groups: Readonly<Record<ResultGroup, readonly number[]>>;
  /**
   * The same records by the values of a field instead of by result, where bars show these: one count per bucket for each of the
   * most frequent values, and last for all other records.
   */
  readonly series?: readonly (readonly number[])[];
}

export function bucketCount(buckets: Buckets): number {
  return buckets.groups.success.length;
}

/** The buckets that lie at least partly within a span; undefined if there are none. */
export function bucketsWithin(buckets: Buckets, shown: TimeSpan): Buckets | undefined {
  if (shown.to <= buckets.from || shown.from >= buckets.to) {
    return undefined;
  }
  const first = shown.from <= buckets.from ? 0 : bucketAt(buckets, shown.from);
  const last = bucketAt(buckets, clampTicks(shown.to - 1n));
  const part = (group: ResultGroup): readonly number[] => buckets.groups[group].slice(first, last + 1);
  const groups = { success: part('success'), clientError: part('clientError'), failure: part('failure'), other: part('other') };
  const span = { from: bucketSpan(buckets, first).from, to: bucketSpan(buckets, last).to };
  const series = buckets.series?.map((counts) => counts.slice(first, last + 1));
  return { ...span, width: buckets.width, groups, ...(series && { series }) };
}

/** The span of one bucket; the last one may be cut off by the end of the axis. */
export function bucketSpan(buckets: Buckets, index: number): TimeSpan {
  const from = clampTicks(buckets.from + BigInt(index) * buckets.width);
  const to = clampEnd(from + buckets.width);
  return { from, to: to < buckets.to ? to : buckets.to };
}

/** The span from one bucket to another, both included, in either order. */
export function bucketRange(buckets: Buckets, one: number, other: number): TimeSpan {
  return { from: bucketSpan(buckets, Math.min(one, other)).from, to: bucketSpan(buckets, Math.max(one, other)).to };
}

/** The bucket that holds a moment; moments outside give the first or the last one. */
export function bucketAt(buckets: Buckets, ticks: Ticks): number {
  const index = Number((ticks - buckets.from) / buckets.width);
  return Math.min(Math.max(0, index), Math.max(0, bucketCount(buckets) - 1));
}

/** Records of all groups in a bucket. */
export function bucketTotal(buckets: Buckets, index: number): number {
  return resultGroups.reduce((sum, group) => sum + (buckets.groups[group][index] ?? 0), 0);
}

/** The records of the fullest bucket. */
export function bucketPeak(buckets: Buckets): number {
  let peak = 0;
  for (let index = 0; index < bucketCount(buckets); index++) {
    peak = Math.max(peak, bucketTotal(buckets, index));
  }
  return peak;
}

/** The buckets that hold records, in order of time. */
export function filledBuckets(buckets: Buckets): readonly number[] {
  return Array.from({ length: bucketCount(buckets) }, (_, index) => index).filter((index) => bucketTotal(buckets, index) > 0);
}
