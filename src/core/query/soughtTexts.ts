import type { Matcher, Query } from './ast.ts';
import { parseQuery } from './parseQuery.ts';

/** More would leave nothing unmarked. */
const maxTexts = 20;

/**
 * The texts that a filter seeks in what records say, by bare words and by `text:` and `text=`: those that a record of the result may
 * contain, so without what is negated. None for a filter with a mistake.
 */
export function soughtTexts(filter: string): readonly string[] {
  const parsed = parseQuery(filter);
  return parsed.ok ? [...new Set(textsIn(parsed.query).filter((text) => text.trim() !== ''))].slice(0, maxTexts) : [];
}

function textsIn(query: Query): readonly string[] {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.items.flatMap(textsIn);
    case 'bare':
      return [query.text];
    case 'field':
      return query.field.kind === 'named' && query.field.name === 'text' ? textsOf(query.matcher) : [];
    case 'all':
    case 'not':
    case 'wholeLog':
      return [];
  }
}

function textsOf(matcher: Matcher): readonly string[] {
  switch (matcher.kind) {
    case 'anyOf':
      return matcher.items.flatMap(textsOf);
    case 'equals':
    case 'exact':
      return [matcher.value];
    default:
      return [];
  }
}
