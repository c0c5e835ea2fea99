import { incomplete, isBlank, Scan, scanValue, skipBlanks } from '../json/jsonScanner.ts';

/** A longer line is not looked at. */
const maxLineLength = 4096;

/** So much after a lone bracket is looked at. */
const maxItemLength = 65_536;

/**
 * What a line of NDJSON that begins with a bracket is: with an object in it it may be an array of records, and so may a
 * lone bracket. Text such as `[INFO] started`, and values that are no records, an empty list among them, are by themselves.
 * Of a list that goes on after such a line, and is no array of records, it is the index of the line's end, or of what shows
 * that.
 */
export function bracketedLine(bytes: Uint8Array, start: number, length: number, final: boolean): 'array' | 'other' | 'unknown' | number {
  const limit = Math.min(length, start + maxLineLength);
  for (let index = start; index < limit; index++) {
    const byte = bytes[index]!;
    if (byte === 0x0a || byte === 0x0d) {
      return judge(bytes, start, index, length, final);
    }
    if (byte === 0x7b) {
      return 'array';
    }
  }
  if (limit < length || limit - start === maxLineLength) {
    return 'array';
  }
  return final ? judge(bytes, start, length, length, true) : 'unknown';
}

/** The line ends at an index. */
function judge(bytes: Uint8Array, start: number, lineEnd: number, length: number, final: boolean): 'array' | 'other' | 'unknown' | number {
  if (scanValue(bytes, start, lineEnd, new Scan()) !== incomplete) {
    return 'other';
  }
  return skipBlanks(bytes, start + 1, lineEnd) === lineEnd ? judgeBracket(bytes, start, lineEnd, length, final) : lineEnd;
}

/** A lone bracket opens an array if what only arrays have is after the line that follows: a comma, or its end. */
function judgeBracket(bytes: Uint8Array, start: number, lineEnd: number, length: number, final: boolean): 'array' | 'unknown' | number {
  const limit = Math.min(length, start + maxItemLength);
  const item = skipBlanks(bytes, lineEnd, limit);
  let end = item;
  while (end < limit && bytes[end] !== 0x0a && bytes[end] !== 0x0d) {
    end++;
  }
  const next = skipBlanks(bytes, end, limit);
  if (next === limit && (limit < length || !final)) {
    return limit - start === maxItemLength ? 'array' : 'unknown';
  }
  let last = end - 1;
  while (last > lineEnd && isBlank(bytes[last]!)) {
    last--;
  }
  const goesOn = [0x2c, 0x5b, 0x7b].includes(bytes[last]!) || bytes[item] === 0x5d;
  return goesOn || (next < limit && (bytes[next] === 0x5d || bytes[next] === 0x2c)) ? 'array' : start;
}
