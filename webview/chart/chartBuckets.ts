import { resultGroups } from '../../src/core/record/results.ts';
import { ticksFromText, type Ticks } from '../../src/core/record/ticks.ts';
import type { Buckets } from '../../src/core/timeline/buckets.ts';
import { roundBuckets } from '../../src/core/timeline/roundBuckets.ts';
import { clampEnd, type TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { Snapshot } from '../../src/protocol/answers/snapshot.ts';
import type { Lane, Timeline } from '../../src/protocol/answers/timeline.ts';
import type { Requests } from '../../src/protocol/requests.ts';

/** A bar and the gap beside it take this many pixels. */
const pixelsPerBucket = 4;

/** How many buckets to ask for on a chart so wide; in steps of sixteen, so that dragging a window border asks seldom. */
export function wishedBuckets(width: number): number {
  return Math.min(4096, Math.max(16, Math.floor(width / pixelsPerBucket / 16) * 16));
}

/** Of answers that are still shown: charts see by the identity of their counts whether there is anything to draw anew. */
const known = new WeakMap<Timeline, Buckets | undefined>();

/** An answer's counts as charts use them, the same object each time; undefined where there is nothing to draw. */
export function chartBuckets(timeline: Timeline | undefined): Buckets | undefined {
  if (timeline !== undefined && !known.has(timeline)) {
    known.set(timeline, countsOf(timeline));
  }
  return timeline && known.get(timeline);
}

function countsOf(timeline: Timeline): Buckets | undefined {
  const from = ticksFromText(timeline.from);
  // Round buckets of a log that reaches into the year 9999 may end after the end of time.
  const to = clampEnd(BigInt(timeline.to));
  const width = ticksFromText(timeline.bucket);
  if (from === undefined || width === undefined || width === 0n || to <= from) {
    return undefined;
  }
  return { from, to, width, groups: timeline.groups, ...(timeline.lanes && { series: seriesOf(timeline.groups, timeline.lanes.lanes) }) };
}

/** One count per bucket for each lane, and last for the records that no lane has; of lanes that have no record in common. */
function seriesOf(groups: Buckets['groups'], lanes: readonly Lane[]): readonly (readonly number[])[] {
  const total = (one: Buckets['groups']): readonly number[] =>
    one.success.map((_, index) => resultGroups.reduce((sum, group) => sum + one[group][index]!, 0));
  const series = lanes.map((lane) => total(lane.groups));
  return [...series, total(groups).map((count, index) => series.reduce((rest, own) => rest - own[index]!, count))];
}

/** Asks for round buckets that cover a span. */
export function bucketsFor(query: string, span: TimeSpan, wished: number): Requests['timeline']['params'] {
  const { from, to, count } = roundBuckets(span, wished);
  return { query, range: [String(from), String(to)], width: count };
}

/** From the first record to the last, of a log or of a part of it; undefined where none has a time. */
export function recordedSpan({ first, last: end }: Pick<Snapshot, 'first' | 'last'>): TimeSpan | undefined {
  const from = first && ticksFromText(first.ticks);
  const last = end && ticksFromText(end.ticks);
  return typeof from === 'bigint' && typeof last === 'bigint' ? { from, to: (last + 1n) as Ticks } : undefined;
}
