import { canonicalAddress } from '../record/address.ts';
import type { NumberRangeMatcher, RelativeTimeRangeMatcher, SingleMatcher, TimeRangeMatcher } from './ast.ts';
import { compareDecimals, parseDecimal } from '../json/decimal.ts';
import { isRelative, parseRelativeTime } from './relativeTime.ts';
import { parseTimeUnit } from './timeUnit.ts';

/** The code and the argument of what is wrong with a value. */
export type Refusal = readonly [code: string, argument: string];

/** A matcher, or what is wrong with the value. */
export type Interpretation = SingleMatcher | Refusal;

/** `X..Y` as it is written, cut at its first dots; undefined for text without dots. */
export function rangeEnds(text: string): readonly [from: string, to: string] | undefined {
  const dots = text.indexOf('..');
  return dots === -1 ? undefined : [text.slice(0, dots).trim(), text.slice(dots + 2).trim()];
}

export function numberRange(fromText: string, toText: string): NumberRangeMatcher | Refusal {
  const from = parseEnd(fromText, parseDecimal);
  const to = parseEnd(toText, parseDecimal);
  if (from === null || to === null) {
    return ['query.expectedNumber', from === null ? fromText : toText];
  }
  const reversed = from !== undefined && to !== undefined && compareDecimals(from, to) > 0;
  return reversed ? ['query.reversedRange', fromText] : { kind: 'numberRange', from, to };
}

function timeRange(fromText: string, toText: string): TimeRangeMatcher | Refusal {
  const from = parseEnd(fromText, parseTimeUnit);
  const to = parseEnd(toText, parseTimeUnit);
  if (from === null || to === null) {
    return ['query.expectedTime', from === null ? fromText : toText];
  }
  const reversed = from !== undefined && to !== undefined && from.first > to.last;
  return reversed ? ['query.reversedRange', fromText] : { kind: 'timeRange', from, to };
}

/** As {@link timeRange}, of ends that may count back from the end of the log. */
export function relativeTimeRange(fromText: string, toText: string): TimeRangeMatcher | RelativeTimeRangeMatcher | Refusal {
  const from = parseRelativeTime(fromText);
  const to = parseRelativeTime(toText);
  if (from === undefined && to === undefined) {
    return timeRange(fromText, toText);
  }
  const first = from ?? parseEnd(fromText, parseTimeUnit);
  const last = to ?? parseEnd(toText, parseTimeUnit);
  if (first === null || last === null) {
    return ['query.expectedTime', first === null ? fromText : toText];
  }
  // How a time and one that counts back lie is known with the log only.
  const reversed = isRelative(first) && isRelative(last) && first.ticksBack < last.ticksBack;
  return reversed ? ['query.reversedRange', fromText] : { kind: 'relativeTimeRange', from: first, to: last };
}

/**
 * A range where values may be of any kind: of numbers, of times, or of both where years could be either. Undefined where the
 * text is no range, as no end of it is a number or a time: `a..b`, `../x`.
 */
export function anyRange(text: string, [from, to]: readonly [from: string, to: string]): Interpretation | undefined {
  if (from === '' && to === '') {
    return ['query.emptyRange', text];
  }
  const given = [from, to].filter((end) => end !== '');
  if (!given.some(isQuantity)) {
    return undefined;
  }
  const unreadable = given.find((end) => !isQuantity(end));
  if (unreadable !== undefined) {
    return ['query.expectedQuantity', unreadable];
  }
  const areNumbers = given.every((end) => parseDecimal(end) !== undefined);
  const areTimes = given.every((end) => parseTimeUnit(end) !== undefined);
  if (areNumbers && areTimes) {
    const numbers = numberRange(from, to);
    const times = timeRange(from, to);
    return 'kind' in numbers && 'kind' in times ? { kind: 'quantityRange', numbers, times } : numbers;
  }
  return areNumbers ? numberRange(from, to) : areTimes ? timeRange(from, to) : ['query.mixedRange', text];
}

/** Refuses a range of numbers or times where there is no order: such text is in no log, so a range was meant. */
export function refusedRange(text: string): Refusal | undefined {
  const given = rangeEnds(text)?.filter((end) => end !== '') ?? [];
  return given.length > 0 && given.every(isQuantity) ? ['query.noRange', text] : undefined;
}

/** Refuses ranges of addresses, and networks such as `10.0.0.0/8`. */
export function refusedAddresses(text: string): Refusal | undefined {
  const [, network] = /^(.*)\/\d+$/.exec(text) ?? [];
  const isNetwork = network !== undefined && canonicalAddress(network) !== undefined;
  return isNetwork || text.includes('..') ? ['query.addressRange', text] : undefined;
}

function isQuantity(text: string): boolean {
  return parseDecimal(text) !== undefined || parseTimeUnit(text) !== undefined;
}

/** An end of a range: undefined where it is open, null where it cannot be read. */
function parseEnd<T>(text: string, parse: (text: string) => T | undefined): T | undefined | null {
  return text === '' ? undefined : (parse(text) ?? null);
}
