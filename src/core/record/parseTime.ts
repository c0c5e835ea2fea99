import { lastDay, ticksOf, ticksPerDay, ticksPerMillisecond, ticksPerMinute, ticksPerSecond, unixEpochDay, type Ticks } from './ticks.ts';

/**
 * Reading times: RFC 3339 with 0 to 9 fraction digits. As in ISO 8601 and the text forms of databases, a blank may
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
/** How long `yyyy-mm-ddThh:mm:ss` is. */
const secondsLength = 19;
/** A fraction of a second has at most so many digits. */
const maxDigits = 9;
/** In place of two digits: larger than any number that they can make. */
const noNumber = 1_000_000;
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

/** Reads the time that is in `bytes` from `start` up to `end` into `slot`; false if it is none. */
export function parseTimeBytes(bytes: Uint8Array, start: number, end: number, slot: TimeSlot): boolean {
  if (bytes[start] === 0x2f) {
    return parseDotNetDate(bytes, start, end, slot);
  }
  if (end - start < secondsLength || !isPunctuated(bytes, start)) {
    return false;
  }
  const day = readDay(bytes, start);
  const seconds = readSeconds(bytes, start + 11);
  const zone = readFraction(bytes, start + secondsLength, end, slot);
  if (day < 0 || seconds < 0 || zone < 0) {
    return false;
  }
  const offset = readZone(bytes, zone, end, slot);
  if (Number.isNaN(offset)) {
    return false;
  }
  const ticks = seconds * ticksPerSecond + slot.ticksOfDay - offset;
  const isLeapSecond = bytes[start + 17] === 0x36;
  return fill(slot, day, ticks) && (!isLeapSecond || slot.ticksOfDay < ticksPerSecond);
}

/** Whether the punctuation of `yyyy-mm-ddThh:mm:ss` is where it must be. */
function isPunctuated(bytes: Uint8Array, start: number): boolean {
  const separator = bytes[start + 10];
  return (
    bytes[start + 4] === 0x2d &&
    bytes[start + 7] === 0x2d &&
    (separator === 0x54 || separator === 0x20 || separator === 0x74) &&
    bytes[start + 13] === 0x3a &&
    bytes[start + 16] === 0x3a
  );
}

/** Days from 0001-01-01 to the date `yyyy-mm-dd` at an index; -1 if there is no such day. */
function readDay(bytes: Uint8Array, start: number): number {
  const year = twoDigits(bytes, start) * 100 + twoDigits(bytes, start + 2);
  const month = twoDigits(bytes, start + 5);
  const dayOfMonth = twoDigits(bytes, start + 8);
  if (year < 1 || year > 9999 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) {
    return -1;
  }
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (dayOfMonth > (month === 2 && isLeapYear ? 29 : daysOfMonth[month - 1]!)) {
    return -1;
  }
  const years = year - 1;
  const daysBeforeYear = years * 365 + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return daysBeforeYear + daysBeforeMonth[month - 1]! + (month > 2 && isLeapYear ? 1 : 0) + dayOfMonth - 1;
}

/** Seconds from midnight to the time `hh:mm:ss` at an index, of which the last may be 60; -1 if there is no such time. */
function readSeconds(bytes: Uint8Array, start: number): number {
  const hour = twoDigits(bytes, start);
  const minute = twoDigits(bytes, start + 3);
  const second = twoDigits(bytes, start + 6);
  return hour <= 23 && minute <= 59 && second <= 60 ? hour * 3600 + minute * 60 + second : -1;
}

/**
 * Reads the fraction of a second that begins at an index, if one does. Puts its ticks into `slot`, and returns the index
 * after it; -1 if it has no or too many digits.
 */
function readFraction(bytes: Uint8Array, start: number, end: number, slot: TimeSlot): number {
  slot.ticksOfDay = 0;
  if (bytes[start] !== 0x2e) {
    return start;
  }
  let position = start + 1;
  let fraction = 0;
  while (position < end && isDigit(bytes[position]!)) {
    // Digits below a tick are dropped.
    if (position - start <= tickDigits) {
      fraction = fraction * 10 + bytes[position]! - 0x30;
    }
    position++;
  }
  const digits = position - start - 1;
  slot.ticksOfDay = fraction * worthOfLast[Math.min(digits, tickDigits)]!;
  return digits > 0 && digits <= maxDigits ? position : -1;
}

/** Puts a day and ticks, which an offset may have moved beyond it, into `slot`; false if no time in range comes out. */
function fill(slot: TimeSlot, day: number, ticks: number): boolean {
  if (ticks < 0) {
    slot.day = day - 1;
    slot.ticksOfDay = ticks + ticksPerDay;
  } else if (ticks >= ticksPerDay) {
    slot.day = day + 1;
    slot.ticksOfDay = ticks - ticksPerDay;
  } else {
    slot.day = day;
    slot.ticksOfDay = ticks;
  }
  return slot.day >= 0 && slot.day <= lastDay;
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
  if (end - start === 1 && (first === 0x5a || first === 0x7a)) {
    slot.zone = 'utc';
    return 0;
  }
  const offset = readOffset(bytes, start, end);
  if (!Number.isNaN(offset)) {
    slot.zone = 'offset';
  }
  return offset;
}

/** The ticks of an offset `+hh:mm`, `+hhmm` or `+hh`; NaN if it is none. */
function readOffset(bytes: Uint8Array, start: number, end: number): number {
  const sign = bytes[start];
  const length = end - start;
  const hasColon = length === 6 && bytes[start + 3] === 0x3a;
  if ((sign !== 0x2b && sign !== 0x2d) || !(hasColon || length === 5 || length === 3)) {
    return NaN;
  }
  const hours = twoDigits(bytes, start + 1);
  const minutes = length === 3 ? 0 : twoDigits(bytes, end - 2);
  if (hours > 23 || minutes > 59) {
    return NaN;
  }
  return (hours * 60 + minutes) * ticksPerMinute * (sign === 0x2d ? -1 : 1);
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

/** The number that two digits at an index make, or {@link noNumber}. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]!;
  const ones = bytes[at + 1]!;
  return isDigit(tens) && isDigit(ones) ? (tens - 0x30) * 10 + ones - 0x30 : noNumber;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
