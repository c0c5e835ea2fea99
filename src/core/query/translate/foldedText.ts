import type { Span } from '../ast.ts';
import { refuse } from './refused.ts';

/**
 * Lower case differs between programs in few letters. İ becomes two characters here, of which other programs make one: a dialect
 * replaces it before. Σ becomes ς at the end of a word here only, and letters of the newest editions of Unicode are not known to all:
 * a filter that has their small forms is refused. What a value has of them does not matter to any other filter.
 */
const unsure = /[\u03c3\u03c2\u019b\u0264\u1c8a\ua7cd\ua7cf\ua7d3\ua7d5\ua7db\u{10d70}-\u{10d85}\u{16ebb}-\u{16ed3}]/u;

/** Not the same in every encoding: NUL, halves of characters, and what stands in place of invalid bytes. */
const unstable = /[\0\ud800-\udfff\ufffd]/u;

/** A text of a filter in lower case. Refuses one of which lower case is not the same everywhere. */
export function foldedText(text: string, span: Span): string {
  const folded = plainText(text, span).toLowerCase();
  const [letter] = unsure.exec(folded) ?? [];
  return letter === undefined ? folded : refuse(span, 'query.translateLetter', letter);
}

/** A text of a filter as it is. Refuses one that does not survive the way into other programs. */
export function plainText(text: string, span: Span): string {
  const [character] = unstable.exec(text) ?? [];
  return character === undefined
    ? text
    : refuse(span, 'query.translateCharacter', `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
}

/** Whether İ in a value, which becomes `i` and a dot above, can decide a test for this text in lower case. */
export function isAboutDottedI(folded: string): boolean {
  return /i|\u0307|\?/.test(folded);
}
