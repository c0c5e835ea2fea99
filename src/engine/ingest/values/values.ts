import { floorOf, isWhole, parseDecimal } from '../../../core/json/decimal.ts';
import { hasEscapes } from '../../../core/json/hasEscapes.ts';
import type { ByteDictionary } from '../../columns/byteDictionary.ts';
import { finishHash, lastWord, mixWord } from '../../columns/byteHash.ts';
import { StringContent } from './stringContent.ts';

/** How the text of a string is in the bytes: as it is, or with escapes perhaps, or as it is with its hash known. */
export type Writing = 'plain' | 'escaped' | 'hashed';

/**
 * The id of a value: of a string its text, of anything else its source text; 0 for null.
 *
 * @param hash Of the text with the dictionary's seed, if it is known.
 */
export function internValue(dictionary: ByteDictionary, bytes: Uint8Array, start: number, end: number, writing: Writing, hash = 0): number {
  if (bytes[start] !== 0x22) {
    return isNull(bytes, start) ? 0 : dictionary.intern(bytes, start, end);
  }
  switch (writing) {
    case 'hashed':
      return dictionary.internHashed(bytes, start + 1, end - 1, hash);
    case 'plain':
      return dictionary.intern(bytes, start + 1, end - 1);
    case 'escaped':
      return internEscaped(dictionary, bytes, start + 1, end - 1);
  }
}

const content = new StringContent('WTF-8');

/** The id of the text that a string's content means, escapes resolved: however it is written, a text has one id. */
export function internEscaped(dictionary: ByteDictionary, bytes: Uint8Array, start: number, end: number): number {
  if (!hasEscapes(bytes, start, end)) {
    return dictionary.intern(bytes, start, end);
  }
  content.resolve(bytes, start, end);
  return dictionary.intern(content.resolved, 0, content.length);
}

export function isNull(bytes: Uint8Array, start: number): boolean {
  return bytes[start] === 0x6e;
}

/**
 * An integer written in digits: a number where that is exact, else a bigint; undefined for anything else, such as `1e3`
 * or null.
 */
function integerAt(bytes: Uint8Array, start: number, end: number): number | bigint | undefined {
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

/** The same for an integer in any notation of JSON, such as `1e3` or `7.0`. */
export function wholeNumberAt(bytes: Uint8Array, start: number, end: number): number | bigint | undefined {
  const plain = integerAt(bytes, start, end);
  if (plain !== undefined || end - start > 64) {
    return plain;
  }
  const decimal = parseDecimal(String.fromCharCode(...bytes.subarray(start, end)));
  if (decimal === undefined || !isWhole(decimal) || decimal.negative || decimal.exponent > 20) {
    return undefined;
  }
  const exact = floorOf(decimal);
  return exact <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(exact) : exact;
}

/**
 * 31 bits of hash over a value as it is written, without its quotes and without regard to case; never 0. A value with
 * escapes or beyond ASCII can be written in several ways: the hash of such a one is odd ({@link isPlainHash}).
 */
export function hashOf(view: DataView, start: number, end: number): number {
  const quotes = start < end && view.getUint8(start) === 0x22 ? 1 : 0;
  const last = end - quotes;
  let hash = 0;
  let odd = 0;
  for (let index = start + quotes; index < last; index += 4) {
    const word = index + 4 <= last ? view.getInt32(index, true) : lastWord(view, index, last);
    const backslash = word ^ 0x5c5c5c5c;
    odd |= (((backslash - 0x01010101) & ~backslash) | word) & 0x80808080;
    // This makes small letters of capitals, and of other characters what does not matter.
    hash = mixWord(hash, word | 0x20202020);
  }
  hash = finishHash(hash, last - start - quotes);
  return odd === 0 ? (hash & ~1) >>> 0 || 2 : (hash | 1) >>> 0;
}

/** Whether equal texts have this hash and no other. True of 0, no value. */
export function isPlainHash(hash: number): boolean {
  return hash % 2 === 0;
}
