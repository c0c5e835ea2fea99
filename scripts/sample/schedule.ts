import type { Random } from './random.ts';

/** The month of the sample, that of the documentation's record. */
const monthStart = Date.UTC(2020, 10, 1);
const days = 30;
const ticksPerHour = 36_000_000_000;

/** The afternoon on which West Europe did not work, in ticks since the month began. */
export const outage = { from: ticksOf(19, 13.4), to: ticksOf(19, 15.2) };

/** Ticks since the beginning of the month at an hour of a day. */
function ticksOf(day: number, hour: number): number {
  return Math.round(((day - 1) * 24 + hour) * ticksPerHour);
}

/** The time as records write it, with all seven digits. */
export function timeText(ticks: number): string {
  const milliseconds = Math.floor(ticks / 10_000);
  return `${new Date(monthStart + milliseconds).toISOString().slice(0, 23)}${String(ticks % 10_000).padStart(4, '0')}Z`;
}

/**
 * `count` moments of the month in ascending order, in ticks since it began: working days with a rhythm, quiet nights and
 * weekends, two days of releases, one afternoon of trouble. Holds no list, so that `count` may be millions.
 */
export function* schedule(count: number, random: Random): Generator<number> {
  const weights = Array.from({ length: days * 24 }, (_, hour) => weightOf(Math.floor(hour / 24) + 1, hour % 24));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let weightSoFar = 0;
  let given = 0;
  for (const [hour, weight] of weights.entries()) {
    weightSoFar += weight;
    const due = hour === weights.length - 1 ? count : Math.round((count * weightSoFar) / total);
    let position = 0;
    for (; given < due; given++) {
      // The least of k even random numbers, taken k times, gives them in order without sorting.
      position += (1 - position) * (1 - random.next() ** (1 / (due - given)));
      yield Math.min(Math.floor((hour + position) * ticksPerHour), (hour + 1) * ticksPerHour - 1);
    }
  }
}

function weightOf(day: number, hour: number): number {
  // 1 November 2020 was a Sunday.
  const weekday = (day - 1) % 7;
  const working = weekday >= 1 && weekday <= 5;
  const daylight = hour >= 6 && hour < 20 ? 0.25 + Math.sin(((hour - 6) / 14) * Math.PI) : 0.06;
  const release = day === 10 || day === 24 ? 2.2 : 1;
  const trouble = day === 19 && (hour === 13 || hour === 14) ? 5 : 1;
  return (working ? daylight : 0.07) * release * trouble;
}
