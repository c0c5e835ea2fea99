import type { Matcher, Query, SingleMatcher } from './ast.ts';
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
    case 'field':
      return fieldText(query.field) + matcherText(query.matcher);
  }
}

function matcherText(matcher: Matcher): string {
  switch (matcher.kind) {
    case 'regex':
      return `~/${matcher.pattern.replace(/\\[^]|\//g, (piece) => (piece === '/' ? '\\/' : piece))}/${matcher.flags}`;
    case 'anyOf': {
      const operator = matcher.items.some((item) => item.kind === 'exact') ? '=' : ':';
      return `${operator}(${matcher.items.map(itemText).join(', ')})`;
    }
    case 'number':
    case 'time':
      return (matcher.operator === '=' ? ':' : matcher.operator) + itemText(matcher);
    case 'exact':
      return `=${itemText(matcher)}`;
    case 'equals':
    case 'wildcard':
    case 'null':
    case 'numberRange':
    case 'timeRange':
      return `:${itemText(matcher)}`;
  }
}

function itemText(item: SingleMatcher): string {
  switch (item.kind) {
    case 'equals':
      return valueText(item.value);
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
    case 'numberRange':
    case 'timeRange':
      return `${item.from?.text ?? ''}..${item.to?.text ?? ''}`;
  }
}
