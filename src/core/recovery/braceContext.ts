import { isBlank, skipBlanks } from '../json/jsonScanner.ts';
import { firstKey, maxKeyLength, startsWith } from './recordSignature.ts';
import { encodeText } from '../json/utf8.ts';

/** Whatever is the value of such a key is a part of the record. */
const payloadKeys: readonly Uint8Array[] = ['"payload"', '"Payload"'].map(encodeText);
const resultKeys: readonly Uint8Array[] = ['"Result"', '"result"'].map(encodeText);

/** How many bytes a backslash and what it escapes take: a brace or line break after it was never escaped. */
export function escapedLength(bytes: Uint8Array, backslash: number): number {
  const byte = bytes[backslash + 1];
  return byte === 0x7b || byte === 0x0a || byte === 0x0d ? 1 : 2;
}

/**
 * Whether the key after a brace, or the blanks before it, are where reading failed: a string that was never closed ends at the
 * key's quote, and holds no line break before it.
 */
export function isFailingKey(bytes: Uint8Array, brace: number, failure: number): boolean {
  const key = skipBlanks(bytes, brace + 1, failure);
  return key === failure ? isBlank(bytes[failure]!) : skipBlanks(bytes, key + 1, failure) === failure;
}

/** Whether an object is a payload, which is a part of the record. */
export function isPayload(bytes: Uint8Array, brace: number, start: number): boolean {
  return isValueOf(payloadKeys, bytes, brace, start);
}

/** Whether an object is the value that some writers give for the result. */
export function isResult(bytes: Uint8Array, brace: number, start: number): boolean {
  return isValueOf(resultKeys, bytes, brace, start);
}

function isValueOf(keys: readonly Uint8Array[], bytes: Uint8Array, brace: number, start: number): boolean {
  const colon = lastByte(bytes, brace, start);
  const keyEnd = bytes[colon] === 0x3a ? lastByte(bytes, colon, start) + 1 : 0;
  return keys.some((key) => keyEnd - key.length >= start && startsWith(bytes, keyEnd - key.length, key));
}

/** Whether a brace begins the value of a member or the first item of a list, by what is before it. */
export function isNested(bytes: Uint8Array, brace: number, start: number): boolean {
  const byte = bytes[lastByte(bytes, brace, start)];
  return byte === 0x3a || byte === 0x5b;
}

/** Index of the last byte before another that is not blank. */
function lastByte(bytes: Uint8Array, before: number, start: number): number {
  let position = before - 1;
  while (position > start && isBlank(bytes[position]!)) {
    position--;
  }
  return position;
}

/** Whether a brace, a key and a colon are here; undefined if more bytes are needed to say. */
export function beginsObject(bytes: Uint8Array, brace: number, length: number, final: boolean): boolean | undefined {
  const key = skipBlanks(bytes, brace + 1, length);
  const end = key + firstKey(bytes, brace, length).length;
  const colon = skipBlanks(bytes, end, length);
  if (!final && (key === length || colon === length || (end === key && bytes[key] === 0x22 && length < key + maxKeyLength))) {
    return undefined;
  }
  return end > key && bytes[colon] === 0x3a;
}
