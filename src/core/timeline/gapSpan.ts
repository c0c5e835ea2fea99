import { clampTicks, ticksFromText, type Ticks } from '../record/ticks.ts';
import { clampEnd, type TimeSpan } from './timeSpan.ts';

/** The times of the records on either side of a gap, as ticks in decimal; null without a valid one. */
export interface GapTimes {
  readonly fromTicks: string | null;
  readonly toTicks: string | null;
}

/**
 * Between the records on either side of a gap, or at the one of them that has a time; undefined where neither has one. Where
 * both have the same time, the span holds that moment alone.
 */
export function gapSpan({ fromTicks, toTicks }: GapTimes): TimeSpan | undefined {
  const before = ticksFromText(fromTicks ?? toTicks ?? '');
  const after = ticksFromText(toTicks ?? fromTicks ?? '');
  // The clock of the writer may have been set back in between.
  return before === undefined || after === undefined ? undefined : before < after ? spanBetween(before, after) : spanBetween(after, before);
}

/** From one moment to a later one; at least one tick. */
export function spanBetween(from: Ticks, to: Ticks): TimeSpan {
  return { from: clampTicks(from), to: from === to ? clampEnd(to + 1n) : to };
}
