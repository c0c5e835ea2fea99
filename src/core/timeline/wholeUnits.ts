import { ticksPerDay, ticksPerHour, ticksPerMillisecond, ticksPerMinute, ticksPerSecond } from '../record/ticks.ts';

export type DurationUnit = 'tick' | 'microsecond' | 'millisecond' | 'second' | 'minute' | 'hour' | 'day' | 'week';

/** A duration as people say it, rounded to one decimal. */
export interface Duration {
  readonly value: number;
  readonly unit: DurationUnit;
}

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

/** Says a number of ticks in the largest unit of which it holds at least one, with at most one decimal. */
export function wholeUnits(ticks: bigint): Duration {
  const [unit, size] = units.find((entry) => ticks >= BigInt(entry[1])) ?? (['tick', 1] as const);
  return { value: Math.round((Number(ticks) / size) * 10) / 10, unit };
}
