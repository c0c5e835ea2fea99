import { ticksFromText, type Ticks } from '../../src/core/record/ticks.ts';
import type { Buckets } from '../../src/core/timeline/buckets.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { Snapshot, Timeline } from '../../src/protocol/answers.ts';
import type { TicksText } from '../../src/protocol/reference.ts';

/** A bar and the gap beside it take this many pixels. */
const pixelsPerBucket = 4;

/** How many buckets to ask for on a chart so wide; in steps of sixteen, so that dragging a window border asks seldom. */
export function wishedBuckets(width: number): number {
  return Math.min(4096, Math.max(16, Math.floor(width / pixelsPerBucket / 16) * 16));
}

/** An answer's counts as charts use them; undefined where there is nothing to draw. */
export function chartBuckets(timeline: Timeline | undefined): Buckets | undefined {
  const from = timeline && ticksFromText(timeline.from);
  const to = timeline && ticksFromText(timeline.to);
  const width = timeline && ticksFromText(timeline.bucket);
  if (timeline === undefined || from === undefined || to === undefined || width === undefined || width === 0n || to <= from) {
    return undefined;
  }
  return { from, to, width, groups: timeline.groups };
}

export function rangeOf(span: TimeSpan): readonly [TicksText, TicksText] {
  return [String(span.from), String(span.to)];
}

/** From the first record to the last, as a span; undefined where no record has a time. */
export function snapshotSpan(snapshot: Snapshot): TimeSpan | undefined {
  const from = snapshot.first && ticksFromText(snapshot.first.ticks);
  const last = snapshot.last && ticksFromText(snapshot.last.ticks);
  return typeof from === 'bigint' && typeof last === 'bigint' ? { from, to: (last + 1n) as Ticks } : undefined;
}
