import { sourceText } from '../json/utf8.ts';

/** In valid JSON a backslash is in a string only, and begins one of these. */
const escapes = /\\(?:u([0-9a-fA-F]{4})|(.))/g;

const controls: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/**
 * The text of a record as it reads: its source with each escape replaced by its character, so that `Gr\u00f6\u00dfe` and
 * `Größe` are the same text, as are `a\/b` and `a/b`. Quotes around strings, punctuation and blanks are as written. JSON text
 * within a string is resolved once, as the string's value reads.
 */
export function readableText(bytes: Uint8Array): string {
  const text = sourceText(bytes, 0, bytes.length);
  return text.includes('\\')
    ? text.replace(escapes, (_, code: string | undefined, letter: string) =>
        code === undefined ? (controls.get(letter) ?? letter) : String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}
