import type { Query } from './ast.ts';
import { demandsOf } from './editQuery.ts';
import { formatQuery } from './formatQuery.ts';

/**
 * A filter as a row of terms that can be changed one by one: what its top level joins by AND, and between them those that are
 * switched off. Terms are texts in canonical spelling; a place is a position in the row.
 */
export interface FilterTerm {
  readonly text: string;
  readonly isOff: boolean;
}

/** A term that is kept though the filter does not have it at the moment. */
export interface OffTerm {
  readonly text: string;
  /** Its position in the row. */
  readonly at: number;
}

/** A filter, and the terms of it that are switched off. */
export interface EditedFilter {
  readonly query: string;
  readonly off: readonly OffTerm[];
}

/** The row of a filter. Terms of `off` are at their positions, or at the end of a row that became shorter. */
export function termsOf({ query, off }: EditedFilter): readonly FilterTerm[] {
  const terms = demandsOf(query).map((demand): FilterTerm => ({ text: formatQuery(demand), isOff: false }));
  const active = new Set(terms.map(({ text }) => text));
  for (const { text, at } of off.toSorted((left, right) => left.at - right.at)) {
    if (!active.has(text)) {
      terms.splice(at, 0, { text, isOff: true });
    }
  }
  return terms;
}

/** Switches a term off, or on again where it was. */
export function withTermToggled(filter: EditedFilter, at: number): EditedFilter {
  return filterOf(changedAt(termsOf(filter), at, ({ text, isOff }) => [{ text, isOff: !isOff }]));
}

/** Demands the contrary of a term. */
export function withTermInverted(filter: EditedFilter, at: number): EditedFilter {
  return filterOf(changedAt(termsOf(filter), at, ({ text, isOff }) => [{ text: invertedTerm(text), isOff }]));
}

export function withTermRemoved(filter: EditedFilter, at: number): EditedFilter {
  return filterOf(changedAt(termsOf(filter), at, () => []));
}

/** Takes a term out of the row and makes it an alternative of another one: `(a OR b)`. Both are on after it. */
export function withTermsJoined(filter: EditedFilter, from: number, onto: number): EditedFilter {
  const terms = termsOf(filter);
  const [taken, other] = [terms[from], terms[onto]];
  if (taken === undefined || other === undefined || from === onto) {
    return filter;
  }
  const items = [other.text, taken.text].flatMap(alternativesOf);
  const joined: FilterTerm = { text: joinedText(items), isOff: false };
  return filterOf(terms.flatMap((term, place) => (place === onto ? [joined] : place === from ? [] : [term])));
}

/** Makes each alternative of a term a term of its own. */
export function withTermSplit(filter: EditedFilter, at: number): EditedFilter {
  return filterOf(
    changedAt(termsOf(filter), at, ({ text, isOff }) => alternativesOf(text).map((item) => ({ text: formatQuery(item), isOff }))),
  );
}

/** What a term lets a record choose from: itself alone, unless it is of the form `a OR b`. */
export function alternativesOf(text: string): readonly Query[] {
  const [demand, ...more] = demandsOf(text);
  return demand?.kind === 'or' && more.length === 0 ? demand.items : demandsOf(text).length === 0 ? [] : [whole(text)];
}

/** Whether a term demands that something is not so. */
export function isInverted(text: string): boolean {
  const demands = demandsOf(text);
  return demands.length === 1 && demands[0]!.kind === 'not';
}

function invertedTerm(text: string): string {
  const term = whole(text);
  return formatQuery(term.kind === 'not' ? term.item : { kind: 'not', item: term, span: term.span });
}

/** A term as one tree, also one that a negation had held together: `-(a b)`. */
function whole(text: string): Query {
  const demands = demandsOf(text);
  const span = { start: 0, end: text.length };
  return demands.length === 1 ? demands[0]! : { kind: 'and', items: demands, span };
}

function joinedText(items: readonly Query[]): string {
  const distinct = [...new Map(items.map((item) => [formatQuery(item), item])).values()];
  return distinct.length === 1 ? formatQuery(distinct[0]!) : formatQuery({ kind: 'or', items: distinct, span: { start: 0, end: 0 } });
}

function changedAt(terms: readonly FilterTerm[], at: number, change: (term: FilterTerm) => readonly FilterTerm[]): readonly FilterTerm[] {
  return terms.flatMap((term, place) => (place === at ? change(term) : [term]));
}

/** The filter that a row stands for. The same term is demanded once. */
function filterOf(terms: readonly FilterTerm[]): EditedFilter {
  const on = terms.filter(({ isOff }) => !isOff).flatMap(({ text }) => demandsOf(text));
  const distinct = [...new Map(on.map((demand) => [formatQuery(demand), demand])).values()];
  const [first] = distinct;
  const query =
    first === undefined ? '' : formatQuery(distinct.length === 1 ? first : { kind: 'and', items: distinct, span: { start: 0, end: 0 } });
  const off = terms.flatMap(({ text, isOff }, at): readonly OffTerm[] => (isOff ? [{ text, at }] : []));
  return { query, off };
}
