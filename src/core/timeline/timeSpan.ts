import { clampTicks, lastTicks, type Ticks } from '../record/ticks.ts';

/** A stretch of time in ticks; `to` is the first tick after it, so that a span of one instant is one tick wide. */
export interface TimeSpan {
  readonly from: Ticks;
  /** At most {@link endOfTime}, which is no moment of its own. */
  readonly to: Ticks;
}

/** The end of a span that holds the very last tick of the year 9999. */
export const endOfTime = (lastTicks + 1n) as Ticks;

/** Keeps the end of a span within what an end may be. */
export function clampEnd(value: bigint): Ticks {
  return value > lastTicks ? endOfTime : clampTicks(value);
}

/** Length of a span in ticks, at least 1. */
export function spanLength(span: TimeSpan): bigint {
  const length = span.to - span.from;
  return length > 0n ? length : 1n;
}

/**
 * Where a moment is on an axis of `width` pixels, unclamped. The difference is taken in exact ticks before it becomes
 * a floating point number, so neighbours 100 ns apart stay apart on a narrow span.
 */
export function pixelOf(span: TimeSpan, width: number, ticks: Ticks): number {
  return (Number(ticks - span.from) / Number(spanLength(span))) * width;
}

/** The moment at a pixel of an axis of `width` pixels; pixels outside the axis give its ends. */
export function ticksAt(span: TimeSpan, width: number, pixel: number): Ticks {
  const share = width > 0 ? Math.min(1, Math.max(0, pixel / width)) : 0;
  const offset = BigInt(Math.floor(share * Number(spanLength(span))));
  return clampTicks(span.from + (offset < spanLength(span) ? offset : spanLength(span) - 1n));
}

/** The part of a span that lies within `whole`; `whole` itself where they do not meet. */
export function clipSpan(span: TimeSpan, whole: TimeSpan): TimeSpan {
  const from = span.from > whole.from ? span.from : whole.from;
  const to = span.to < whole.to ? span.to : whole.to;
  return from < to ? { from, to } : whole;
}

/** Makes a span half or twice as long around a moment that keeps its place, within `whole`. */
export function zoomSpan(span: TimeSpan, direction: 'in' | 'out', around: Ticks, whole: TimeSpan): TimeSpan {
  const scaled = (distance: bigint) => (direction === 'in' ? distance / 2n : distance * 2n);
  const from = clampTicks(around - scaled(around - span.from));
  const to = clampEnd(around + scaled(span.to - around));
  return clipSpan({ from, to: to > from ? to : clampEnd(from + 1n) }, whole);
}
