import { clampTicks, ticksPerHour, ticksPerMinute, ticksPerSecond } from '../record/ticks.ts';
import { clampEnd, spanLength, type TimeSpan } from './timeSpan.ts';

/** Ticks of time that are shown on either side at least: a span that lies at a single moment is no stretch to look at. */
const minMargin = BigInt(ticksPerSecond / 2);

/** Half as much again on either side of a span, or half a second, so that what is around it is in view; in round numbers. */
export function spanAround(span: TimeSpan): TimeSpan {
  const length = spanLength(span);
  const unit = BigInt(length >= BigInt(ticksPerHour) ? ticksPerMinute : length >= BigInt(ticksPerMinute) ? ticksPerSecond : 1);
  const half = length / 2n + 1n;
  const margin = half > minMargin ? half : minMargin;
  const from = span.from - margin;
  const to = span.to + margin;
  return { from: clampTicks(from - (from % unit)), to: clampEnd(to + unit - (to % unit)) };
}
