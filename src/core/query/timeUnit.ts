import { parseTime } from '../record/parseTime.ts';
import {
  clampTicks,
  formatTicks,
  lastTicks,
  ticksPerDay,
  ticksPerHour,
  ticksPerMinute,
  ticksPerSecond,
  type Ticks,
} from '../record/ticks.ts';

/**
 * A time as a filter writes it: not a moment but the whole unit that its last part names. `2020` is a year, `2020-11-23`
 * a day, `2020-11-23T18` an hour, `2020-11-23T18:23:29.94` a hundredth of a second; seven digits are a single tick.
 */
export interface TimeUnit {
  /** As written, with `T` and `Z` for `t`, blank and `z`; free of blanks. */
  readonly text: string;
  readonly first: Ticks;
  /** The last tick that still belongs to the unit. */
  readonly last: Ticks;
}

const pattern = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[Tt ](\d\d)(?::(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?)?)?)?([Zz]|[+-]\d\d(?::?\d\d)?)?$/;

/** Reads a time, UTC unless an offset is written (from the day on); undefined if it is none, or none that can be. */
export function parseTimeUnit(text: string): TimeUnit | undefined {
  const match = pattern.exec(text);
  if (!match) {
    return undefined;
  }
  const [, year = '', month, day, hour, minute, second, fraction, zone = 'Z'] = match;
  if (!mayHaveZone(zone, day, hour)) {
    return undefined;
  }
  const start = parseTime(firstMomentOf(match));
  if (start === undefined) {
    return undefined;
  }
  const canonical = text.replace(/[t ]/, 'T').replace('z', 'Z');
  return { text: canonical, first: start.ticks, last: lastOf(start.ticks, year, month, day, [hour, minute, second], fraction) };
}

/** An offset needs a day, and one of hours alone (`-05`) a time of day: after a date it reads like one more part of it. */
function mayHaveZone(zone: string, day: string | undefined, hour: string | undefined): boolean {
  return zone === 'Z' || zone === 'z' || (day !== undefined && (hour !== undefined || zone.length !== 3));
}

/** The first moment of a unit, of which the pattern found the parts. */
function firstMomentOf([
  ,
  year = '',
  month = '01',
  day = '01',
  hour = '00',
  minute = '00',
  second = '00',
  fraction = '0',
  zone = 'Z',
]: RegExpExecArray): string {
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction}${zone}`;
}

/** The shortest way to write a range that begins at `first`: a day, minute, second or tick, in UTC. */
export function unitBeginningAt(first: Ticks): string {
  return formatTicks(first).slice(0, lengthOfWhole(BigInt(first)));
}

/** The shortest way to write a range that ends with `last`: the day, minute, second or tick that it closes, in UTC. */
export function unitEndingAt(last: Ticks): string {
  return formatTicks(last).slice(0, lengthOfWhole(BigInt(last) + 1n));
}

/** How much of `2020-11-23T18:23:29.9427158Z` a boundary between units of time needs. */
function lengthOfWhole(boundary: bigint): number {
  if (boundary % BigInt(ticksPerDay) === 0n) {
    return 10;
  }
  if (boundary % BigInt(ticksPerMinute) === 0n) {
    return 16;
  }
  return boundary % BigInt(ticksPerSecond) === 0n ? 19 : 27;
}

function lastOf(
  first: Ticks,
  year: string,
  month: string | undefined,
  day: string | undefined,
  [hour, minute, second]: readonly (string | undefined)[],
  fraction: string | undefined,
): Ticks {
  if (month === undefined) {
    return tickBeforeMonth(Number(year) + 1, 1);
  }
  if (day === undefined) {
    return month === '12' ? tickBeforeMonth(Number(year) + 1, 1) : tickBeforeMonth(Number(year), Number(month) + 1);
  }
  let length = ticksPerDay;
  if (fraction !== undefined) {
    length = 10 ** Math.max(0, 7 - fraction.length);
  } else if (second !== undefined) {
    length = ticksPerSecond;
  } else if (minute !== undefined) {
    length = ticksPerMinute;
  } else if (hour !== undefined) {
    length = ticksPerHour;
  }
  return clampTicks(BigInt(first) + BigInt(length) - 1n);
}

function tickBeforeMonth(year: number, month: number): Ticks {
  const next = parseTime(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01T00:00:00Z`);
  return next === undefined ? lastTicks : clampTicks(BigInt(next.ticks) - 1n);
}
