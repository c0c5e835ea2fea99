import { parseTime, type ParsedTime } from './parseTime.ts';
import { ticksPerDay, ticksPerSecond, unixEpochDay, type Ticks } from './ticks.ts';

/** Seconds since 1970 from 1990 up to 2100: a smaller or larger number is hardly a time. */
const firstEpoch = 631_152_000;
const lastEpoch = 4_102_444_800;

/** Units of numbers that count from 1970: how many of them are a second. */
const unitsPerSecond = [1, 1e3, 1e6, 1e9] as const;

/** `1/9/2007 9:41:00 AM +01:00`: month before day. */
const americanTime = /^(\d{1,2})\/(\d{1,2})\/(\d{4}),? (\d{1,2}):(\d\d)(?::(\d\d)(\.\d{1,9})?)?(?: ([AP])M)?(?: ?(Z|[+-]\d\d:?\d\d))?$/i;

/** `2024-03-01 10:00:00,123 UTC`: a comma before the fraction, or the name of the zone, as databases and loggers write them. */
const loggedTime = /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?(?: ?(?:(UTC|GMT|Z)|([+-]\d\d:?\d\d)))?$/i;

/**
 * Reads a time in any notation that audit logs use: those of {@link parseTime}, seconds, milliseconds, microseconds or
 * nanoseconds since 1970 between 1990 and 2100, the American `1/9/2007 9:41:00 AM`, and `2024-03-01 10:00:00,123 UTC`.
 * Undefined if it is none of them.
 */
export function parseAnyTime(text: string): ParsedTime | undefined {
  return parseTime(text) ?? parseEpoch(text) ?? parseAmerican(text) ?? parseLogged(text);
}

function parseLogged(text: string): ParsedTime | undefined {
  const [, time, fraction, utc, offset = ''] = (text.length > 40 ? null : loggedTime.exec(text)) ?? [];
  return time === undefined
    ? undefined
    : parseTime(`${time.replace(' ', 'T')}${fraction === undefined ? '' : `.${fraction}`}${utc === undefined ? offset : 'Z'}`);
}

function parseEpoch(text: string): ParsedTime | undefined {
  const [, whole, fraction = ''] = /^(\d{9,19})(?:\.(\d{1,12}))?$/.exec(text) ?? [];
  if (whole === undefined) {
    return undefined;
  }
  const number = Number(whole);
  const unit = unitsPerSecond.find((units) => number >= firstEpoch * units && number <= lastEpoch * units);
  if (unit === undefined) {
    return undefined;
  }
  // In ticks, exactly: what is below a tick is dropped.
  const digits = BigInt(whole + fraction.padEnd(12, '0'));
  const ticks = (digits * BigInt(ticksPerSecond)) / (BigInt(unit) * 10n ** 12n);
  return { ticks: (ticks + BigInt(unixEpochDay) * BigInt(ticksPerDay)) as Ticks, zone: 'utc' };
}

function parseAmerican(text: string): ParsedTime | undefined {
  const match = text.length > 40 ? null : americanTime.exec(text);
  if (match === null) {
    return undefined;
  }
  const [, month = '', day = '', year = '', hour = '', minute = '', second = '00', fraction = '', half, zone = ''] = match;
  const hours = hourOfDay(Number(hour), half?.toUpperCase());
  const two = (part: string | number): string => String(part).padStart(2, '0');
  return hours === undefined
    ? undefined
    : parseTime(`${year}-${two(month)}-${two(day)}T${two(hours)}:${minute}:${second}${fraction}${zone}`);
}

/** The hour from 0 of one that counts to 12 in each half of the day, `A` or `P`; undefined if there is no such hour. */
function hourOfDay(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) {
    return hour;
  }
  return hour < 1 || hour > 12 ? undefined : (hour % 12) + (half === 'P' ? 12 : 0);
}
