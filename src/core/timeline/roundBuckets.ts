import { clampTicks, ticksPerDay, ticksPerHour, ticksPerMinute, ticksPerSecond } from '../record/ticks.ts';
import { clampEnd, spanLength, type TimeSpan } from './timeSpan.ts';

/** A span that round buckets fill exactly. */
export interface RoundBuckets extends TimeSpan {
  /** How many there are, at least 1. */
  readonly count: number;
}

/** Widths that people count in: decimal below a second, then parts of minutes, hours and days, then days. */
const widths: readonly bigint[] = [
  ...Array.from({ length: 7 }, (_, power) => [1, 2, 5].map((digit) => digit * 10 ** power)).flat(),
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * ticksPerSecond),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * ticksPerMinute),
  ...[1, 2, 3, 6, 12].map((hours) => hours * ticksPerHour),
  ...[1, 2, 7, 14, 28, 91, 182, 364].map((days) => days * ticksPerDay),
  ...Array.from({ length: 4 }, (_, power) => [1, 2, 5].map((digit) => Math.round(digit * 10 ** power * 365.25) * ticksPerDay)).flat(),
].map(BigInt);

/**
 * Chooses buckets for an axis: as many as possible but not more than `wished` and two, all of one round width, with
 * bounds at multiples of it (in UTC), and together just covering the span. So a bar is "five minutes from 18:20" and not
 * "4 min 37 s from 18:21:09.03", and a stretch chosen by brush is reported in few digits.
 */
export function roundBuckets(span: TimeSpan, wished: number): RoundBuckets {
  const least = (spanLength(span) + BigInt(wished) - 1n) / BigInt(wished);
  const width = widths.find((candidate) => candidate >= least) ?? least;
  const from = (span.from / width) * width;
  const to = clampEnd(((span.to + width - 1n) / width) * width);
  return { from: clampTicks(from), to, count: Number((to - from + width - 1n) / width) || 1 };
}
