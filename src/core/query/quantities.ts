import { parseTime } from '../record/parseTime.ts';
import type { Ticks } from '../record/ticks.ts';
import type { QuantityMatcher, QuantityRangeMatcher, NumberMatcher, NumberRangeMatcher, TimeMatcher, TimeRangeMatcher } from './ast.ts';
import { matchesNumber, tickRangeOf } from './ranges.ts';
import { parseTimeUnit } from './timeUnit.ts';

/**
 * Comparing values that may be of any kind. What a value is follows from its text alone, so that `5` and `"5"` compare alike:
 * a number in JSON's notation (`007` is text), a time in any notation that records may use, or a date, which is its first
 * tick; else text.
 */
export type QuantitativeMatcher =
  NumberMatcher | NumberRangeMatcher | TimeMatcher | TimeRangeMatcher | QuantityMatcher | QuantityRangeMatcher;

/** Compiles a comparison with values that may be of any kind. */
export function compileQuantity(matcher: QuantitativeMatcher): (value: string) => boolean {
  const numbers = numbersOf(matcher);
  const times = timesOf(matcher);
  const range = times && tickRangeOf(times);
  const text = matcher.kind === 'quantity' && matcher.operator === '=' ? matcher.text.toLowerCase() : undefined;
  return (value) => {
    if (isNumber(value)) {
      return numbers !== undefined && matchesNumber(numbers, value);
    }
    const ticks = range && ticksOfValue(value);
    return (range !== undefined && ticks !== undefined && range.from <= ticks && ticks <= range.to) || value.toLowerCase() === text;
  };
}

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Whether a text is a number in JSON's notation. */
export function isNumber(text: string): boolean {
  return jsonNumber.test(text);
}

function ticksOfValue(text: string): Ticks | undefined {
  const time = parseTime(text);
  return time === undefined && /^\d{4}-\d\d-\d\d/.test(text) ? parseTimeUnit(text)?.first : time?.ticks;
}

function numbersOf(matcher: QuantitativeMatcher): NumberMatcher | NumberRangeMatcher | undefined {
  switch (matcher.kind) {
    case 'number':
    case 'numberRange':
      return matcher;
    case 'quantity':
      return matcher.number && { kind: 'number', operator: matcher.operator, operand: matcher.number };
    case 'quantityRange':
      return matcher.numbers;
    case 'time':
    case 'timeRange':
      return undefined;
  }
}

function timesOf(matcher: QuantitativeMatcher): TimeMatcher | TimeRangeMatcher | undefined {
  switch (matcher.kind) {
    case 'time':
    case 'timeRange':
      return matcher;
    case 'quantity':
      return matcher.unit && { kind: 'time', operator: matcher.operator, unit: matcher.unit };
    case 'quantityRange':
      return matcher.times;
    case 'number':
    case 'numberRange':
      return undefined;
  }
}
