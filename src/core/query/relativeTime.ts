import { ticksPerDay, ticksPerHour, ticksPerMinute, ticksPerSecond } from '../record/ticks.ts';
import type { TimeUnit } from './timeUnit.ts';

/** A time as a filter writes it that counts back from the end of the log: `last-24h`. */
export interface RelativeTime {
  /** As written. */
  readonly text: string;
  /** How long before the time of the log's latest record. */
  readonly ticksBack: bigint;
}

/** Those that are offered. */
export const usualRelativeTimes: readonly string[] = ['last-1h', 'last-24h', 'last-7d', 'last-30d'];

const ticksOfUnit: Readonly<Record<string, number>> = {
  s: ticksPerSecond,
  m: ticksPerMinute,
  h: ticksPerHour,
  d: ticksPerDay,
  w: 7 * ticksPerDay,
};

/** Reads `last-90s`, `last-30m`, `last-24h`, `last-7d`, `last-2w`; undefined for anything else. */
export function parseRelativeTime(text: string): RelativeTime | undefined {
  const [, count, unit] = /^last-(\d{1,9})([smhdw])$/.exec(text) ?? [];
  return count === undefined || unit === undefined ? undefined : { text, ticksBack: BigInt(count) * BigInt(ticksOfUnit[unit]!) };
}

/** Whether an end of a range counts back from the end of the log. */
export function isRelative(end: TimeUnit | RelativeTime | undefined): end is RelativeTime {
  return end !== undefined && 'ticksBack' in end;
}
