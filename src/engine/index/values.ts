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

/**
 * 31 bits of FNV-1a over a value as it is written, without its quotes and without regard to case; never 0. A value with
 * escapes or beyond ASCII can be written in several ways: the hash of such a one is odd ({@link isPlainHash}).
 */
export function hashOf(bytes: Uint8Array, start: number, end: number): number {
  const quotes = bytes[start] === 0x22 ? 1 : 0;
  let hash = 0x811c9dc5;
  let isPlain = true;
  for (let index = start + quotes; index < end - quotes; index++) {
    const byte = bytes[index]!;
    isPlain &&= byte < 0x80 && byte !== 0x5c;
    hash = Math.imul(hash ^ (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte), 0x01000193);
  }
  return isPlain ? (hash & ~1) >>> 0 || 2 : (hash | 1) >>> 0;
}

/** Whether equal texts have this hash and no other. True of 0, no value. */
export function isPlainHash(hash: number): boolean {
  return hash % 2 === 0;
}
