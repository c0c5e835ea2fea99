import type { Matcher, Query, SingleMatcher, WholeLogTerm } from './ast.ts';
import { valueKindOf, type ValueKind } from './fields.ts';
import { interpretValue } from './interpretValue.ts';
import { fieldText, quote, valueText, wordText } from './quote.ts';

/**
 * The canonical text of a filter: blanks for AND, a minus for NOT, no needless quotes, one name for each field. Reads
 * back as an equal tree (positions aside).
 */
export function formatQuery(query: Query): string {
  switch (query.kind) {
    case 'all':
      return '';
    case 'and':
      return query.items.map((item) => (item.kind === 'or' ? `(${formatQuery(item)})` : formatQuery(item))).join(' ');
    case 'or':
      // AND binds before OR without parentheses too; they spare the reader from having to know.
      return query.items.map((item) => (item.kind === 'and' ? `(${formatQuery(item)})` : formatQuery(item))).join(' OR ');
    case 'not': {
      const { item } = query;
      return item.kind === 'and' || item.kind === 'or' ? `-(${formatQuery(item)})` : `-${formatQuery(item)}`;
    }
    case 'bare':
      return wordText(query.text);
    case 'wholeLog':
      return wholeLogText(query);
    case 'field':
      return fieldText(query.field) + matcherText(query.matcher, valueKindOf(query.field));
  }
}

function wholeLogText({ field, demand }: WholeLogTerm): string {
  switch (demand.kind) {
    case 'first':
      return `first(${fieldText(field)})`;
    case 'rare':
      return `rare(${fieldText(field)}, ${demand.most})`;
    case 'count':
      return `count(${fieldText(field)})${demand.operator}${demand.operand}`;
  }
}

function matcherText(matcher: Matcher, kind: ValueKind): string {
  switch (matcher.kind) {
    case 'regex':
      return `~/${matcher.pattern.replace(/\\[^]|\//g, (piece) => (piece === '/' ? '\\/' : piece))}/${matcher.flags}`;
    case 'anyOf': {
      const operator = matcher.items.some((item) => item.kind === 'exact') ? '=' : ':';
      return `${operator}(${matcher.items.map((item) => itemText(item, kind)).join(', ')})`;
    }
    case 'number':
    case 'time':
    case 'relativeTime':
    case 'quantity':
      return (matcher.operator === '=' ? ':' : matcher.operator) + itemText(matcher, kind);
    case 'exact':
      return `=${itemText(matcher, kind)}`;
    case 'equals':
    case 'wildcard':
    case 'null':
    case 'numberRange':
    case 'timeRange':
    case 'relativeTimeRange':
    case 'quantityRange':
      return `:${itemText(matcher, kind)}`;
  }
}

/** One value as it is after the operator, alone or in a list. */
export function itemText(item: SingleMatcher, kind: ValueKind): string {
  switch (item.kind) {
    case 'equals':
      return equalsText(item.value, kind);
    case 'wildcard':
      return item.pattern;
    case 'exact':
      return quote(item.value);
    case 'null':
      return 'null';
    case 'number':
      return item.operand.text;
    case 'time':
      return item.unit.text;
    case 'relativeTime':
      return item.time.text;
    case 'quantity':
      return item.text;
    case 'quantityRange':
      return itemText(item.times, kind);
    case 'numberRange':
    case 'timeRange':
    case 'relativeTimeRange':
      return `${item.from?.text ?? ''}..${item.to?.text ?? ''}`;
  }
}

/** A value that is compared as text, quoted where its field would take it for something else. */
function equalsText(value: string, kind: ValueKind): string {
  const plain = interpretValue({ text: value, quoted: false, span: { start: 0, end: 0 } }, kind, ':');
  return 'kind' in plain && plain.kind === 'equals' ? valueText(value) : quote(value);
}
