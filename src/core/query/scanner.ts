import { builtInNames, type DocumentedNames } from '../formats/documentedNames.ts';
import { isOperatorWord } from './quote.ts';
import { queryError, type QueryError } from './queryError.ts';

/**
 * Reads a filter's text from left to right: the pieces whose end does not depend on what is around them.
 *
 * The first failure is kept in `error`; whoever gets `undefined` from a reading method stops.
 */
export class Scanner {
  readonly text: string;
  readonly documented: DocumentedNames;
  position = 0;
  error: QueryError | undefined;

  /** @param documented The paths that are fields by themselves, as formats document them. */
  constructor(text: string, documented: DocumentedNames = builtInNames) {
    this.text = text;
    this.documented = documented;
  }

  /** The next character, or an empty string at the end. */
  get next(): string {
    return this.text.charAt(this.position);
  }

  get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  fail(error: QueryError): undefined {
    this.error ??= error;
    return undefined;
  }

  skipBlanks(): void {
    while (isBlank(this.next)) {
      this.position++;
    }
  }

  /** Steps over `token` if it is here. */
  take(token: string): boolean {
    const here = this.text.startsWith(token, this.position);
    if (here) {
      this.position += token.length;
    }
    return here;
  }

  /** The operator that is here as a word of its own. */
  peekOperator(): 'AND' | 'OR' | 'NOT' | undefined {
    let end = this.position;
    while (end < this.position + 3 && isCapital(this.text.charAt(end))) {
      end++;
    }
    const word = this.text.slice(this.position, end);
    const after = this.text.charAt(end);
    const ends = after === '' || after === '(' || after === ')' || after === '"' || isBlank(after);
    return ends && isOperatorWord(word) ? word : undefined;
  }

  /** Letters of a field's name; empty where none are. */
  readName(): string {
    const start = this.position;
    while (!this.atEnd && !endsName(this.next)) {
      this.position++;
    }
    return this.text.slice(start, this.position);
  }

  /** A bare value: up to a blank, `)` or, in a list, `,`. */
  readBare(inList: boolean): string {
    const start = this.position;
    while (!this.valueEnds(inList)) {
      this.position++;
    }
    return this.text.slice(start, this.position);
  }

  /** True where a value may end: at a blank, `)`, the end or, in a list, `,`. */
  valueEnds(inList: boolean): boolean {
    return this.atEnd || isBlank(this.next) || this.next === ')' || (inList && this.next === ',');
  }

  /**
   * Quoted text, from its opening quote. `\"` and `\\` stand for the second character, `\u{…}` for a code point in
   * hexadecimal; any other backslash stands for itself, as in `CONTOSO\name`.
   */
  readQuoted(): string | undefined {
    const start = this.position;
    let decoded = '';
    let copied = start + 1;
    for (let index = start + 1; index < this.text.length; index++) {
      const character = this.text.charAt(index);
      if (character === '"') {
        this.position = index + 1;
        return decoded + this.text.slice(copied, index);
      }
      if (character === '\\') {
        const escape = readEscape(this.text, index);
        if (escape !== undefined) {
          decoded += this.text.slice(copied, index) + escape.character;
          copied = index + escape.length;
          index = copied - 1;
        }
      }
    }
    return this.fail(queryError({ start, end: start + 1 }, 'query.openQuote'));
  }

  /** The inside of `/…/`, from its opening slash; `\/` becomes `/`, other escapes stay. */
  readPattern(): string | undefined {
    const start = this.position;
    let pattern = '';
    let index = start + 1;
    while (index < this.text.length) {
      const character = this.text.charAt(index);
      if (character === '/') {
        this.position = index + 1;
        return pattern;
      }
      const length = character === '\\' ? 2 : 1;
      const piece = this.text.slice(index, index + length);
      pattern += piece === '\\/' ? '/' : piece;
      index += length;
    }
    return this.fail(queryError({ start, end: start + 1 }, 'query.openRegex'));
  }
}

function isBlank(character: string): boolean {
  return character !== '' && character.trim() === '';
}

function isCapital(character: string): boolean {
  return character >= 'A' && character <= 'Z';
}

function endsName(character: string): boolean {
  return '"():=<>~/,'.includes(character) || isBlank(character);
}

function readEscape(text: string, at: number): { readonly character: string; readonly length: number } | undefined {
  const escaped = text.charAt(at + 1);
  if (escaped === '"' || escaped === '\\') {
    return { character: escaped, length: 2 };
  }
  const codePoint = /^\\u\{([0-9a-fA-F]{1,6})\}/.exec(text.slice(at, at + 10));
  const value = codePoint === null ? Infinity : parseInt(codePoint[1]!, 16);
  return codePoint !== null && value <= 0x10ffff ? { character: String.fromCodePoint(value), length: codePoint[0].length } : undefined;
}
