import type { FieldTerm, Query, SingleMatcher, Span } from './ast.ts';
import { canonicalAddress } from '../record/address.ts';
import { parseDecimal } from '../json/decimal.ts';
import { isSameField, resolveField, valueKindOf, type FieldRef } from './fields.ts';
import { formatQuery, itemText } from './formatQuery.ts';
import { parseQuery } from './parseQuery.ts';
import { parseTime } from '../record/parseTime.ts';
import { parseTimeUnit } from './timeUnit.ts';

/**
 * Changing a filter's text by what is picked, clicked or brushed. What remains of the text keeps its meaning and comes
 * back in canonical spelling. A text that does not parse counts as no filter: it never was in force, so hand over the
 * last one that was.
 *
 * Fields are named without quotes: `operation`, `caller.UPN`, `key.any text`. An unknown name is a fault of the caller
 * and throws a RangeError.
 */

/** A term that finds a value, whatever text it is; null finds "missing or null". */
export function literalTerm(field: string, value: string | null): string {
  return formatQuery(anyOfTerm(fieldNamed(field), [value]));
}

/** The value of such a term alone, as it is after `field:` or in a list. */
export function literalValue(field: string, value: string | null): string {
  const ref = fieldNamed(field);
  return itemText(literalMatcher(ref, value), valueKindOf(ref));
}

/** Puts `field:("A", "B")` in place of what the filter demands of the field; without values, takes it away. */
export function withFieldValues(queryText: string, field: string, values: readonly (string | null)[]): string {
  const ref = fieldNamed(field);
  const distinct = [...new Set(values)];
  return replaceTerms(queryText, (term) => isSameField(term.field, ref), distinct.length === 0 ? undefined : anyOfTerm(ref, distinct));
}

/** The values that the filter's top-level terms of a field name one by one, in order: what a pick list shows as picked. */
export function fieldValuesOf(queryText: string, field: string): readonly (string | null)[] {
  const ref = fieldNamed(field);
  const values = new Set<string | null>();
  for (const term of demandsOf(queryText)) {
    if (term.kind === 'field' && isSameField(term.field, ref) && term.matcher.kind !== 'regex') {
      const items = term.matcher.kind === 'anyOf' ? term.matcher.items : [term.matcher];
      for (const value of items.map(literalOf)) {
        if (value !== undefined) {
          values.add(value);
        }
      }
    }
  }
  return [...values];
}

/** The filter narrowed by a term (or any filter), unless it demands it already. */
export function andTerm(queryText: string, term: string): string {
  const added = demandsOf(term);
  const present = demandsOf(queryText);
  const texts = new Set(present.map(formatQuery));
  return formatAll([...present, ...added.filter((query) => !texts.has(formatQuery(query)))]);
}

/** Puts `replacement` where the first of the top-level, not negated terms was that `isReplaced` picks; drops the others. */
export function replaceTerms(queryText: string, isReplaced: (term: FieldTerm) => boolean, replacement: FieldTerm | undefined): string {
  const kept: Query[] = [];
  let place: number | undefined;
  for (const query of demandsOf(queryText)) {
    if (query.kind === 'field' && isReplaced(query)) {
      place ??= kept.length;
    } else {
      kept.push(query);
    }
  }
  if (replacement !== undefined) {
    kept.splice(place ?? kept.length, 0, replacement);
  }
  return formatAll(kept);
}

/** What a record has to meet, each by itself: the operands of a top-level AND. */
export function demandsOf(queryText: string): readonly Query[] {
  const result = parseQuery(queryText);
  if (!result.ok || result.query.kind === 'all') {
    return [];
  }
  return result.query.kind === 'and' ? result.query.items : [result.query];
}

/** Makes a term that was not read from any text. */
export function fieldTerm(field: FieldRef, matcher: FieldTerm['matcher']): FieldTerm {
  const nowhere: Span = { start: 0, end: 0 };
  return { kind: 'field', field, matcher, span: nowhere, valueSpan: nowhere };
}

function formatAll(queries: readonly Query[]): string {
  const [first] = queries;
  return first === undefined || queries.length === 1
    ? formatQuery(first ?? { kind: 'all', span: { start: 0, end: 0 } })
    : formatQuery({ kind: 'and', items: queries, span: { start: 0, end: 0 } });
}

function fieldNamed(name: string): FieldRef {
  const field = resolveField(name);
  if (field === undefined) {
    throw new RangeError(`No field of the filter language is named ${name}`);
  }
  return field;
}

function anyOfTerm(field: FieldRef, values: readonly (string | null)[]): FieldTerm {
  const items = values.map((value) => literalMatcher(field, value));
  return fieldTerm(field, items.length === 1 ? items[0]! : { kind: 'anyOf', items });
}

/** A number or time that can be read is compared as such; any other text of these fields as the record writes it. */
function literalMatcher(field: FieldRef, value: string | null): SingleMatcher {
  if (value === null) {
    return { kind: 'null' };
  }
  switch (valueKindOf(field)) {
    case 'number': {
      const operand = parseDecimal(value);
      return operand === undefined ? { kind: 'exact', value } : { kind: 'number', operator: '=', operand };
    }
    case 'time': {
      const unit = parseTime(value) === undefined ? undefined : parseTimeUnit(value);
      return unit === undefined ? { kind: 'exact', value } : { kind: 'time', operator: '=', unit };
    }
    case 'address':
      return { kind: 'equals', value: canonicalAddress(value) ?? value };
    case 'any':
      return plainNumber.test(value) && parseTimeUnit(value) === undefined
        ? { kind: 'quantity', operator: '=', text: value, number: parseDecimal(value), unit: undefined }
        : { kind: 'equals', value };
    case 'text':
    case 'event':
    case 'sourceText':
      return { kind: 'equals', value };
  }
}

/** Numbers that have no other spelling in use, so that comparing them as numbers finds the same records as comparing text. */
const plainNumber = /^(?:0|-?[1-9]\d*|-?(?:0|[1-9]\d*)\.\d*[1-9])$/;

function literalOf(matcher: SingleMatcher): string | null | undefined {
  switch (matcher.kind) {
    case 'null':
      return null;
    case 'equals':
    case 'exact':
      return matcher.value;
    case 'number':
      return matcher.operator === '=' ? matcher.operand.text : undefined;
    case 'time':
      return matcher.operator === '=' ? matcher.unit.text : undefined;
    case 'quantity':
      return matcher.operator === '=' ? matcher.text : undefined;
    case 'wildcard':
    case 'numberRange':
    case 'timeRange':
    case 'relativeTime':
    case 'relativeTimeRange':
    case 'quantityRange':
      return undefined;
  }
}
