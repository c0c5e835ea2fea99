import { ticksPerDay, ticksPerHour, ticksPerMillisecond, ticksPerMinute, ticksPerSecond } from '../record/ticks.ts';

export type DurationUnit = 'tick' | 'microsecond' | 'millisecond' | 'second' | 'minute' | 'hour' | 'day' | 'week' | 'year';

/** A duration as people say it, rounded to one decimal. */
export interface Duration {
  readonly value: number;
  readonly unit: DurationUnit;
}

/** A mean year of the calendar; one of 365 days is one too. */
const ticksPerYear = ticksPerDay * 365.2425;

const units: readonly (readonly [DurationUnit, number])[] = [
  ['week', ticksPerDay * 7],
  ['day', ticksPerDay],
  ['hour', ticksPerHour],
  ['minute', ticksPerMinute],
  ['second', ticksPerSecond],
  ['millisecond', ticksPerMillisecond],
  ['microsecond', 10],
  ['tick', 1],
];

/**
 * Says a number of ticks in the largest unit of which it holds at least one, with at most one decimal. Weeks are said only
 * where they are whole: nobody calls ten days 1.4 weeks.
 */
export function wholeUnits(ticks: bigint): Duration {
  if (ticks >= BigInt(ticksPerDay * 365)) {
    return { value: Math.round((Number(ticks) / ticksPerYear) * 10) / 10, unit: 'year' };
  }
  const [unit, size] =
    units.find((entry) => ticks >= BigInt(entry[1]) && (entry[0] !== 'week' || ticks % BigInt(entry[1]) === 0n)) ?? (['tick', 1] as const);
  return { value: Math.round((Number(ticks) / size) * 10) / 10, unit };
}
