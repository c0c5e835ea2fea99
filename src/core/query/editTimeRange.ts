import { lastTicks, ticksFromText, type Ticks } from '../record/ticks.ts';
import type { FieldTerm, Matcher } from './ast.ts';
import { demandsOf, fieldTerm, replaceTerms } from './editQuery.ts';
import type { FieldRef } from './fields.ts';
import { tickRangeOf } from './ranges.ts';
import { parseTimeUnit, unitBeginningAt, unitEndingAt } from './timeUnit.ts';

const time: FieldRef = { kind: 'named', name: 'time' };

/** The filter's demand on time becomes `from` to `to`, both included, in the shortest spelling that is exact. */
export function withTimeRange(queryText: string, from: Ticks, to: Ticks): string {
  const [first, last] = from <= to ? [from, to] : [to, from];
  const fromUnit = parseTimeUnit(unitBeginningAt(first))!;
  const toUnit = parseTimeUnit(unitEndingAt(last))!;
  const matcher: Matcher =
    fromUnit.text === toUnit.text ? { kind: 'time', operator: '=', unit: fromUnit } : { kind: 'timeRange', from: fromUnit, to: toUnit };
  return replaceTerms(queryText, isOfTime, fieldTerm(time, matcher));
}

/** The term that leaves a stretch of time, from a tick up to another that is not in it, in decimal; empty for text that is no stretch. */
export function rangeTerm([fromText, toText]: readonly [from: string, to: string]): string {
  const from = ticksFromText(fromText);
  // The end may be that of all times, which is no moment of its own.
  const last = /^\d{1,19}$/.test(toText) ? ticksFromText(String(BigInt(toText) - 1n)) : undefined;
  return from === undefined || last === undefined || from > last ? '' : withTimeRange('', from, last);
}

/** The filter without what its top-level terms demand of time. */
export function withoutTimeRange(queryText: string): string {
  return replaceTerms(queryText, isOfTime, undefined);
}

/**
 * The span of time that the filter's top-level terms leave, both ends included; an end that they leave open is absent.
 * Undefined where they demand nothing of time, or several spans at choice, or the impossible.
 */
export function timeRangeOf(queryText: string): { readonly from?: Ticks; readonly to?: Ticks } | undefined {
  let from = 0n as Ticks;
  let to = lastTicks;
  let found = false;
  for (const term of demandsOf(queryText)) {
    if (term.kind === 'field' && isOfTime(term) && (term.matcher.kind === 'time' || term.matcher.kind === 'timeRange')) {
      const range = tickRangeOf(term.matcher);
      from = range.from > from ? range.from : from;
      to = range.to < to ? range.to : to;
      found = true;
    }
  }
  return found && from <= to ? { ...(from > 0n && { from }), ...(to < lastTicks && { to }) } : undefined;
}

function isOfTime(term: FieldTerm): boolean {
  return term.field.kind === 'named' && term.field.name === 'time';
}
