import type { Query } from './ast.ts';
import { andTerm, demandsOf, fieldValuesOf, literalTerm, withFieldValues } from './editQuery.ts';
import { formatQuery } from './formatQuery.ts';

/**
 * Changing which values of a field a filter leaves out, each by a term of its own: `-caller:ana`. What remains of the filter keeps
 * its meaning. Fields are named as in `editQuery.ts`.
 */

/** The values of the field that the filter's top-level terms leave out, in order. */
export function excludedValuesOf(queryText: string, field: string): readonly (string | null)[] {
  return [...new Set(demandsOf(queryText).flatMap((demand) => valuesLeftOut(demand, field)))];
}

/** The filter that leaves out these values of the field, and no others. */
export function withExcludedValues(queryText: string, field: string, values: readonly (string | null)[]): string {
  const kept = demandsOf(queryText).filter((demand) => valuesLeftOut(demand, field).length === 0);
  return values.reduce<string>((text, value) => andTerm(text, `-${literalTerm(field, value)}`), kept.map(formatQuery).reduce(andTerm, ''));
}

/** The filter that demands the value alone of the field. */
export function withOnlyValue(queryText: string, field: string, value: string | null): string {
  return withFieldValues(withExcludedValues(queryText, field, []), field, [value]);
}

/** The filter that neither demands nor leaves out a value of the field by a term for it alone. */
export function withoutValues(queryText: string, field: string): string {
  return withFieldValues(withExcludedValues(queryText, field, []), field, []);
}

/** Those that a demand leaves out where it does nothing else; else none. */
function valuesLeftOut(demand: Query, field: string): readonly (string | null)[] {
  if (demand.kind !== 'not' || demand.item.kind !== 'field') {
    return [];
  }
  const term = formatQuery(demand.item);
  const values = fieldValuesOf(term, field);
  // A list may hold a wildcard too, which is no value.
  return values.length > 0 && withFieldValues('', field, values) === term ? values : [];
}
