import { stringAt } from '../../core/reading/valueTree.ts';
import type { ByteDictionary } from '../columns/byteDictionary.ts';

/** The id of a value: of a string its text, of anything else its source text; 0 for null. */
export function internValue(dictionary: ByteDictionary, bytes: Uint8Array, start: number, end: number, escaped: boolean): number {
  if (bytes[start] === 0x22) {
    return escaped ? dictionary.internText(stringAt(bytes, start, end)) : dictionary.intern(bytes, start + 1, end - 1);
  }
  return isNull(bytes, start) ? 0 : dictionary.intern(bytes, start, end);
}

export function isNull(bytes: Uint8Array, start: number): boolean {
  return bytes[start] === 0x6e;
}

/**
 * An integer written in digits: a number where that is exact, else a bigint; undefined for anything else, such as `1e3`
 * or null.
 */
export function integerAt(bytes: Uint8Array, start: number, end: number): number | bigint | undefined {
  let value = 0;
  for (let index = start; index < end; index++) {
    const digit = bytes[index]! - 0x30;
    if (digit < 0 || digit > 9) {
      return undefined;
    }
    value = value * 10 + digit;
  }
  if (end - start <= 15) {
    return value;
  }
  const exact = BigInt(String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 64))));
  return end - start > 64 ? undefined : exact <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(exact) : exact;
}

/** 32 bits of FNV-1a over the bytes, never 0. */
export function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index++) {
    hash = Math.imul(hash ^ bytes[index]!, 0x01000193);
  }
  return hash >>> 0 || 1;
}
