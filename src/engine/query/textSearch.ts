import type { FieldTerm } from '../../core/query/ast.ts';
import type { FieldRef } from '../../core/query/fields.ts';
import { isDocumented } from '../../core/record/fields.ts';
import { encodeText } from '../../core/reading/utf8.ts';
import type { RecordTable } from '../columns/recordTable.ts';
import type { Piece } from '../index/recordTexts.ts';

/**
 * Looks for text in the source's bytes as they were read, many records at a time, instead of decoding each record. Bytes
 * are taken for characters one by one, so that places in the text are places in the bytes.
 */
export interface TextNeedle {
  /** One character for each byte of UTF-8, in lower case where that does not matter. */
  readonly bytes: string;
  readonly ignoresCase: boolean;
  /** In the bytes, in lower case where that does not matter: what is to be decoded even if the needle is not there. */
  readonly otherSpellings: RegExp | undefined;
}

/** Its name says Latin 1, which is what the Encoding Standard calls windows-1252: a character for each byte. */
const bytewise = new TextDecoder('latin1');

/** The two characters beyond ASCII that have ASCII in their lower case, İ and the Kelvin sign, byte by byte in lower case. */
const oddSpellings = /\u00e4\u00b0|\u00e2[\u0084\u201e]\u00aa/;

/** How any character of a key can be written otherwise; in a record within JSON text there is one more backslash before it. */
const unicodeEscape = /\\u/;

/**
 * How a key that is not documented, or a path of keys, is found in bytes: a record that does not mention it has no such
 * value. Documented keys, and keys within their values, have other spellings in the records of other writers.
 */
export function keyNeedle(field: FieldRef): TextNeedle | undefined {
  const part = field.kind === 'key' && !isDocumented(field.name.split('.', 1)[0]!) ? longestPart(field.name) : '';
  return /^[\w:@$ -]+$/.test(part) ? { bytes: part, ignoresCase: false, otherSpellings: unicodeEscape } : undefined;
}

/** Of a path of keys the longest part between dots: however the keys divide the path, it stands in one of them. */
function longestPart(path: string): string {
  return path.split('.').reduce((longest, part) => (part.length > longest.length ? part : longest));
}

/** How a term of the field `text` is found in bytes; undefined where only decoded text tells. */
export function textNeedle({ field, matcher }: FieldTerm): TextNeedle | undefined {
  if (field.kind !== 'named' || field.name !== 'text' || (matcher.kind !== 'equals' && matcher.kind !== 'exact') || matcher.value === '') {
    return undefined;
  }
  if (matcher.kind === 'exact') {
    // What stands for invalid bytes, and halves of characters, are in no bytes.
    const isWritten = !/[\ud800-\udfff\ufffd]/u.test(matcher.value);
    return isWritten ? { bytes: bytewise.decode(encodeText(matcher.value)), ignoresCase: false, otherSpellings: undefined } : undefined;
  }
  const folded = matcher.value.toLowerCase();
  return /^[\0-\x7f]*$/.test(folded)
    ? { bytes: folded, ignoresCase: true, otherSpellings: /[ik]/.test(folded) ? oddSpellings : undefined }
    : undefined;
}

/** Bytes that are decoded at once. Longer strings are expensive for those who collect them. */
const decodedAtOnce = 64 * 1024;

/** Tells of the rows of a piece whether their text holds the needle, and of those where that needs decoding, undefined. */
export function searchPiece(
  needle: TextNeedle,
  { offset, byteLength }: RecordTable,
  { rows, bytes, start }: Piece,
  tell: (row: number, holds: boolean | undefined) => void,
): void {
  for (let first = 0; first < rows.length;) {
    const from = offset.at(rows[first]!) - start;
    let end = from;
    let next = first;
    for (; next < rows.length; next++) {
      const behind = offset.at(rows[next]!) - start + byteLength.data[rows[next]!]!;
      if (next > first && behind - from > decodedAtOnce) {
        break;
      }
      end = behind;
    }
    const asWritten = bytewise.decode(bytes.subarray(from, end));
    const text = needle.ignoresCase ? asWritten.toLowerCase() : asWritten;
    const otherwise = needle.otherSpellings?.test(text) === true ? undefined : false;
    let hit = text.indexOf(needle.bytes);
    for (const row of rows.subarray(first, next)) {
      const begin = offset.at(row) - start - from;
      if (hit !== -1 && hit < begin) {
        hit = text.indexOf(needle.bytes, begin);
      }
      tell(row, hit !== -1 && hit + needle.bytes.length <= begin + byteLength.data[row]! ? true : otherwise);
    }
    first = next;
  }
}
