/**
 * Exact time: .NET ticks, 100 ns since 0001-01-01T00:00:00 UTC, the unit in which the logs are written.
 *
 * A JavaScript Date holds three of the seven digits of a record's time, so it is never used to order records. Ticks of
 * our era need 60 bits: as one value they are a bigint; in columns they are a day and the ticks within it, both exact.
 */
declare const ticksBrand: unique symbol;

/** 100 ns units since 0001-01-01T00:00:00Z, from 0 to {@link lastTicks}. */
export type Ticks = bigint & { readonly [ticksBrand]: true };

export const ticksPerMillisecond = 10_000;
export const ticksPerSecond = 10_000_000;
export const ticksPerMinute = 600_000_000;
export const ticksPerHour = 36_000_000_000;
export const ticksPerDay = 864_000_000_000;

/** 9999-12-31T23:59:59.9999999Z. */
export const lastTicks = 3_155_378_975_999_999_999n as Ticks;

/** Days from 0001-01-01 to 1970-01-01, proleptic Gregorian. */
export const unixEpochDay = 719_162;

/** The last day that ticks can name, 9999-12-31. */
export const lastDay = 3_652_058;

/** Joins a day number (0 is 0001-01-01) and the ticks within that day. */
export function ticksOf(day: number, ticksOfDay: number): Ticks {
  return (BigInt(day) * 864_000_000_000n + BigInt(ticksOfDay)) as Ticks;
}

/** Reads ticks from decimal text, the form in which they cross boundaries. Undefined if it is no such number. */
export function ticksFromText(text: string): Ticks | undefined {
  if (!/^\d{1,19}$/.test(text)) {
    return undefined;
  }
  const value = BigInt(text);
  return value <= lastTicks ? (value as Ticks) : undefined;
}

/** Keeps a sum or difference within what ticks can name. */
export function clampTicks(value: bigint): Ticks {
  if (value < 0n) {
    return 0n as Ticks;
  }
  return value > lastTicks ? lastTicks : (value as Ticks);
}

/** Whole milliseconds since 1970, rounded down: for calendars and time zones, never for ordering. */
export function unixMilliseconds(ticks: Ticks): number {
  return Number(ticks / 10_000n) - unixEpochDay * 86_400_000;
}

/** The ticks of a moment given in milliseconds since 1970, clamped to what ticks can name. */
export function ticksFromUnixMilliseconds(milliseconds: number): Ticks {
  return clampTicks((BigInt(Math.floor(milliseconds)) + BigInt(unixEpochDay) * 86_400_000n) * 10_000n);
}

/** RFC 3339 in UTC with all seven digits, `2020-11-23T18:23:29.9427158Z`. */
export function formatTicks(ticks: Ticks): string {
  const milliseconds = unixMilliseconds(ticks);
  const rest = String(Number(ticks % 10_000n)).padStart(4, '0');
  return `${new Date(milliseconds).toISOString().slice(0, 23)}${rest}Z`;
}
