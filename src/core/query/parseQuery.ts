import type { DocumentedNames } from '../formats/documentedNames.ts';
import type { Query } from './ast.ts';
import { parseTerm } from './parseTerm.ts';
import { queryError, type QueryError } from './queryError.ts';
import { Scanner } from './scanner.ts';

/**
 * Reads a filter. The grammar, loosest first:
 *
 *     query  = [ any ]                       nothing: all records
 *     any    = every { "OR" every }
 *     every  = not { [ "AND" ] not }
 *     not    = ( "NOT" | "-" ) not | "(" any ")" | term
 *     term   = bare | quoted | field ( ":" | "=" ) ( value | list ) | field ( "<" | "<=" | ">" | ">=" ) value
 *            | field "~/" pattern "/" [ "i" ]
 *            | "first(" field ")" | "rare(" field "," count ")" | "count(" field ")" ( "<" | "<=" | ">" | ">=" | "=" ) count
 *     list   = "(" value { "," value } ")"
 */
export type ParseResult = { readonly ok: true; readonly query: Query } | { readonly ok: false; readonly error: QueryError };

/** How deep parentheses and negations may nest: far beyond use, well within any stack. */
const deepest = 200;

/**
 * Never throws. Positions are UTF-16 units of `text`.
 *
 * @param documented The paths that are fields by themselves, as the log's formats document them; those of the built-in formats, if none are given.
 */
export function parseQuery(text: string, documented?: DocumentedNames): ParseResult {
  const scanner = new Scanner(text, documented);
  scanner.skipBlanks();
  const query: Query | undefined = scanner.atEnd ? { kind: 'all', span: { start: 0, end: text.length } } : parseAny(scanner, 0);
  if (query !== undefined && !scanner.atEnd) {
    failStray(scanner);
  }
  return query === undefined || scanner.error !== undefined ? { ok: false, error: scanner.error! } : { ok: true, query };
}

function parseAny(scanner: Scanner, depth: number): Query | undefined {
  const items: Query[] = [];
  do {
    const item = parseEvery(scanner, depth);
    if (item === undefined) {
      return undefined;
    }
    items.push(item);
  } while (takeOperator(scanner, 'OR'));
  return scanner.error === undefined ? join('or', items) : undefined;
}

function parseEvery(scanner: Scanner, depth: number): Query | undefined {
  const items: Query[] = [];
  do {
    const item = parseNot(scanner, depth);
    if (item === undefined) {
      return undefined;
    }
    items.push(item);
    takeOperator(scanner, 'AND');
  } while (scanner.error === undefined && !scanner.atEnd && scanner.next !== ')' && scanner.peekOperator() !== 'OR');
  return scanner.error === undefined ? join('and', items) : undefined;
}

function parseNot(scanner: Scanner, depth: number): Query | undefined {
  const start = scanner.position;
  const operator = scanner.next === '-' ? '-' : scanner.peekOperator();
  if (operator === 'AND' || operator === 'OR') {
    return scanner.fail(queryError({ start, end: start + operator.length }, 'query.missingLeft', operator));
  }
  const opens = scanner.next === '(';
  if ((opens || operator !== undefined) && depth >= deepest) {
    return scanner.fail(queryError({ start, end: start + 1 }, 'query.nesting', deepest));
  }
  if (operator !== undefined) {
    takeOperator(scanner, operator);
    const item = scanner.error === undefined ? parseNot(scanner, depth + 1) : undefined;
    return item && { kind: 'not', item, span: { start, end: item.span.end } };
  }
  if (scanner.next === ')') {
    return failStray(scanner);
  }
  return opens ? parseGroup(scanner, depth) : parseTerm(scanner);
}

function parseGroup(scanner: Scanner, depth: number): Query | undefined {
  const open = { start: scanner.position, end: scanner.position + 1 };
  scanner.position++;
  scanner.skipBlanks();
  if (scanner.take(')')) {
    return scanner.fail(queryError({ start: open.start, end: scanner.position }, 'query.emptyParentheses'));
  }
  const query = scanner.atEnd ? undefined : parseAny(scanner, depth + 1);
  return scanner.error === undefined && !scanner.take(')') ? scanner.fail(queryError(open, 'query.openParenthesis')) : query;
}

/** Steps over blanks and the operator, if it is here; fails where nothing follows it that it could bind. */
function takeOperator(scanner: Scanner, operator: 'AND' | 'OR' | 'NOT' | '-'): boolean {
  scanner.skipBlanks();
  const start = scanner.position;
  if (operator === '-' ? scanner.next !== '-' : scanner.peekOperator() !== operator) {
    return false;
  }
  scanner.position += operator.length;
  const end = scanner.position;
  scanner.skipBlanks();
  // A minus belongs to what it touches: one that is alone is more likely a dash of prose.
  const dangling = scanner.atEnd || scanner.next === ')' || (operator === '-' && scanner.position > end);
  if (dangling) {
    scanner.fail(queryError({ start, end }, 'query.missingRight', operator));
  }
  return !dangling;
}

function failStray(scanner: Scanner): undefined {
  return scanner.fail(queryError({ start: scanner.position, end: scanner.position + 1 }, 'query.strayParenthesis'));
}

function join(kind: 'and' | 'or', items: readonly Query[]): Query {
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined || first === last) {
    return first!;
  }
  const flat = items.flatMap((item) => (item.kind === kind ? item.items : [item]));
  return { kind, items: flat, span: { start: first.span.start, end: last.span.end } };
}
