import { ticksFromText } from '../record/ticks.ts';
import { endOfTime, type TimeSpan } from './timeSpan.ts';

/** A span as it crosses boundaries: its first tick and the first after it, in decimal. */
export type SpanText = readonly [from: string, to: string];

/** Undefined for text that is no span. */
export function spanOfText([fromText, toText]: SpanText): TimeSpan | undefined {
  const from = ticksFromText(fromText);
  const to = toText === String(endOfTime) ? endOfTime : ticksFromText(toText);
  return from === undefined || to === undefined || from >= to ? undefined : { from, to };
}

export function textOfSpan({ from, to }: TimeSpan): SpanText {
  return [String(from), String(to)];
}
