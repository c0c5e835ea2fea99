import { timeRangeOf, withTimeRange } from '../query/editTimeRange.ts';
import type { Ticks } from '../record/ticks.ts';
import { clampEnd, type TimeSpan } from './timeSpan.ts';

/**
 * The stretch of time to which a filter limits its records; undefined if it does not. An end that the filter leaves open
 * is taken from `whole`.
 */
export function timeWindow(query: string, whole: TimeSpan): TimeSpan | undefined {
  const range = timeRangeOf(query);
  if (range === undefined) {
    return undefined;
  }
  const window = { from: range.from ?? whole.from, to: range.to === undefined ? whole.to : clampEnd(range.to + 1n) };
  return window.from < window.to ? window : undefined;
}

/** The filter with its stretch of time set to a span. A filter names the last tick that belongs to it, a span the first that does not. */
export function withTimeWindow(query: string, span: TimeSpan): string {
  return withTimeRange(query, span.from, (span.to - 1n) as Ticks);
}
