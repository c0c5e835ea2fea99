import { parseDecimal } from '../../core/json/decimal.ts';
import { isBlank } from '../../core/json/jsonScanner.ts';
import { decodeText, encodeText } from '../../core/json/utf8.ts';
import { HashStack } from '../collections/hashStack.ts';
import type { KeyedHash } from './keyedHash.ts';
import { StringContent } from '../ingest/values/stringContent.ts';

/**
 * Hashes a JSON text by what it says: alike for members in another order, characters written as escapes, other blanks
 * between tokens, and numbers of one value (`1`, `1.0`, `10e-1`), which are compared by their text so that no digit is
 * lost. Of equal keys in an object the last counts.
 *
 * No tree is made of it: each value becomes eight bytes, which wait for the end of the array or object that holds it. So
 * memory stays below eight bytes for each byte of the text, and the time is that of sorting an object's members.
 */
export class ValueHash {
  private readonly hash: KeyedHash;
  private readonly values = new HashStack();
  private readonly content = new StringContent('marked');
  /** By open array or object: the length of {@link values} where it began, and its opening bracket. */
  private readonly begins: number[] = [];
  private readonly brackets: number[] = [];

  constructor(hash: KeyedHash) {
    this.hash = hash;
  }

  /** Hashes the one value in `bytes`, which must be valid JSON, into the two halves of the keyed hash. */
  of(bytes: Uint8Array): void {
    this.values.keep(0);
    this.begins.length = 0;
    this.brackets.length = 0;
    let position = 0;
    while (position < bytes.length) {
      const byte = bytes[position]!;
      if (byte === 0x22) {
        position = this.content.read(bytes, position + 1);
        this.push(byte, this.content.bytes);
      } else if (byte === 0x7b || byte === 0x5b) {
        this.begins.push(this.values.length);
        this.brackets.push(byte);
        position++;
      } else if (byte === 0x7d || byte === 0x5d) {
        this.close();
        position++;
      } else if (isBetweenValues(byte)) {
        position++;
      } else {
        const end = scalarEnd(bytes, position);
        this.pushScalar(bytes.subarray(position, end));
        position = end;
      }
    }
  }

  /** The innermost open array or object becomes one value of the one around it. */
  private close(): void {
    const { values } = this;
    const begin = this.begins.pop() ?? 0;
    const bracket = this.brackets.pop() ?? 0;
    if (bracket === 0x7b) {
      values.sortMembers(begin);
    }
    const content = values.bytesFrom(begin);
    values.keep(begin);
    this.push(bracket, content);
  }

  private pushScalar(source: Uint8Array): void {
    const first = source[0]!;
    const isNumber = first === 0x2d || (first >= 0x30 && first <= 0x39);
    const number = isNumber ? parseDecimal(decodeText(source)) : undefined;
    // With an exponent that is no exact integer itself, a number is what its text is.
    const isExact = number !== undefined && Number.isSafeInteger(number.exponent);
    const content = isExact ? encodeText(`${number.negative ? '-' : ''}${number.digits}e${number.exponent}`) : source;
    this.push(isNumber ? 0x30 : first, content);
  }

  /** Adds a value of a kind, which tells an empty text from an empty array, and a number from its digits as a text. */
  private push(kind: number, content: Uint8Array): void {
    const { hash } = this;
    hash.hash(content);
    hash.low ^= Math.imul(kind, 0x9e3779b1);
    this.values.push(hash.low, hash.high);
  }
}

function isBetweenValues(byte: number): boolean {
  return byte === 0x2c || byte === 0x3a || isBlank(byte);
}

function scalarEnd(bytes: Uint8Array, start: number): number {
  let end = start + 1;
  while (end < bytes.length && !isBetweenValues(bytes[end]!) && bytes[end] !== 0x7d && bytes[end] !== 0x5d) {
    end++;
  }
  return end;
}
