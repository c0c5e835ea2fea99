import { ticksFromText } from '../core/record/ticks.ts';
import { spanBetween } from '../core/timeline/gapSpan.ts';
import { markSpans } from '../core/timeline/markSpans.ts';
import type { TimeSpan } from '../core/timeline/timeSpan.ts';
import type { Coverage, Gap } from '../protocol/answers/coverage.ts';
import type { RecordRef } from '../protocol/reference.ts';

/** Gaps in the numbers of writers that lie in one stretch of time: between the records on either side. Mostly one gap. */
export interface GapStretch {
  /** The gap with the most missing numbers, and its writer. */
  readonly epoch: string;
  readonly gap: Gap;
  readonly gaps: number;
  readonly missing: bigint;
  readonly span: TimeSpan;
  /** The record after the latest of the gaps. */
  readonly after: RecordRef;
}

/** Gaps that would overlap on the screen, drawn as one mark. Lengths in whole pixels from the left of the axis. */
export interface GapMark {
  readonly left: number;
  readonly right: number;
  /** From the first to the last of them. */
  readonly span: TimeSpan;
  readonly gaps: number;
  readonly missing: bigint;
  /** At least one, in order of time. */
  readonly gapStretches: readonly GapStretch[];
}

/** Anything narrower would be taken for a line of the grid. */
const minWidth = 3;

/** All gaps that have a place in time, in order of time. */
export function gapStretchesOf({ stretches }: Coverage): readonly GapStretch[] {
  return stretches.flatMap(({ fromTicks, toTicks, gaps, missing, largest, after }): GapStretch[] => {
    const [from, to] = [ticksFromText(fromTicks), ticksFromText(toTicks)];
    return from === undefined || to === undefined
      ? []
      : [{ epoch: largest.epoch, gap: largest, gaps, missing: BigInt(missing), span: spanBetween(from, to), after }];
  });
}

/** Marks for gaps, which are in order of time, on an axis of `width` pixels. Each gap that lies on the axis has one. */
export function gapMarks(gapStretches: readonly GapStretch[], axis: TimeSpan, width: number): readonly GapMark[] {
  return markSpans(gapStretches, axis, width, minWidth).map(({ left, right, items }) => ({
    left,
    right,
    span: {
      from: items[0]!.span.from,
      to: items.reduce((latest, { span }) => (span.to > latest ? span.to : latest), items[0]!.span.to),
    },
    gaps: items.reduce((sum, { gaps }) => sum + gaps, 0),
    missing: items.reduce((sum, { missing }) => sum + missing, 0n),
    gapStretches: items,
  }));
}
