import type { TokenFault } from '../finding/additionalFault.ts';
import { isBlank, skipBlanks } from '../json/jsonScanner.ts';

/** A comma, a colon and opening brackets. */
const mayPrecedeText: ReadonlySet<number> = new Set([0x2c, 0x3a, 0x5b, 0x7b]);

/** A piece of text is looked ahead at for no longer than this. */
const maxLookahead = 4096;

/** Index after letters, digits and the signs that numbers and names have; all that is beyond ASCII counts as a letter. */
export function tokenEnd(bytes: Uint8Array, start: number, end: number): number {
  let position = start;
  while (position < end && isOfToken(bytes[position]!)) {
    position++;
  }
  return position;
}

/** What is wrong with a token; undefined for a value of JSON. */
export function tokenFault(bytes: Uint8Array, start: number, end: number): TokenFault | undefined {
  const text = String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 64)));
  if (/^(true|false|null)$/.test(text)) {
    return undefined;
  }
  if (/^(true|false|null|none|nil)$/i.test(text)) {
    return 'literal';
  }
  if (/^[-+]?(nan|inf|infinity)$/i.test(text)) {
    return 'notANumber';
  }
  if (/^[-+.]*\d/.test(text)) {
    return end - start <= 64 && /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? undefined : 'number';
  }
  return 'bareText';
}

/** Index after the quote that closes a text, whatever the text holds; -1 where none does on its line. */
export function closingQuote(bytes: Uint8Array, start: number, end: number): number {
  const quote = bytes[start];
  const limit = Math.min(end, start + maxLookahead);
  for (let position = start + 1; position < limit && !isLineBreak(bytes[position]!); position++) {
    if (bytes[position] === quote) {
      return position + 1;
    }
    position += bytes[position] === 0x5c ? 1 : 0;
  }
  return -1;
}

/** The byte after some blanks, or -1 at the end. */
export function byteAfter(bytes: Uint8Array, position: number, end: number): number {
  const next = skipBlanks(bytes, position, Math.min(end, position + maxLookahead));
  return next < end ? bytes[next]! : -1;
}

/** Whether a value ends here, after blanks: before a comma, or before what closes the innermost bracket. */
export function endsValue(bytes: Uint8Array, position: number, end: number, closer: number | undefined): boolean {
  const byte = byteAfter(bytes, position, end);
  return byte === 0x2c || byte === closer;
}

/** Whether a key and a colon begin here, after blanks; the key may lack quotes or have single ones. */
export function beginsMember(bytes: Uint8Array, position: number, end: number): boolean {
  const start = skipBlanks(bytes, position, Math.min(end, position + maxLookahead));
  const byte = start < end ? bytes[start]! : -1;
  const limit = Math.min(end, start + maxLookahead);
  const after = byte === 0x22 || byte === 0x27 ? closingQuote(bytes, start, end) : tokenEnd(bytes, start, limit);
  return after > start && byteAfter(bytes, after, end) === 0x3a;
}

/** Whether a whole item of a list begins here, after blanks, as far as can be seen: a comma or the end of the list follows. */
export function beginsItem(bytes: Uint8Array, position: number, end: number): boolean {
  const start = skipBlanks(bytes, position, Math.min(end, position + maxLookahead));
  const byte = start < end ? bytes[start]! : -1;
  if (byte === 0x7b || byte === 0x5b) {
    return true;
  }
  const limit = Math.min(end, start + maxLookahead);
  const after = byte === 0x22 || byte === 0x27 ? closingQuote(bytes, start, end) : tokenEnd(bytes, start, limit);
  const next = after > start ? byteAfter(bytes, after, end) : -1;
  return next === 0x2c || next === 0x5d;
}

function isLineBreak(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d;
}

function isOfToken(byte: number): boolean {
  const letter = byte | 0x20;
  const isLetterOrDigit = (letter >= 0x61 && letter <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte >= 0x80;
  return isLetterOrDigit || byte === 0x2b || byte === 0x2d || byte === 0x2e || byte === 0x5f || byte === 0x24;
}

/** Index after the last byte of a stretch that is not blank. */
export function withoutBlanksAfter(bytes: Uint8Array, start: number, end: number): number {
  let position = end;
  while (position > start && isBlank(bytes[position - 1]!)) {
    position--;
  }
  return position;
}

/** The quote before an index seems to be the first of a text, as it stands where texts begin: its last one lacks before. */
export function isWithinText(bytes: Uint8Array, position: number): boolean {
  const before = bytes[position - 1] === 0x22 ? withoutBlanksAfter(bytes, 0, position - 1) : 0;
  return before > 0 && mayPrecedeText.has(bytes[before - 1]!);
}
