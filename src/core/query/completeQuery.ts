import { completeFunction } from './completeFunction.ts';
import { termCompletion, type Completion, type Place } from './completion.ts';
import { fieldName, resolveField } from './fields.ts';
import { takeFieldOperator } from './parseTerm.ts';
import { readFieldName } from './readFieldName.ts';
import { Scanner } from './scanner.ts';

/**
 * Works on half-written filters; undefined within quoted text, regular expressions and values of unknown fields, and right behind
 * what a quote, a parenthesis or a pattern has ended: there the next term has not begun.
 *
 * @param documented Further names to offer: those of the documented paths of the formats that a log has.
 */
export function completeQuery(text: string, caret: number, documented: readonly string[] = []): Completion | undefined {
  const position = Math.min(caret, text.length);
  const scanner = new Scanner(text);
  let afterTerm = false;
  while (true) {
    scanner.skipBlanks();
    if (scanner.position >= position) {
      const isRightBehind = afterTerm && /\S/.test(text.charAt(position - 1));
      return isRightBehind ? undefined : termCompletion({ prefix: '', from: position, to: position }, afterTerm, documented);
    }
    if (scanner.next === '(' || scanner.next === ')' || scanner.next === '-') {
      afterTerm = scanner.next === ')';
      scanner.position++;
      continue;
    }
    const operator = scanner.peekOperator();
    if (operator !== undefined && scanner.position + operator.length < position) {
      scanner.position += operator.length;
      afterTerm = false;
      continue;
    }
    const start = scanner.position;
    const found = completeTerm(scanner, position, afterTerm, documented);
    if (found !== 'beyond') {
      return found;
    }
    afterTerm = true;
    // Whatever the term was made of, the next one begins further on.
    scanner.position = Math.max(scanner.position, start + 1);
  }
}

/** Steps over the term that begins here; `beyond` if the position lies after it. */
function completeTerm(
  scanner: Scanner,
  position: number,
  afterTerm: boolean,
  documented: readonly string[],
): Completion | undefined | 'beyond' {
  const start = scanner.position;
  if (scanner.next === '"') {
    return scanner.readQuoted() === undefined || position < scanner.position ? undefined : 'beyond';
  }
  const name = readFieldName(scanner);
  if (name === undefined) {
    return undefined;
  }
  if (position <= scanner.position) {
    return termCompletion({ prefix: scanner.text.slice(start, position), from: start, to: scanner.position }, afterTerm, documented);
  }
  const operator = takeFieldOperator(scanner, name.text);
  if (operator === undefined) {
    return completeWord(scanner, name.text, start, position, documented);
  }
  if (operator === '~') {
    return scanner.readPattern() === undefined || position <= scanner.position ? undefined : 'beyond';
  }
  const field = resolveField(name.text);
  const value = completeValues(scanner, position);
  if (value === 'beyond' || value === undefined) {
    return value;
  }
  return field && { kind: 'value', field: fieldName(field), ...value };
}

function completeWord(
  scanner: Scanner,
  word: string,
  start: number,
  position: number,
  documented: readonly string[],
): Completion | undefined | 'beyond' {
  const called = completeFunction(scanner, word, position, documented);
  if (called !== null) {
    return called;
  }
  scanner.position = start;
  scanner.readBare(false);
  return position <= scanner.position ? undefined : 'beyond';
}

function completeValues(scanner: Scanner, position: number): Place | undefined | 'beyond' {
  const inList = scanner.take('(');
  let hasMore: boolean;
  do {
    if (inList) {
      scanner.skipBlanks();
    }
    const from = scanner.position;
    if (position < from) {
      return { prefix: '', from: position, to: position };
    }
    const quoted = scanner.next === '"';
    const closed = (quoted ? scanner.readQuoted() : scanner.readBare(inList)) !== undefined;
    const to = closed ? scanner.position : scanner.text.length;
    if (quoted && closed && position === to) {
      return undefined;
    }
    if (position <= to) {
      return { prefix: prefixOf(scanner.text.slice(from, position), quoted), from, to };
    }
    scanner.skipBlanks();
    if (inList && position <= scanner.position) {
      return undefined;
    }
    hasMore = inList && scanner.take(',');
  } while (hasMore);
  scanner.take(')');
  return 'beyond';
}

function prefixOf(written: string, quoted: boolean): string {
  return quoted ? (new Scanner(`${written}"`).readQuoted() ?? written.slice(1)) : written;
}
