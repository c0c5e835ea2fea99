import { isBlank, Scan, scanValue, skipBlanks } from '../../json/jsonScanner.ts';
import type { Encoding } from './encoding.ts';

/**
 * Where a text goes on in another encoding, as when PowerShell's `>>` adds UTF-16 to a file of UTF-8, or when files are put
 * together. Only the beginning of a line is looked at, or what is right after a bracket that closes, and only what
 * cannot be the text of a log in the encoding before counts:
 *
 * - After UTF-8: a byte order mark of UTF-16, or ASCII in UTF-16. NULs that fill a file do not take turns with other bytes.
 * - After UTF-16: ASCII in UTF-16 of the other byte order, or the beginning of JSON in UTF-8 and no NUL for a while, or
 *   a whole line of it.
 */
export interface Seam {
  /** Index of its first byte. */
  readonly at: number;
  readonly encoding: Encoding;
}

/** A place without enough bytes after it, of which there may be more, is a seam without encoding. */
export type MaybeSeam = Omit<Seam, 'encoding'> & { readonly encoding: Encoding | undefined };

export function isSeam(found: MaybeSeam | undefined): found is Seam {
  return found?.encoding !== undefined;
}

/** So many bytes must follow a place to say whether a seam is there, unless the source ends before. */
export const seamLength = 64;

/** Of ASCII in UTF-16 so many units are enough, or two that begin JSON. */
const fewUnits = 4;

const unitSize = 2;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** The first seam in UTF-8 from index `from` up to `end`. What is before and after is looked at as well. */
export function seamInUtf8(bytes: Uint8Array, from: number, end: number, isLast: boolean): MaybeSeam | undefined {
  // All UTF-16 that is looked for holds a NUL among its first bytes.
  for (let index = bytes.indexOf(0, from); index !== -1; index = bytes.indexOf(0, index + 1)) {
    if (bytes[index + 1] === 0) {
      index = endOfNuls(bytes, index);
      continue;
    }
    for (const at of [index - 3, index - 2, index - 1, index]) {
      const encoding = at < from || at >= end || !isAfterLine(bytes, at) ? undefined : utf16At(bytes, at, isLast);
      if (encoding !== undefined) {
        return { at, encoding: encoding === 'unknown' ? undefined : encoding };
      }
    }
    if (index >= end + 3) {
      break;
    }
  }
  return isLast ? undefined : openSeam(bytes, from, end);
}

/** The first place near the end of UTF-8 after which a NUL may follow and begin UTF-16. */
export function openSeam(bytes: Uint8Array, from: number, end: number): MaybeSeam | undefined {
  for (let at = Math.max(from, bytes.length - seamLength); at < end; at++) {
    if (isAfterLine(bytes, at) && utf16At(bytes, at, false) === 'unknown') {
      return { at, encoding: undefined };
    }
  }
  return undefined;
}

/** As {@link seamInUtf8}, in UTF-16 whose units begin at `from` and at every other index after it. */
export function seamInUtf16(bytes: Uint8Array, from: number, end: number, isLittleEndian: boolean, isLast: boolean): MaybeSeam | undefined {
  const low = isLittleEndian ? 0 : 1;
  const units = unitsOf(bytes, from);
  const highBits = isLittleEndian === hostIsLittleEndian ? 0xff00 : 0x00ff;
  const count = Math.ceil((Math.min(bytes.length, end) - from) / unitSize);
  for (let index = 1; index < count; index++) {
    // Most characters are ASCII; half a unit at the end is looked at as well.
    if (index < units.length && (units[index]! & highBits) === 0) {
      continue;
    }
    const at = from + index * unitSize;
    if ((units[index - 1]! & highBits) !== 0 || !endsBefore(bytes[at - unitSize + low]!)) {
      continue;
    }
    const encoding = otherAt(bytes, at, isLittleEndian, isLast);
    if (encoding !== undefined) {
      return { at, encoding: encoding === 'unknown' ? undefined : encoding };
    }
  }
  return undefined;
}

const hostIsLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Whole units from an index on, in the byte order of the host. */
function unitsOf(bytes: Uint8Array, from: number): Uint16Array {
  const rest = bytes.subarray(from, bytes.length - ((bytes.length - from) % unitSize));
  // A copy: a Buffer's own `slice` is none.
  const aligned = rest.byteOffset % unitSize === 0 ? rest : new Uint8Array(rest);
  return new Uint16Array(aligned.buffer, aligned.byteOffset, aligned.length / unitSize);
}

/** After such a character a seam may be. */
function endsBefore(character: number): boolean {
  return character === lineFeed || character === carriageReturn || character === 0x7d || character === 0x5d;
}

/** Whether a line begins at an index, or something right after what has been closed. */
function isAfterLine(bytes: Uint8Array, at: number): boolean {
  const before = bytes[at - 1];
  return before !== undefined && (endsBefore(before) || (before === 0 && bytes[at - 2] === lineFeed));
}

/** The UTF-16 that begins at an index, if it does. */
function utf16At(bytes: Uint8Array, at: number, isLast: boolean): Encoding | 'unknown' | undefined {
  const first = bytes[at];
  const second = bytes[at + 1];
  if (second === undefined) {
    return !isLast && mayBeHalfUnit(first) ? 'unknown' : undefined;
  }
  const isMarked = isMark(first, second);
  if (!isMarked && !mayBeUnit(first, second, bytes[at + 2])) {
    return undefined;
  }
  const isLittleEndian = isMarked ? first === 0xff : second === 0;
  const start = isMarked ? at + 2 : at;
  const encoding = isLittleEndian ? 'utf-16le' : 'utf-16be';
  const units = asciiUnits(bytes, start, isLittleEndian);
  if (isEnough(bytes, start, isLittleEndian, units) || (isMarked && units > 0)) {
    return encoding;
  }
  if (start + units * 2 < bytes.length - 1) {
    return undefined;
  }
  const few = units >= 2 ? encoding : undefined;
  return isLast ? few : 'unknown';
}

/** Whether two bytes are the byte order mark of UTF-16. */
function isMark(first: number | undefined, second: number): boolean {
  return first === 0xff ? second === 0xfe : first === 0xfe && second === 0xff;
}

/** Whether a byte may be the first of a mark of UTF-16 or of a unit, if one that is not at hand follows. */
function mayBeHalfUnit(byte: number | undefined): boolean {
  return byte === 0 || byte === 0xff || byte === 0xfe || mayBegin(byte);
}

/** Whether two bytes may be the unit of a character with which UTF-16 begins, by the byte after them. */
function mayBeUnit(first: number | undefined, second: number, third: number | undefined): boolean {
  if (second !== 0) {
    return first === 0;
  }
  // A line end before a NUL, but for the two of Windows, is that of UTF-8 after which the other byte order begins.
  const isOwnEnd = first === carriageReturn && third !== undefined && third !== lineFeed;
  return !isOwnEnd && (first === 0 || mayBegin(first));
}

/** Whether so many units of ASCII are enough to be UTF-16. */
function isEnough(bytes: Uint8Array, start: number, isLittleEndian: boolean, units: number): boolean {
  const low = start + (isLittleEndian ? 0 : 1);
  return units >= fewUnits || (units >= 2 && beginsJson(bytes[low]!, bytes[low + unitSize]!));
}

/** What is at an index of UTF-16 and is none of the same byte order. */
function otherAt(bytes: Uint8Array, at: number, isLittleEndian: boolean, isLast: boolean): Encoding | 'unknown' | undefined {
  const mark = isLittleEndian ? [0xfe, 0xff] : [0xff, 0xfe];
  const isMarked = bytes[at] === mark[0] && bytes[at + 1] === mark[1];
  const start = isMarked ? at + 2 : at;
  const units = asciiUnits(bytes, start, !isLittleEndian);
  if (isEnough(bytes, start, !isLittleEndian, units) || (isMarked && units > 0)) {
    return isLittleEndian ? 'utf-16be' : 'utf-16le';
  }
  if (start + units * 2 >= bytes.length - 1 && !isLast && (units > 0 || bytes.length - at < 2 || isMarked)) {
    return 'unknown';
  }
  return utf8At(bytes, at, isLast);
}

