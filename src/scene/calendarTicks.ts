const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;
const month = 30 * day;
const year = 365 * day;

/** A distance of round moments: about how long it is, the first moment at or before another one, and the next after such a moment. */
interface Step {
  readonly length: number;
  floor(time: number): number;
  next(time: number): number;
}

/** Sundays, as 1970 began on a Thursday. */
const sunday = 4 * day;

const steps: readonly Step[] = [
  ...[1, 5, 15, 30].map((count) => even(count * second)),
  ...[1, 5, 15, 30].map((count) => even(count * minute)),
  ...[1, 3, 6, 12].map((count) => even(count * hour)),
  even(day),
  even(2 * day),
  { ...even(week), floor: (time) => Math.floor((time + sunday) / week) * week - sunday },
  months(1),
  months(3),
  years(1),
];

/** Round moments within a span, both ends included, about so many: on a clock, in milliseconds since 1970. */
export function calendarTicks(from: number, to: number, wished: number): readonly number[] {
  const step = stepFor(from, to, wished);
  const ticks: number[] = [];
  for (let time = step.floor(from); time <= to; time = step.next(time)) {
    if (time >= from) {
      ticks.push(time);
    }
  }
  return ticks;
}

function stepFor(from: number, to: number, wished: number): Step {
  const length = (to - from) / wished;
  const longer = steps.findIndex((step) => step.length > length);
  if (longer === -1) {
    return years(Math.max(1, Math.round(roundStep((to - from) / year / wished))));
  }
  if (longer === 0) {
    return even(Math.max(1, roundStep(length)));
  }
  const [shorter, next] = [steps[longer - 1]!, steps[longer]!];
  return length / shorter.length < next.length / length ? shorter : next;
}

/** The number with one digit, 1, 2 or 5, that is nearest by its ratio. */
export function roundStep(length: number): number {
  const power = 10 ** Math.floor(Math.log10(length));
  const digits = length / power;
  return power * (digits >= Math.sqrt(50) ? 10 : digits >= Math.sqrt(10) ? 5 : digits >= Math.sqrt(2) ? 2 : 1);
}

function even(length: number): Step {
  return { length, floor: (time) => Math.floor(time / length) * length, next: (time) => time + length };
}

function months(count: number): Step {
  return {
    length: count * month,
    floor: (time) => monthOf(time, -(new Date(time).getUTCMonth() % count)),
    next: (time) => monthOf(time, count),
  };
}

function years(count: number): Step {
  const yearOf = (time: number): number => new Date(time).getUTCFullYear();
  return {
    length: count * year,
    floor: (time) => startOf(Math.floor(yearOf(time) / count) * count, 0),
    next: (time) => startOf(yearOf(time) + count, 0),
  };
}

/** The beginning of a month so many after that of a moment. */
function monthOf(time: number, further: number): number {
  const date = new Date(time);
  return startOf(date.getUTCFullYear(), date.getUTCMonth() + further);
}

/** `Date.UTC` takes years before 100 for those of the last century. */
function startOf(fullYear: number, monthIndex: number): number {
  return new Date(0).setUTCFullYear(fullYear, monthIndex, 1);
}
