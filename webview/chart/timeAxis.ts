import { clampTicks, ticksPerMinute } from '../../src/core/record/ticks.ts';
import { farStretches } from '../../src/core/timeline/farStretches.ts';
import { clampEnd, spanLength, type TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { Snapshot } from '../../src/protocol/answers/snapshot.ts';
import type { Outliers } from '../../src/protocol/answers/timeline.ts';
import { recordedSpan } from './chartBuckets.ts';

/** What the axes show while the filter demands nothing of time: all records, or the stretch in which nearly all lie. */
export type Extent = 'dense' | 'whole';

/** Records that lie far from all others on one side. */
export interface FarRecords {
  readonly records: number;
  /** A stretch in round numbers that holds them and ends before the others begin. */
  readonly span: TimeSpan;
}

export interface TimeAxis {
  /** From the first record of the log to the last. */
  readonly whole: TimeSpan;
  /** What is shown while the filter demands nothing of time. */
  readonly home: TimeSpan;
  /** Undefined where no record lies far from the others. */
  readonly far: { readonly dense: TimeSpan; readonly before: FarRecords | undefined; readonly after: FarRecords | undefined } | undefined;
}

/** Shorter axes would show nothing but one bar. */
const shortestAxis = BigInt(ticksPerMinute);

/** The axes of a log; undefined where no record has a time. Without outliers the user's choice makes no difference. */
export function timeAxis(snapshot: Pick<Snapshot, 'first' | 'last'>, outliers: Outliers | undefined, extent: Extent): TimeAxis | undefined {
  const whole = recordedSpan(snapshot);
  const stretches = outliers && farStretches(outliers);
  if (whole === undefined || outliers === undefined || stretches === undefined) {
    return whole && { whole, home: whole, far: undefined };
  }
  const dense = atLeast(stretches.dense, shortestAxis);
  const far = {
    dense,
    before: stretches.before && { records: outliers.before!.records, span: stretches.before },
    after: stretches.after && { records: outliers.after!.records, span: stretches.after },
  };
  return { whole, home: extent === 'dense' ? dense : whole, far };
}

/** Whether a stretch is that of nearly all records. */
export function isDenseShown({ far }: TimeAxis, shown: TimeSpan): boolean {
  return far !== undefined && shown.from === far.dense.from && shown.to === far.dense.to;
}

/** What the strip for the whole log shows: what it opens on, unless the window that the filter sets lies elsewhere. */
export function overviewSpan({ whole, home }: TimeAxis, window: TimeSpan | undefined): TimeSpan {
  // Windows are set in whole buckets, which may reach over the ends of the axis.
  const slack = spanLength(home) / 4n;
  return window === undefined || (window.from >= home.from - slack && window.to <= home.to + slack) ? home : whole;
}

/**
 * Distinguishes questions about a stretch of the axis where the filter does not: one that follows the growing log keeps its
 * name, as the end of all times does; the dense stretch changes by an answer of its own, and must be asked about anew.
 */
export function axisName({ whole, home }: TimeAxis, span: TimeSpan): string {
  return span === home && home !== whole ? `${home.from} ${home.to}` : '';
}

function atLeast(span: TimeSpan, length: bigint): TimeSpan {
  const short = length - spanLength(span);
  return short <= 0n ? span : { from: clampTicks(span.from - short / 2n), to: clampEnd(span.to + short / 2n) };
}
