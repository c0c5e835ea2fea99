import type { RegexMatcher } from './ast.ts';
import { fieldName, valueKindOf, type FieldRef } from './fields.ts';
import { queryError } from './queryError.ts';
import { regexFault, regexSpan } from './regexFault.ts';
import type { Scanner } from './scanner.ts';
import type { TermHead } from './termHead.ts';

/** Reads what follows `field~`. */
export function parseRegex(scanner: Scanner, head: TermHead): RegexMatcher | undefined {
  const start = scanner.position;
  const instead = insteadOfRegex(head.field);
  if (instead !== undefined) {
    return scanner.fail(queryError({ start: head.start, end: start }, 'query.notSearchable', fieldName(head.field), instead));
  }
  if (scanner.next !== '/') {
    return scanner.fail(queryError({ start: head.start, end: start }, 'query.missingRegex', head.text));
  }
  const pattern = scanner.readPattern();
  if (pattern === undefined) {
    return undefined;
  }
  if (pattern === '') {
    return scanner.fail(queryError({ start, end: scanner.position }, 'query.emptyRegex'));
  }
  const flagsStart = scanner.position;
  const flags = scanner.readBare(false);
  if (flags !== '' && flags !== 'i') {
    return scanner.fail(queryError({ start: flagsStart, end: scanner.position }, 'query.regexFlags', flags));
  }
  const fault = regexFault(pattern);
  return fault === undefined
    ? { kind: 'regex', pattern, flags }
    : scanner.fail(queryError(regexSpan(start, pattern, fault), fault.code, ...fault.args));
}

/** What to write for a field whose values are no text to search in; undefined for any other. */
function insteadOfRegex(field: FieldRef): string | undefined {
  const name = fieldName(field);
  switch (valueKindOf(field)) {
    case 'number':
      return `${name}:10..20`;
    case 'time':
      return `${name}:2020-11-23..2020-11-24`;
    default:
      // Ids of sessions are for comparing.
      return name === 'epoch' ? `${name}:1a2b*` : undefined;
  }
}
