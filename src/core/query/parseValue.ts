import type { Matcher, SingleMatcher } from './ast.ts';
import { valueKindOf, type FieldRef } from './fields.ts';
import { impossibleValue } from './impossibleValue.ts';
import { parseRegex } from './parseRegex.ts';
import type { Interpretation } from './interpretRange.ts';
import { interpretComparison, interpretValue, type WrittenValue } from './interpretValue.ts';
import { queryError } from './queryError.ts';
import type { Scanner } from './scanner.ts';
import type { TermHead } from './termHead.ts';

/** Reads what follows a field and its operator. */
export function parseValue(scanner: Scanner, head: TermHead): Matcher | undefined {
  const { operator } = head;
  switch (operator) {
    case '~':
      return parseRegex(scanner, head);
    case ':':
    case '=':
      return scanner.next === '(' ? parseList(scanner, head, operator) : parseItem(scanner, head, operator, false);
    default: {
      const kind = valueKindOf(head.field);
      if (kind !== 'number' && kind !== 'time' && kind !== 'any') {
        return scanner.fail(queryError({ start: head.start, end: scanner.position }, 'query.notComparable', head.text, operator));
      }
      const value = readValue(scanner, head, false);
      return value && accept(scanner, head.field, value, interpretComparison(value, kind, operator));
    }
  }
}

function parseItem(scanner: Scanner, head: TermHead, operator: ':' | '=', inList: boolean): SingleMatcher | undefined {
  const value = readValue(scanner, head, inList);
  return value && accept(scanner, head.field, value, interpretValue(value, valueKindOf(head.field), operator));
}

function parseList(scanner: Scanner, head: TermHead, operator: ':' | '='): Matcher | undefined {
  const open = scanner.position;
  const items: SingleMatcher[] = [];
  do {
    scanner.position++;
    scanner.skipBlanks();
    if (scanner.next === ')' || scanner.next === ',') {
      return scanner.fail(queryError({ start: scanner.position, end: scanner.position + 1 }, 'query.emptyItem'));
    }
    const item = scanner.atEnd ? undefined : parseItem(scanner, head, operator, true);
    if (item === undefined) {
      return failOpen(scanner, open);
    }
    items.push(item);
    scanner.skipBlanks();
  } while (scanner.next === ',');
  if (!scanner.take(')')) {
    const here = { start: scanner.position, end: scanner.position + 1 };
    return scanner.atEnd ? failOpen(scanner, open) : scanner.fail(queryError(here, 'query.listSeparator'));
  }
  if (!scanner.valueEnds(false)) {
    return scanner.fail(queryError({ start: scanner.position, end: scanner.position + 1 }, 'query.afterList'));
  }
  return items.length === 1 ? items[0] : { kind: 'anyOf', items };
}

function failOpen(scanner: Scanner, open: number): undefined {
  return scanner.fail(queryError({ start: open, end: open + 1 }, 'query.openList'));
}

function readValue(scanner: Scanner, head: TermHead, inList: boolean): WrittenValue | undefined {
  const start = scanner.position;
  const quoted = scanner.next === '"';
  const text = quoted ? scanner.readQuoted() : scanner.readBare(inList);
  if (text === undefined) {
    return undefined;
  }
  if (!quoted && text === '') {
    return scanner.fail(queryError({ start: head.start, end: start }, 'query.emptyValue', head.text));
  }
  if (!scanner.valueEnds(inList)) {
    return scanner.fail(queryError({ start: scanner.position, end: scanner.position + 1 }, 'query.afterQuote'));
  }
  return { text, quoted, span: { start, end: scanner.position } };
}

function accept(scanner: Scanner, field: FieldRef, { text, span }: WrittenValue, result: Interpretation): SingleMatcher | undefined {
  if (!('kind' in result)) {
    return scanner.fail(queryError(span, ...result));
  }
  const impossibility = impossibleValue(field, result, text);
  return impossibility === undefined ? result : scanner.fail({ ...impossibility, span });
}
