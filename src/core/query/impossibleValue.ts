import { message, type Message } from '../finding/message.ts';
import { findingCodes, findingSeverities } from '../finding/codes.ts';
import { resultGroups } from '../record/results.ts';
import type { SingleMatcher } from './ast.ts';
import { compileMatcher } from './compileMatcher.ts';
import { fieldName, valueKindOf, type FieldRef } from './fields.ts';
import { nearNames } from './nearNames.ts';
import { integerRangeOf } from './ranges.ts';

/** Why no record can match, and near values that some can. */
export interface Impossibility {
  readonly message: Message;
  readonly suggestions: readonly string[];
}

/** Fields of which every possible value is known here; the engine knows those of `event`. */
const closedFields: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['resultGroup', resultGroups],
  ['finding', [...new Set(Object.values(findingSeverities)), ...findingCodes]],
]);

/** Fields that every record has as a whole number, and the least that occurs. */
const countedFields: ReadonlyMap<string, number> = new Map([
  ['record', 0],
  ['line', 1],
]);

/** Longer lists of values are not spelled out. */
const maxListed = 8;

/**
 * Whether a value is one that the field never has, in any log; undefined if it may have it. `null` is always possible, as a
 * way to ask for nothing.
 *
 * @param written The value as the filter writes it, without quotes.
 */
export function impossibleValue(field: FieldRef, matcher: SingleMatcher, written: string): Impossibility | undefined {
  if (field.kind !== 'named' || matcher.kind === 'null') {
    return undefined;
  }
  const least = countedFields.get(field.name);
  if (least !== undefined) {
    return isCounted(matcher, least) ? undefined : { message: message('query.neverCounted', written, field.name, least), suggestions: [] };
  }
  const values = closedFields.get(field.name);
  return values === undefined || values.some(compileMatcher(matcher, valueKindOf(field)))
    ? undefined
    : neverValue(written, fieldName(field), values);
}

function isCounted(matcher: SingleMatcher, least: number): boolean {
  switch (matcher.kind) {
    case 'number':
    case 'numberRange': {
      const { from, to } = integerRangeOf(matcher);
      return from <= to && to >= BigInt(least);
    }
    case 'exact':
      return /^(?:0|[1-9]\d*)$/.test(matcher.value) && BigInt(matcher.value) >= BigInt(least);
    default:
      return true;
  }
}

function neverValue(written: string, field: string, values: readonly string[]): Impossibility {
  const isFamily = values.some((value) => value.startsWith(`${written}.`));
  const suggestions = isFamily ? [`${written}.*`] : nearNames(written, values);
  if (suggestions.length > 0) {
    return { message: message('query.unknownValueNear', written, field, suggestions.join(', ')), suggestions };
  }
  return {
    message:
      values.length <= maxListed
        ? message('query.unknownValue', written, field, values.join(', '))
        : message('query.unknownFinding', written, values.slice(0, 3).join(', '), values.at(-1)!),
    suggestions,
  };
}
