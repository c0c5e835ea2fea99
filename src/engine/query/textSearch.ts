import type { FieldTerm } from '../../core/query/ast.ts';
import type { FieldRef } from '../../core/query/fields.ts';
import { isDocumented } from '../../core/formats/attestation/fields.ts';
import { encodeText } from '../../core/json/utf8.ts';
import type { RecordTable } from '../columns/recordTable.ts';
import type { Piece } from '../index/visitRecords.ts';

/**
 * Looks for text in the source's bytes as they were read, many records at a time, instead of decoding each record. Bytes
 * are taken for characters one by one, so that places in the text are places in the bytes.
 */
export interface TextNeedle {
  /** One character for each byte of UTF-8, in lower case where that does not matter; undefined where bytes alone never show it. */
  readonly bytes: string | undefined;
  readonly ignoresCase: boolean;
  /** In the bytes of a record, in lower case where that does not matter: the record is to be decoded even if the needle is not there. */
  readonly otherSpellings: RegExp | undefined;
  /** An escape is one character: where one is right before the needle, the needle may begin within it, and decoding decides. */
  readonly resolvesEscapes: boolean;
}

/** Its name says Latin 1, which is what the Encoding Standard calls windows-1252: a character for each byte. */
const bytewise = new TextDecoder('latin1');

/** Two characters beyond ASCII have ASCII in their lower case, İ and the Kelvin sign: byte by byte in lower case. */
const oddLetters = '\\u00e4\\u00b0|\\u00e2[\\u0084\\u201e]\\u00aa';

/** How any character of a key can be written otherwise; in a record within JSON text there is one more backslash before it. */
const unicodeEscape = /\\u/g;

/**
 * How a key that is not documented, or a path of keys, is found in bytes: a record that does not mention it has no such
 * value. Documented keys, and keys within their values, have other spellings in the records of other writers.
 */
export function keyNeedle(field: FieldRef): TextNeedle | undefined {
  const part = field.kind === 'key' && !isDocumented(field.name.split('.', 1)[0]!) ? maxPartLength(field.name) : '';
  return /^[\w:@$ -]+$/.test(part) ? { bytes: part, ignoresCase: false, otherSpellings: unicodeEscape, resolvesEscapes: false } : undefined;
}

/** Of a path of keys the longest part between dots: however the keys divide the path, it is in one of them. */
function maxPartLength(path: string): string {
  return path.split('.').reduce((longest, part) => (part.length > longest.length ? part : longest));
}

/** How a term of the field `text` is found in bytes; undefined where only decoded text decides. */
export function textNeedle({ field, matcher }: FieldTerm): TextNeedle | undefined {
  if (field.kind !== 'named' || field.name !== 'text' || (matcher.kind !== 'equals' && matcher.kind !== 'exact') || matcher.value === '') {
    return undefined;
  }
  const ignoresCase = matcher.kind === 'equals';
  const wanted = ignoresCase ? matcher.value.toLowerCase() : matcher.value;
  // What stands for invalid bytes, and halves of characters, are in no bytes.
  if (/[\ud800-\udfff\ufffd]/u.test(wanted)) {
    return undefined;
  }
  const isAscii = /^[\0-\x7f]*$/.test(wanted);
  const isInBytes = !wanted.includes('\\') && (isAscii || !ignoresCase);
  return {
    bytes: isInBytes ? bytewise.decode(encodeText(wanted)) : undefined,
    ignoresCase,
    otherSpellings: otherSpellingsOf(wanted, ignoresCase, isAscii),
    resolvesEscapes: true,
  };
}

/** What is in a text that holds the wanted one in other bytes. */
function otherSpellingsOf(wanted: string, ignoresCase: boolean, isAscii: boolean): RegExp {
  // Each of these may be written after a backslash; any other character as `\u` and its number only.
  const spellings = [/["\\/\0-\x1f]/.test(wanted) ? '\\\\' : '\\\\u'];
  if (ignoresCase && isAscii && /[ik]/.test(wanted)) {
    spellings.push(oddLetters);
  }
  if (ignoresCase && !isAscii) {
    // Letters beyond ASCII have forms in upper case that are other bytes.
    spellings.push('[\\u0080-\\uffff]');
  }
  return new RegExp(spellings.join('|'), 'g');
}

/** Bytes of the longest escape, `\u` and four digits. */
const maxEscape = 6;

/** Bytes that are decoded at once. Longer strings are expensive for those who collect them. */
const decodedAtOnce = 64 * 1024;

/** Reports for the rows of a piece whether their text holds the needle, and of those where that needs decoding, undefined. */
export function searchPiece(
  needle: TextNeedle,
  { offset, byteLength }: RecordTable,
  { rows, bytes, start }: Piece,
  report: (row: number, holds: boolean | undefined) => void,
): void {
  for (let first = 0; first < rows.length;) {
    const from = offset.at(rows[first]!) - start;
    let end = from;
    let next = first;
    for (; next < rows.length; next++) {
      const after = offset.at(rows[next]!) - start + byteLength.data[rows[next]!]!;
      if (next > first && after - from > decodedAtOnce) {
        break;
      }
      end = after;
    }
    const asWritten = bytewise.decode(bytes.subarray(from, end));
    const text = needle.ignoresCase ? asWritten.toLowerCase() : asWritten;
    const hits = new Occurrences(text, needle.bytes);
    const others = new Occurrences(text, needle.otherSpellings);
    for (const row of rows.subarray(first, next)) {
      const begin = offset.at(row) - start - from;
      const after = begin + byteLength.data[row]!;
      const hit = hits.within(begin, after);
      if (hit !== -1) {
        const isSure = !needle.resolvesEscapes || !followsEscape(text, begin, hit);
        report(row, isSure ? true : undefined);
      } else {
        report(row, others.within(begin, after) === -1 ? false : undefined);
      }
    }
    first = next;
  }
}

/** Whether an escape is right before a place of a record that begins at `begin`, or reaches up to it. */
function followsEscape(text: string, begin: number, place: number): boolean {
  return text.slice(Math.max(begin, place - maxEscape), place).includes('\\');
}

/** Where something is in a text that is gone through from its beginning to its end. */
class Occurrences {
  private readonly text: string;
  private readonly sought: string | RegExp | undefined;
  private place = -1;
  private end = 0;
  private isOver: boolean;

  constructor(text: string, sought: string | RegExp | undefined) {
    this.text = text;
    this.sought = sought;
    this.isOver = sought === undefined;
  }

  /** The first place of one that is between two places as a whole; -1 if there is none. Places rise from call to call. */
  within(from: number, to: number): number {
    while (!this.isOver && this.place < from) {
      this.find(from);
    }
    return !this.isOver && this.end <= to ? this.place : -1;
  }

  private find(from: number): void {
    if (typeof this.sought === 'string') {
      this.place = this.text.indexOf(this.sought, from);
      this.end = this.place + this.sought.length;
    } else {
      this.sought!.lastIndex = from;
      const found = this.sought!.exec(this.text);
      this.place = found?.index ?? -1;
      this.end = this.place + (found?.[0].length ?? 0);
    }
    this.isOver = this.place === -1;
  }
}
