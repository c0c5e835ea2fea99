import type { Matcher, Query } from '../../../src/core/query/ast.ts';
import { fieldName } from '../../../src/core/query/fields.ts';
import { parseQuery } from '../../../src/core/query/parseQuery.ts';

/** A filter's tree on one line, each matcher by its name, so that tables show what was understood. */
export function shapeOf(query: Query): string {
  switch (query.kind) {
    case 'all':
      return 'all';
    case 'and':
    case 'or':
      return `${query.kind}[${query.items.map(shapeOf).join(', ')}]`;
    case 'not':
      return `not ${shapeOf(query.item)}`;
    case 'wholeLog': {
      const { kind, ...demand } = query.demand;
      return [kind, fieldName(query.field), ...Object.values(demand)].join(' ');
    }
    case 'bare':
      return `bare ${JSON.stringify(query.text)}`;
    case 'field':
      return `${fieldName(query.field)} ${matcherShape(query.matcher)}`;
  }
}

/** Parses text that is known to be right. */
export function parsed(text: string): Query {
  const result = parseQuery(text);
  if (!result.ok) {
    throw new Error(`${text}: ${result.error.message.code} at ${result.error.span.start}`);
  }
  return result.query;
}

/** The tree without its positions, for comparing. */
export function withoutSpans(query: Query): unknown {
  return JSON.parse(
    JSON.stringify(query, (key, value: unknown) => {
      if (key === 'span' || key === 'valueSpan') {
        return undefined;
      }
      return typeof value === 'bigint' ? String(value) : value;
    }),
  );
}

function matcherShape(matcher: Matcher): string {
  switch (matcher.kind) {
    case 'equals':
    case 'exact':
      return `${matcher.kind} ${JSON.stringify(matcher.value)}`;
    case 'wildcard':
      return `wildcard ${JSON.stringify(matcher.pattern)}`;
    case 'null':
      return 'null';
    case 'regex':
      return `regex ${JSON.stringify(matcher.pattern)}${matcher.flags}`;
    case 'number':
      return `number ${matcher.operator} ${matcher.operand.text}`;
    case 'time':
      return `time ${matcher.operator} ${matcher.unit.text}`;
    case 'quantity':
      return `quantity ${matcher.operator} ${matcher.text}`;
    case 'relativeTime':
      return `relativeTime ${matcher.operator} ${matcher.time.text}`;
    case 'relativeTimeRange':
      return `relativeTimeRange ${matcher.from?.text ?? ''}..${matcher.to?.text ?? ''}`;
    case 'quantityRange':
      return `quantityRange ${matcherShape(matcher.times).split(' ')[1]}`;
    case 'numberRange':
    case 'timeRange':
      return `${matcher.kind} ${matcher.from?.text ?? ''}..${matcher.to?.text ?? ''}`;
    case 'anyOf':
      return `anyOf(${matcher.items.map(matcherShape).join(', ')})`;
  }
}
