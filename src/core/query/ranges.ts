import { lastTicks, type Ticks } from '../record/ticks.ts';
import type { ComparisonOperator, NumberMatcher, NumberRangeMatcher, TimeMatcher, TimeRangeMatcher } from './ast.ts';
import { compareDecimals, floorOf, isWhole, parseDecimal, type Decimal } from '../json/decimal.ts';

/** From the first to the last tick that matches, both included; none matches where `from` is above `to`. */
export interface TickRange {
  readonly from: Ticks;
  readonly to: Ticks;
}

/** As {@link TickRange}, of whole numbers from 0 to 2^64-1: for columns of sequence numbers. */
export interface IntegerRange {
  readonly from: bigint;
  readonly to: bigint;
}

const largest = 2n ** 64n - 1n;

/** The ticks that a time matcher finds. */
export function tickRangeOf(matcher: TimeMatcher | TimeRangeMatcher): TickRange {
  if (matcher.kind === 'timeRange') {
    return { from: matcher.from?.first ?? (0n as Ticks), to: matcher.to?.last ?? lastTicks };
  }
  const { first, last } = matcher.unit;
  return bounded(matcher.operator, first, last, 0n, lastTicks) as TickRange;
}

/** The whole numbers from 0 to 2^64-1 that a number matcher finds. */
export function integerRangeOf(matcher: NumberMatcher | NumberRangeMatcher): IntegerRange {
  if (matcher.kind === 'number') {
    const { first, last } = integersAt(matcher.operand);
    return bounded(matcher.operator, first, last, 0n, largest);
  }
  const from = matcher.from === undefined ? 0n : integersAt(matcher.from).first;
  const to = matcher.to === undefined ? largest : integersAt(matcher.to).last;
  return { from: larger(from, 0n), to: smaller(to, largest) };
}

/** True if a number that a record writes as `text` matches, exactly; false if the text is no number. */
export function matchesNumber(matcher: NumberMatcher | NumberRangeMatcher, text: string): boolean {
  const value = parseDecimal(text);
  if (value === undefined) {
    return false;
  }
  if (matcher.kind === 'numberRange') {
    const { from, to } = matcher;
    return (from === undefined || compareDecimals(value, from) >= 0) && (to === undefined || compareDecimals(value, to) <= 0);
  }
  const order = compareDecimals(value, matcher.operand);
  switch (matcher.operator) {
    case '=':
      return order === 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** The least integer not below a number and the greatest not above it: in reverse order if it has a fraction. */
function integersAt(decimal: Decimal): { readonly first: bigint; readonly last: bigint } {
  const last = floorOf(decimal);
  return { first: isWhole(decimal) ? last : last + 1n, last };
}

/** What an operator leaves of `least` to `most` when what is compared reaches from `first` to `last`. */
function bounded(operator: ComparisonOperator, first: bigint, last: bigint, least: bigint, most: bigint): IntegerRange {
  switch (operator) {
    case '=':
      return { from: larger(first, least), to: smaller(last, most) };
    case '<':
      return { from: least, to: smaller(first - 1n, most) };
    case '<=':
      return { from: least, to: smaller(last, most) };
    case '>':
      return { from: larger(last + 1n, least), to: most };
    case '>=':
      return { from: larger(first, least), to: most };
  }
}

function larger(left: bigint, right: bigint): bigint {
  return left > right ? left : right;
}

function smaller(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}
