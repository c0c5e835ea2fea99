import { incomplete, isBlank, Scan, scanValue } from './jsonScanner.ts';

/** A longer line is not looked at. */
const longestLine = 4096;

/**
 * What a line of NDJSON that begins with a bracket is: with an object in it, a lone bracket, or an empty list, it may
 * be an array of records. Text such as `[INFO] started`, and values that are no records, stand by themselves. Of
 * a list that goes on behind such a line it is the index of the line's end: what stands on the lines behind may be records.
 */
export function bracketedLine(bytes: Uint8Array, start: number, length: number, final: boolean): 'array' | 'other' | 'unknown' | number {
  const limit = Math.min(length, start + longestLine);
  let brackets = 0;
  let onlyBrackets = true;
  for (let index = start; index < limit; index++) {
    const byte = bytes[index]!;
    if (byte === 0x0a || byte === 0x0d) {
      const goesOn = scanValue(bytes, start, index, new Scan()) === incomplete;
      if (goesOn && (brackets > 1 || !onlyBrackets)) {
        return index;
      }
      return onlyBrackets ? 'array' : 'other';
    }
    if (byte === 0x7b) {
      return 'array';
    }
    brackets += byte === 0x5b || byte === 0x5d ? 1 : 0;
    onlyBrackets &&= byte === 0x5b || byte === 0x5d || isBlank(byte);
  }
  if (limit < length || limit - start === longestLine) {
    return 'array';
  }
  return !final ? 'unknown' : onlyBrackets ? 'array' : 'other';
}
