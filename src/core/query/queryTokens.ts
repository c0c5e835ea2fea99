import type { Span } from './ast.ts';
import { resolveField, valueKindOf } from './fields.ts';
import { isFunction } from './parseFunction.ts';
import { takeFieldOperator } from './parseTerm.ts';
import { readFieldName } from './readFieldName.ts';
import { Scanner } from './scanner.ts';

/**
 * What a piece of a filter's text is.
 *
 * - `operator`: AND, OR, NOT, and the minus before a term.
 * - `punctuation`: what joins a field and its value, parentheses and commas.
 * - `word`: text that is looked for in several fields.
 * - `value`, `number`, `quoted`, `pattern`: what a field is compared with; quoted text also by itself.
 */
export const tokenKinds = ['field', 'function', 'operator', 'punctuation', 'word', 'value', 'number', 'quoted', 'pattern'] as const;

export type TokenKind = (typeof tokenKinds)[number];

export interface QueryToken extends Span {
  readonly kind: TokenKind;
}

/**
 * The pieces of a filter's text in order, as the parser's own scanner reads them; blanks are in none. Works on any text: what the
 * parser would refuse has the kind that it seems to be meant for.
 */
export function queryTokens(text: string): readonly QueryToken[] {
  const reader = new TokenReader(text);
  while (reader.skipBlanks()) {
    reader.readPiece();
  }
  return reader.tokens;
}

class TokenReader {
  readonly tokens: QueryToken[] = [];
  readonly #scanner: Scanner;

  constructor(text: string) {
    this.#scanner = new Scanner(text);
  }

  /** Whether anything is left after blanks. */
  skipBlanks(): boolean {
    this.#scanner.skipBlanks();
    return !this.#scanner.atEnd;
  }

  /** Reads an operator, a parenthesis, or a term. */
  readPiece(): void {
    const scanner = this.#scanner;
    const operator = scanner.next === '-' ? '-' : scanner.peekOperator();
    if (operator !== undefined) {
      this.#step('operator', operator.length);
    } else if ('(),'.includes(scanner.next)) {
      this.#step('punctuation', 1);
    } else if (scanner.next === '"') {
      this.#readQuoted();
    } else {
      this.#readTerm();
    }
  }

  #readTerm(): void {
    const scanner = this.#scanner;
    const start = scanner.position;
    const name = readFieldName(scanner);
    if (name === undefined) {
      this.#restIs('field', start);
      return;
    }
    const end = scanner.position;
    const operator = takeFieldOperator(scanner, name.text);
    if (operator === undefined) {
      this.#readWord(name.text, start);
      return;
    }
    this.#add('field', start, end);
    this.#add('punctuation', end, scanner.position);
    if (operator === '~') {
      this.#readPattern();
      return;
    }
    const field = resolveField(name.text);
    const kind = field === undefined ? 'text' : valueKindOf(field);
    this.#readValues(kind === 'number' || kind === 'time', kind === 'any');
  }

  #readWord(name: string, start: number): void {
    const scanner = this.#scanner;
    if (name !== '' && isFunction(scanner, name)) {
      this.#add('function', start, scanner.position);
      this.#readCall();
      return;
    }
    scanner.position = start;
    scanner.readBare(false);
    // A character that begins nothing, such as a colon without a field.
    scanner.position = Math.max(scanner.position, start + 1);
    this.#add('word', start, scanner.position);
  }

  /** Reads what follows the name of a function: its field, its limit, a comparison. */
  #readCall(): void {
    const scanner = this.#scanner;
    this.#step('punctuation', 1);
    scanner.skipBlanks();
    const start = scanner.position;
    if (readFieldName(scanner) === undefined) {
      this.#restIs('field', start);
      return;
    }
    this.#add('field', start, scanner.position);
    scanner.skipBlanks();
    while (/[,)<>=:]/.test(scanner.next)) {
      this.#step('punctuation', 1);
      scanner.skipBlanks();
      const from = scanner.position;
      while (/\d/.test(scanner.next)) {
        scanner.position++;
      }
      this.#add('number', from, scanner.position);
    }
  }

  #readValues(isNumber: boolean, isAny: boolean): void {
    const scanner = this.#scanner;
    const kindOf = (value: string): TokenKind => (isNumber || (isAny && /^-?\d/.test(value)) ? 'number' : 'value');
    if (!this.#take('(')) {
      this.#readValue(false, kindOf);
      return;
    }
    do {
      scanner.skipBlanks();
      this.#readValue(true, kindOf);
      scanner.skipBlanks();
    } while (this.#take(','));
    this.#take(')');
  }

  #readValue(inList: boolean, kindOf: (value: string) => TokenKind): void {
    const start = this.#scanner.position;
    if (this.#scanner.next === '"') {
      this.#readQuoted();
    } else {
      const value = this.#scanner.readBare(inList);
      this.#add(kindOf(value), start, this.#scanner.position);
    }
  }

  #readQuoted(): void {
    const start = this.#scanner.position;
    if (this.#scanner.readQuoted() === undefined) {
      this.#restIs('quoted', start);
    } else {
      this.#add('quoted', start, this.#scanner.position);
    }
  }

  #readPattern(): void {
    const scanner = this.#scanner;
    const start = scanner.position;
    if (scanner.next !== '/' || scanner.readPattern() === undefined) {
      this.#restIs('pattern', start);
      return;
    }
    scanner.take('i');
    this.#add('pattern', start, scanner.position);
  }

  /** What was opened and never closed takes all that follows. */
  #restIs(kind: TokenKind, start: number): void {
    this.#scanner.position = this.#scanner.text.length;
    this.#add(kind, start, this.#scanner.position);
  }

  #take(punctuation: string): boolean {
    const start = this.#scanner.position;
    const isHere = this.#scanner.take(punctuation);
    this.#add('punctuation', start, this.#scanner.position);
    return isHere;
  }

  #step(kind: TokenKind, length: number): void {
    const start = this.#scanner.position;
    this.#scanner.position += length;
    this.#add(kind, start, start + length);
  }

  #add(kind: TokenKind, start: number, end: number): void {
    if (end > start) {
      this.tokens.push({ kind, start, end });
    }
  }
}
