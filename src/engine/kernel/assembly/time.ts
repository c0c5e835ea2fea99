/** The time that {@link readTime} has read: days since 0001-01-01, seconds of that day, and ticks of 100 ns of that second. */
export let day: u32 = 0;
export let second: u32 = 0;
export let tick: u32 = 0;

const wrong: u32 = 1_000_000;
/** Addresses of words, one for each month. */
const daysBeforeMonth = memory.data<u32>([0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]);
const daysOfMonth = memory.data<u32>([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);

/**
 * Reads `yyyy-mm-ddThh:mm:ssZ`, with up to seven digits of a fraction, and without its zone if none is needed. False for anything
 * else, which may be a time nevertheless.
 */
export function readTime(from: usize, end: usize, needsZone: bool): bool {
  const hasZone = load<u8>(end - 1) === 0x5a;
  const last = hasZone ? end - 1 : end;
  const length = last - from;
  if ((needsZone && !hasZone) || length < 19 || length > 27 || length === 20) {
    return false;
  }
  const isPunctuated =
    load<u8>(from, 4) === 0x2d &&
    load<u8>(from, 7) === 0x2d &&
    load<u8>(from, 10) === 0x54 &&
    load<u8>(from, 13) === 0x3a &&
    load<u8>(from, 16) === 0x3a;
  return isPunctuated && readDay(from) && readSecond(from + 11) && readFraction(from + 19, last);
}

function readDay(from: usize): bool {
  const year = twoDigits(from) * 100 + twoDigits(from + 2);
  const month = twoDigits(from + 5);
  const dayOfMonth = twoDigits(from + 8);
  if (year < 1 || year > 9999 || month < 1 || month > 12 || dayOfMonth < 1) {
    return false;
  }
  const leap: u32 = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  if (dayOfMonth > wordOf(month, daysOfMonth) + (month === 2 ? leap : 0)) {
    return false;
  }
  const years = year - 1;
  const before = years * 365 + years / 4 - years / 100 + years / 400;
  day = before + wordOf(month, daysBeforeMonth) + (month > 2 ? leap : 0) + dayOfMonth - 1;
  return true;
}

function wordOf(month: u32, words: usize): u32 {
  return load<u32>(words + ((month - 1) << 2));
}

/** Leap seconds are left to others. */
function readSecond(from: usize): bool {
  const hours = twoDigits(from);
  const minutes = twoDigits(from + 3);
  const seconds = twoDigits(from + 6);
  second = hours * 3600 + minutes * 60 + seconds;
  return hours < 24 && minutes < 60 && seconds < 60;
}

function readFraction(from: usize, end: usize): bool {
  tick = 0;
  if (from === end) {
    return true;
  }
  if (load<u8>(from) !== 0x2e) {
    return false;
  }
  let worth: u32 = 1_000_000;
  for (let at = from + 1; at < end; at++) {
    const digit = u32(load<u8>(at)) - 0x30;
    if (digit > 9) {
      return false;
    }
    tick += digit * worth;
    worth /= 10;
  }
  return true;
}

/** The number that two digits make; more than any if they are none. */
function twoDigits(at: usize): u32 {
  const tens = u32(load<u8>(at)) - 0x30;
  const ones = u32(load<u8>(at, 1)) - 0x30;
  return tens > 9 || ones > 9 ? wrong : tens * 10 + ones;
}
