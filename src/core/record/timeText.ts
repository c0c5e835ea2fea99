import { formatTicks, unixMilliseconds, type Ticks } from './ticks.ts';
import { wallClock, type Zone } from './zones.ts';

/** `2020-11-23 18:23:29.9427158`: all seven digits, in the zone asked for, which the surroundings must name. */
export function timeText(ticks: Ticks, zone: Zone): string {
  const utc = formatTicks(ticks).slice(0, -1).replace('T', ' ');
  if (zone === 'utc') {
    return utc;
  }
  const clock = wallClock(zone, unixMilliseconds(ticks));
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${String(clock.getUTCFullYear()).padStart(4, '0')}-${two(clock.getUTCMonth() + 1)}-${two(clock.getUTCDate())}`;
  return `${date} ${two(clock.getUTCHours())}:${two(clock.getUTCMinutes())}:${two(clock.getUTCSeconds())}${utc.slice(19)}`;
}