/** JSON in UTF-8 at an index, after blanks and a byte order mark. */
function utf8At(bytes: Uint8Array, at: number, isLast: boolean): 'utf-8' | 'unknown' | undefined {
  const limit = Math.min(bytes.length, at + seamLength);
  const marks = lengthOfMark(bytes, at);
  if (marks > 0 && marks < 3) {
    return at + marks < bytes.length || isLast ? undefined : 'unknown';
  }
  const first = skipBlanks(bytes, at + marks, limit);
  const second = skipBlanks(bytes, first + 1, limit);
  const nul = bytes.subarray(at, limit).indexOf(0);
  if (nul !== -1) {
    return isLineOfJson(bytes, first, at + nul) ? 'utf-8' : undefined;
  }
  const isOpen = limit < at + seamLength && !isLast;
  if (second < limit ? !beginsJson(bytes[first]!, bytes[second]!) : first < limit && !isOpener(bytes[first]!)) {
    return undefined;
  }
  return isOpen ? 'unknown' : second < limit ? 'utf-8' : undefined;
}

/** How many bytes of the byte order mark of UTF-8 are at an index. */
function lengthOfMark(bytes: Uint8Array, at: number): number {
  const length = [0xef, 0xbb, 0xbf].findIndex((byte, index) => bytes[at + index] !== byte);
  return length === -1 ? 3 : length;
}

/** Whether a whole object or array is on a line that ends before an index, after which UTF-16 may begin again. */
function isLineOfJson(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start] === 0x1e ? start + 1 : start;
  const isOpened = bytes[first] === 0x7b || bytes[first] === 0x5b;
  const close = isOpened && first < end ? scanValue(bytes, first, end, new Scan()) : -1;
  return close > 0 && close < end && (bytes[close] === lineFeed || bytes[close] === carriageReturn);
}

/** How many units of UTF-16 from an index on are characters of ASCII, of the few that are looked at. */
function asciiUnits(bytes: Uint8Array, start: number, isLittleEndian: boolean): number {
  const low = isLittleEndian ? 0 : 1;
  let units = 0;
  while (units < fewUnits && isAscii(bytes[start + units * 2 + low]) && bytes[start + units * 2 + 1 - low] === 0) {
    units++;
  }
  return units;
}

/** Whether two characters, blanks between them left out, begin a record, an array or a record separator with a record. */
function beginsJson(first: number, second: number): boolean {
  if (first === 0x7b) {
    return second === 0x22 || second === 0x7d;
  }
  return first === 0x5b ? second === 0x7b || second === 0x5b || second === 0x5d : first === 0x1e && second === 0x7b;
}

function isOpener(byte: number): boolean {
  return byte === 0x7b || byte === 0x5b || byte === 0x1e;
}

/** A character that text of ASCII holds. */
function isAscii(byte: number | undefined): boolean {
  return byte !== undefined && byte < 0x7f && (byte >= 0x20 || isBlank(byte) || byte === 0x1e);
}

/** A character with which a text in UTF-16 may begin: none that ends or goes on with what is before. */
function mayBegin(byte: number | undefined): boolean {
  return isAscii(byte) && byte !== lineFeed && byte !== 0x7d && byte !== 0x5d && byte !== 0x2c && byte !== 0x3a;
}

/** Index of the last of the NULs that are from an index on. */
function endOfNuls(bytes: Uint8Array, start: number): number {
  let index = start;
  while (bytes[index + 1] === 0) {
    index++;
  }
  return index;
}
