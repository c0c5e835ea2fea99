import { ticksFromUnixMilliseconds, ticksPerSecond, unixMilliseconds, type Ticks } from '../core/record/ticks.ts';
import { pixelOf, spanLength, type TimeSpan } from '../core/timeline/timeSpan.ts';
import { timeText } from '../core/record/timeText.ts';
import { calendarTicks, roundStep } from './calendarTicks.ts';
import { momentsOfClock, type Zone, zoneOffset } from '../core/record/zones.ts';

export interface AxisTick {
  readonly x: number;
  readonly label: string;
}

const pixelsPerTick = 96;

/**
 * Round moments along an axis. Calendar steps are on the clock of the zone shown; below a second they are decimal steps of
 * ticks, because a Date ends at milliseconds and records do not.
 */
export function axisTicks(span: TimeSpan, width: number, zone: Zone): readonly AxisTick[] {
  const wished = Math.max(2, Math.floor(width / pixelsPerTick));
  const moments = spanLength(span) < BigInt(2 * ticksPerSecond) ? decimalTicks(span, wished) : zonedTicks(span, wished, zone);
  return moments.map((ticks) => ({ x: pixelOf(span, width, ticks), label: tickLabel(ticks, zone) }));
}

function zonedTicks(span: TimeSpan, wished: number, zone: Zone): readonly Ticks[] {
  const [from, to] = [unixMilliseconds(span.from), unixMilliseconds(span.to)];
  const offsets = [zoneOffset(zone, from), zoneOffset(zone, to)];
  // All that clocks show within the span, also where they are put back in it.
  const clocks = calendarTicks(from + Math.min(...offsets), to + Math.max(...offsets), wished);
  const moments = clocks.flatMap((clock) => momentsOfClock(zone, clock)).sort((left, right) => left - right);
  return moments.map(ticksFromUnixMilliseconds).filter((ticks) => ticks >= span.from && ticks < span.to);
}

function decimalTicks(span: TimeSpan, wished: number): readonly Ticks[] {
  const step = BigInt(Math.max(1, Math.round(roundStep(Number(spanLength(span)) / wished))));
  const moments: Ticks[] = [];
  for (let ticks = ((span.from + step - 1n) / step) * step; ticks < span.to; ticks += step) {
    moments.push(ticks as Ticks);
  }
  return moments;
}

/** The coarsest unit that begins at the moment: a year, a month, a day, a minute, a second or a part of one. */
function tickLabel(ticks: Ticks, zone: Zone): string {
  const text = timeText(ticks, zone);
  const time = text.slice(11);
  if (time.startsWith('00:00:00.0000000')) {
    return text.slice(5, 10) === '01-01' ? text.slice(0, 4) : text.slice(5, 10);
  }
  if (time.endsWith(':00.0000000')) {
    return time.slice(0, 5);
  }
  return time.endsWith('.0000000') ? time.slice(0, 8) : time.slice(6).replace(/0+$/, '');
}

/** What the labels leave out: the day, month or year in which an axis begins. */
export function axisStart(span: TimeSpan, zone: Zone): string {
  return timeText(span.from, zone).slice(0, 10);
}
