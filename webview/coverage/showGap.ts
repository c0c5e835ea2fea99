import { clampTicks, ticksPerHour, ticksPerMinute, ticksPerSecond } from '../../src/core/record/ticks.ts';
import { clampEnd, spanLength, type TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import { textOfSpan } from '../../src/core/timeline/spanText.ts';
import type { RecordRef } from '../../src/protocol/reference.ts';
import type { ViewContext } from '../base/viewContext.ts';
import type { GapMark } from './gapMarks.ts';

/** Ticks of time that are shown on either side of a gap at least: one that lies at a single moment is no stretch to look at. */
const minMargin = BigInt(ticksPerSecond / 2);

/** Shows the record after a gap, and the time around the gap where that is known. */
export function showGap({ link }: ViewContext, after: RecordRef, span: TimeSpan | undefined): void {
  link.intend({ kind: 'open', page: { kind: 'records' } });
  if (span !== undefined) {
    link.intend({ kind: 'viewport', viewport: textOfSpan(around(span)) });
  }
  link.intend({ kind: 'select', ref: after });
}

/** The same for gaps that are drawn as one: the record after the last of them, and the time around all. */
export function showGapMark(context: ViewContext, { gapStretches, span }: GapMark): void {
  const [first, ...others] = gapStretches;
  if (first !== undefined) {
    const last = others.reduce((latest, gapStretch) => (gapStretch.span.to > latest.span.to ? gapStretch : latest), first);
    showGap(context, last.after, span);
  }
}

/** Half as much again on either side, or half a second, so that the records around a gap are in view; in round numbers. */
function around(span: TimeSpan): TimeSpan {
  const length = spanLength(span);
  const unit = BigInt(length >= BigInt(ticksPerHour) ? ticksPerMinute : length >= BigInt(ticksPerMinute) ? ticksPerSecond : 1);
  const half = length / 2n + 1n;
  const margin = half > minMargin ? half : minMargin;
  const from = span.from - margin;
  const to = span.to + margin;
  return { from: clampTicks(from - (from % unit)), to: clampEnd(to + unit - (to % unit)) };
}
