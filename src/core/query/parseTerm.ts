import { message } from '../finding/message.ts';
import type { DocumentedNames } from '../formats/documentedNames.ts';
import type { Span, Term } from './ast.ts';
import { documentedFields, fieldNames, resolveField, resolveOwnField } from './fields.ts';
import { nearNames } from './nearNames.ts';
import { parseValue } from './parseValue.ts';
import { queryError, type QueryError } from './queryError.ts';
import type { Scanner } from './scanner.ts';
import type { FieldOperator } from './termHead.ts';

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
    return name.quoted ? scanner.fail(queryError(nameSpan, 'query.missingOperator')) : parseBareTerm(scanner, start);
  }
  if (name.text === '') {
    return scanner.fail(queryError({ start, end: scanner.position }, 'query.missingField', operator));
  }
  // An unquoted `caller.` is a name half typed; the type whose name is empty is written `caller.""`.
  const field = !name.quoted && name.text.endsWith('.') ? undefined : resolveField(name.text, scanner.documented);
  if (field === undefined) {
    return scanner.fail(unknownField(name.text, nameSpan, operator, scanner.documented));
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

function parseBareTerm(scanner: Scanner, start: number): Term {
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

/**
 * Reads what may be a field's name: empty if no letters are here, undefined if its quotes are never closed. A type is quoted
 * as a whole, of a path of keys any part: `caller."My Type"`, `key.a."b c".d`.
 */
export function readFieldName(scanner: Scanner): { readonly text: string; readonly quoted: boolean } | undefined {
  let name = scanner.readName();
  let text = name;
  let quoted = false;
  while (takesQuotes(scanner, name, text)) {
    const part = scanner.readQuoted();
    if (part === undefined) {
      return undefined;
    }
    name = isPath(text) && scanner.text.startsWith('.', scanner.position) ? scanner.readName() : '';
    text += part + name;
    // A dot at the end is that of a name half typed.
    quoted = !name.endsWith('.');
  }
  return { text, quoted };
}

function takesQuotes(scanner: Scanner, name: string, text: string): boolean {
  return scanner.next === '"' && name.endsWith('.') && (isPath(text) || /^(?:caller|target)\.$/i.test(text));
}

function isPath(text: string): boolean {
  return /^key\./i.test(text);
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

function unknownField(name: string, span: Span, operator: FieldOperator, documented: DocumentedNames): QueryError {
  if (operator === '=' && name.endsWith('!') && resolveField(name.slice(0, -1), documented) !== undefined) {
    return queryError({ start: span.start, end: span.end + 1 }, 'query.notEqual', name.slice(0, -1));
  }
  if (/^(?:caller|target|key)\..*\.$/is.test(name)) {
    return queryError(span, 'query.unfinishedName', name);
  }
  const suggestions = nearFields(name, documented);
  return suggestions.length === 0
    ? queryError(span, 'query.unknownField', name)
    : { message: message('query.unknownFieldNear', name, suggestions.join(', ')), span, suggestions };
}

/** Near names; of a mistyped `caller.…` and its kin, the part before the dot is put right. Else near documented paths. */
function nearFields(name: string, documented: DocumentedNames): readonly string[] {
  const dot = name.indexOf('.');
  const whole = dot === name.length - 1 ? name.slice(0, dot) : name;
  const own =
    dot > 0 && whole === name
      ? nearNames(name.slice(0, dot), ['caller', 'target', 'key']).map((head) => head + name.slice(dot))
      : nearNames(whole, fieldNames);
  return own.length > 0 ? own : nearPaths(whole, documented);
}

/** Near documented paths. Those that a whole key only begins with are not near: `http` of an address is no field. */
function nearPaths(name: string, documented: DocumentedNames): readonly string[] {
  const folded = name.toLowerCase();
  const isKey = !name.includes('.');
  const names = documentedFields(documented).map((field) => field.name);
  return nearNames(
    name,
    names.filter((path) => !(isKey && path.length > name.length && path.toLowerCase().startsWith(folded))),
  );
}
