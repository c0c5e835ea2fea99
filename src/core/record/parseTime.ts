import {
  lastDay,
  ticksOf,
  ticksPerDay,
  ticksPerHour,
  ticksPerMillisecond,
  ticksPerMinute,
  ticksPerSecond,
  unixEpochDay,
  type Ticks,
} from './ticks.ts';

/**
 * Reading `env_time`: RFC 3339 with 0 to 9 fraction digits. As in ISO 8601 and the text forms of databases, a blank may
 * replace `T` or precede the zone, an offset may be written `+05:30`, `+0530` or `+05`, and no zone is taken as UTC.
 *
 * Our own reader, because `Date.parse` takes a missing zone for local time, refuses leap seconds and turns 30 February
 * into 1 March in silence. Digits beyond the seventh are below a tick and dropped. A leap second, which is the last of a
 * day of UTC and of no other minute, falls on the first second of the next day, as ticks have no name of their own for it.
 */
export interface ParsedTime {
  readonly ticks: Ticks;
  /** `none` when the text names no zone; it was then read as UTC. */
  readonly zone: TimeZone;
}

/** `dotnet`: the writer's form is `/Date(1606155809942)/`, milliseconds since 1970 in UTC (PowerShell, older .NET). */
export type TimeZone = 'utc' | 'offset' | 'none' | 'dotnet';

/** Where {@link parseTimeBytes} leaves its answer, so that reading a column of times allocates nothing. */
export interface TimeSlot {
  /** Days since 0001-01-01. */
  day: number;
  /** Ticks within the day, below 864,000,000,000. */
  ticksOfDay: number;
  zone: TimeZone;
}

const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
/** Digits of a fraction of a second down to one tick, and how many ticks the last of so many digits is worth. */
const tickDigits = 7;
const worthOfLast = [0, 1_000_000, 100_000, 10_000, 1000, 100, 10, 1] as const;
const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Reads a time from text; undefined if it is none. */
export function parseTime(text: string): ParsedTime | undefined {
  const length = Math.min(text.length, 64);
  const bytes = new Uint8Array(length);
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    bytes[index] = code < 0x80 ? code : 0;
  }
  const slot: TimeSlot = { day: 0, ticksOfDay: 0, zone: 'utc' };
  if (length < text.length || !parseTimeBytes(bytes, 0, length, slot)) {
    return undefined;
  }
  return { ticks: ticksOf(slot.day, slot.ticksOfDay), zone: slot.zone };
}

/** Reads the time that stands in `bytes` from `start` up to `end` into `slot`; false if it is none. */
export function parseTimeBytes(bytes: Uint8Array, start: number, end: number, slot: TimeSlot): boolean {
  if (bytes[start] === 0x2f) {
    return parseDotNetDate(bytes, start, end, slot);
  }
  if (end - start < 19) {
    return false;
  }
  const year = twoDigits(bytes, start) * 100 + twoDigits(bytes, start + 2);
  const month = twoDigits(bytes, start + 5);
  const dayOfMonth = twoDigits(bytes, start + 8);
  const hour = twoDigits(bytes, start + 11);
  const minute = twoDigits(bytes, start + 14);
  const second = twoDigits(bytes, start + 17);
  const separator = bytes[start + 10];
  const punctuated =
    bytes[start + 4] === 0x2d &&
    bytes[start + 7] === 0x2d &&
    (separator === 0x54 || separator === 0x20 || separator === 0x74) &&
    bytes[start + 13] === 0x3a &&
    bytes[start + 16] === 0x3a;
  // A wrong digit makes its pair NaN, and every comparison with NaN is false.
  if (!punctuated || !(year >= 1 && month >= 1 && month <= 12 && hour <= 23 && minute <= 59 && second <= 60)) {
    return false;
  }
  const leapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lastOfMonth = month === 2 && leapYear ? 29 : daysOfMonth[month - 1]!;
  if (!(dayOfMonth >= 1 && dayOfMonth <= lastOfMonth)) {
    return false;
  }
  let position = start + 19;
  let fraction = 0;
  if (bytes[position] === 0x2e) {
    position++;
    let digits = 0;
    while (position < end && isDigit(bytes[position]!)) {
      if (digits < tickDigits) {
        fraction = fraction * 10 + bytes[position]! - 0x30;
      }
      digits++;
      position++;
    }
    if (digits === 0 || digits > 9) {
      return false;
    }
    fraction *= worthOfLast[Math.min(digits, tickDigits)]!;
  }
  const offset = readZone(bytes, position, end, slot);
  if (Number.isNaN(offset)) {
    return false;
  }
  const years = year - 1;
  let day = years * 365 + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  day += daysBeforeMonth[month - 1]! + (month > 2 && leapYear ? 1 : 0) + dayOfMonth - 1;
  let ticksOfDay = hour * ticksPerHour + minute * ticksPerMinute + second * ticksPerSecond + fraction - offset;
  if (ticksOfDay < 0) {
    ticksOfDay += ticksPerDay;
    day--;
  } else if (ticksOfDay >= ticksPerDay) {
    ticksOfDay -= ticksPerDay;
    day++;
  }
  slot.day = day;
  slot.ticksOfDay = ticksOfDay;
  const isLeapSecond = ticksOfDay < ticksPerSecond;
  return day >= 0 && day <= lastDay && (second < 60 || isLeapSecond);
}

/**
 * Reads what follows the seconds: nothing, `Z`, or an offset `+hh:mm`, `+hhmm` or `+hh`, each after at most one blank. Sets
 * the zone of `slot` and returns the offset in ticks, NaN if the text is none of these.
 */
function readZone(bytes: Uint8Array, position: number, end: number, slot: TimeSlot): number {
  if (position === end) {
    slot.zone = 'none';
    return 0;
  }
  const start = bytes[position] === 0x20 ? position + 1 : position;
  const first = bytes[start];
  const length = end - start;
  if (length === 1 && (first === 0x5a || first === 0x7a)) {
    slot.zone = 'utc';
    return 0;
  }
  const hasColon = length === 6 && bytes[start + 3] === 0x3a;
  if ((first !== 0x2b && first !== 0x2d) || !(hasColon || length === 5 || length === 3)) {
    return NaN;
  }
  const hours = twoDigits(bytes, start + 1);
  const minutes = length === 3 ? 0 : twoDigits(bytes, end - 2);
  if (!(hours <= 23 && minutes <= 59)) {
    return NaN;
  }
  slot.zone = 'offset';
  return (hours * 60 + minutes) * ticksPerMinute * (first === 0x2d ? -1 : 1);
}

/** `/Date(1606155809942)/`, with or without an offset, which only says how the writer's clock was set. */
function parseDotNetDate(bytes: Uint8Array, start: number, end: number, slot: TimeSlot): boolean {
  const text = String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 64)));
  const found = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/.exec(text);
  if (found === null) {
    return false;
  }
  const milliseconds = Number(found[1]);
  slot.day = Math.floor(milliseconds / 86_400_000) + unixEpochDay;
  slot.ticksOfDay = (milliseconds - (slot.day - unixEpochDay) * 86_400_000) * ticksPerMillisecond;
  slot.zone = 'dotnet';
  return slot.day >= 0 && slot.day <= lastDay;
}

function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]!;
  const ones = bytes[at + 1]!;
  return isDigit(tens) && isDigit(ones) ? (tens - 0x30) * 10 + (ones - 0x30) : NaN;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
