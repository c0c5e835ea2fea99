import { RecordScanner } from '../../json/recordScanner.ts';
import { stringAt } from '../../json/valueTree.ts';
import { keyOf } from './roleKeys.ts';
import { variantKeys } from './variants.ts';

const wanted: ReadonlySet<string> = new Set([...variantKeys, keyOf.time]);
const initials: ReadonlySet<number> = new Set([...wanted].map((key) => key.charCodeAt(0)));
const backslash = 0x5c;
const quote = 0x22;

/** Offsets of the value of the time, of the last if the key is there several times. */
export interface TimePlace {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a record has its time, found without taking it apart: `none` if it has none; undefined if a key of another
 * writer is in it, or the bytes are not one record, so that only a closer look can say.
 */
export function plainTime(bytes: Uint8Array): TimePlace | 'none' | undefined {
  const scanner = new RecordScanner();
  if (bytes[0] !== 0x7b || scanner.read(bytes, 0, bytes.length) < 0) {
    return undefined;
  }
  let found: TimePlace | 'none' = 'none';
  for (let index = 0; index < scanner.count; index++) {
    const start = scanner.keyStart[index]!;
    const first = bytes[start + 1]!;
    // Most keys begin with a letter that decides; an escape may be for any.
    if (!initials.has(first) && first !== backslash) {
      continue;
    }
    const key = stringAt(bytes, start, keyEnd(bytes, start));
    if (key === keyOf.time) {
      found = { start: scanner.valueStart[index]!, end: scanner.valueEnd[index]! };
    } else if (wanted.has(key)) {
      return undefined;
    }
  }
  return found;
}

/** The offset after the closing quote of a key. */
function keyEnd(bytes: Uint8Array, start: number): number {
  let end = start + 1;
  while (bytes[end] !== quote) {
    end += bytes[end] === backslash ? 2 : 1;
  }
  return end + 1;
}
