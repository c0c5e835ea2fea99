import type { DocumentedNames } from '../formats/documentedNames.ts';
import type { Span, Term } from './ast.ts';
import { resolveField, resolveOwnField } from './fields.ts';
import { isFunction, parseFunction } from './parseFunction.ts';
import { parseValue } from './parseValue.ts';
import { queryError, type QueryError } from './queryError.ts';
import { isUnfinished, readFieldName } from './readFieldName.ts';
import type { Scanner } from './scanner.ts';
import type { FieldOperator } from './termHead.ts';
import { unknownField } from './unknownField.ts';

/** Reads a term: a bare word, quoted text, or a field with its value. */
export function parseTerm(scanner: Scanner): Term | undefined {
  const start = scanner.position;
  if (scanner.next === '"') {
    return parseQuotedTerm(scanner, start);
  }
  const name = readFieldName(scanner);
  if (name === undefined) {
    return undefined;
  }
  const nameSpan = { start, end: scanner.position };
  const operator = takeFieldOperator(scanner, name.text);
  if (operator === undefined) {
    return name.quoted ? scanner.fail(queryError(nameSpan, 'query.missingOperator')) : parseWord(scanner, name.text, start);
  }
  if (name.text === '') {
    return scanner.fail(queryError({ start, end: scanner.position }, 'query.missingField', operator));
  }
  const field = isUnfinished(name) ? undefined : resolveField(name.text, scanner.documented);
  if (field === undefined) {
    return scanner.fail(
      notEqual(name.text, nameSpan, operator, scanner.documented) ?? unknownField(name.text, nameSpan, scanner.documented),
    );
  }
  const valueStart = scanner.position;
  const matcher = parseValue(scanner, { field, operator, start, text: scanner.text.slice(start, valueStart) });
  const end = scanner.position;
  return matcher && { kind: 'field', field, matcher, span: { start, end }, valueSpan: { start: valueStart, end } };
}

function parseQuotedTerm(scanner: Scanner, start: number): Term | undefined {
  const text = scanner.readQuoted();
  if (text === undefined || !endsHere(scanner)) {
    return undefined;
  }
  const span = { start, end: scanner.position };
  return text === '' ? scanner.fail(queryError(span, 'query.emptyText')) : { kind: 'bare', text, span };
}

function parseWord(scanner: Scanner, word: string, start: number): Term | undefined {
  if (word !== '' && isFunction(scanner, word)) {
    return parseFunction(scanner, word, start);
  }
  scanner.position = start;
  const text = scanner.readBare(false);
  return { kind: 'bare', text, span: { start, end: scanner.position } };
}

/** Quoted text ends with its term: what touches it is most likely the rest of a text whose quotes are not escaped. */
function endsHere(scanner: Scanner): boolean {
  if (scanner.valueEnds(false)) {
    return true;
  }
  scanner.fail(queryError({ start: scanner.position, end: scanner.position + 1 }, 'query.afterQuote'));
  return false;
}

/** Steps over the operator that makes `name` a field, if one is here. */
export function takeFieldOperator(scanner: Scanner, name: string): FieldOperator | undefined {
  for (const operator of [':', '<=', '>=', '<', '>', '='] as const) {
    if (scanner.take(operator)) {
      return operator;
    }
  }
  // A tilde occurs in plain words too (`file~1`); it is an operator before a slash, or after the name of a field. Keys that
  // formats document are such words as well.
  const tilde = scanner.text.startsWith('~/', scanner.position) || (scanner.next === '~' && resolveOwnField(name) !== undefined);
  return tilde && scanner.take('~') ? '~' : undefined;
}

/** `field!=value`, which other languages have. */
function notEqual(name: string, span: Span, operator: FieldOperator, documented: DocumentedNames): QueryError | undefined {
  return operator === '=' && name.endsWith('!') && resolveField(name.slice(0, -1), documented) !== undefined
    ? queryError({ start: span.start, end: span.end + 1 }, 'query.notEqual', name.slice(0, -1))
    : undefined;
}
