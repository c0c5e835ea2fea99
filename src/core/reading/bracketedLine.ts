import { incomplete, Scan, scanValue } from './jsonScanner.ts';

/** A longer line is not looked at. */
const longestLine = 4096;

/**
 * What a line of NDJSON that begins with a bracket is: text such as `[INFO] started` and values that are no records stand by
 * themselves, and anything else may be an array of records.
 */
export function bracketedLine(bytes: Uint8Array, start: number, length: number, final: boolean): 'array' | 'other' | 'unknown' {
  const limit = Math.min(length, start + longestLine);
  let end = start + 1;
  let isEmpty = true;
  while (end < limit && bytes[end] !== 0x0a && bytes[end] !== 0x0d) {
    if (bytes[end] === 0x7b) {
      return 'array';
    }
    isEmpty &&= bytes[end] === 0x5d || bytes[end] === 0x20;
    end++;
  }
  if (end === limit && limit - start === longestLine) {
    return 'array';
  }
  if (end === length && !final) {
    return 'unknown';
  }
  return isEmpty || scanValue(bytes, start, end, new Scan()) === incomplete ? 'array' : 'other';
}
