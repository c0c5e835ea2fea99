import { skipBlanks } from '../../core/reading/jsonScanner.ts';
import type { PairPlaces } from './recordLayout.ts';

/**
 * Reads the arrays of pairs, `[{"callerIdentityType": "UPN", "callerIdentity": "…"}, …]`, in the form that the audit
 * library writes: both members, in this order, strings without escapes. Anything else is left to the slow way.
 */
export class PairScanner {
  private readonly typeKey: Uint8Array;
  private readonly valueKey: Uint8Array;
  private typeStart = 0;
  private typeEnd = 0;
  private valueStart = 0;
  private valueEnd = 0;

  constructor(typeKey: string, valueKey: string) {
    this.typeKey = new TextEncoder().encode(`"${typeKey}"`);
    this.valueKey = new TextEncoder().encode(`"${valueKey}"`);
  }

  /**
   * Notes the places of all pairs of the array at `start`, which must be valid JSON. False if one of them has another form;
   * what was noted is void then.
   */
  readAll(bytes: Uint8Array, start: number, end: number, places: PairPlaces): boolean {
    places.clear();
    let position = skipBlanks(bytes, start + 1, end);
    while (bytes[position] !== 0x5d) {
      if (places.count > 0) {
        position = skipBlanks(bytes, position + 1, end);
      }
      position = bytes[position] === 0x7b ? this.readPair(bytes, position, end) : -1;
      if (position === -1) {
        return false;
      }
      places.push(this.typeStart - 1, this.typeEnd + 1, this.valueStart - 1, this.valueEnd + 1);
      position = skipBlanks(bytes, position, end);
    }
    return true;
  }

  /** Reads the pair whose brace stands at `start`: the offset after it, or -1. */
  private readPair(bytes: Uint8Array, start: number, end: number): number {
    const type = contentAfter(bytes, skipBlanks(bytes, start + 1, end), end, this.typeKey);
    if (type === -1) {
      return -1;
    }
    this.typeStart = type;
    this.typeEnd = closingQuote(bytes, type);
    let position = this.typeEnd === -1 ? -1 : skipBlanks(bytes, this.typeEnd + 1, end);
    if (position === -1 || bytes[position] !== 0x2c) {
      return -1;
    }
    const value = contentAfter(bytes, skipBlanks(bytes, position + 1, end), end, this.valueKey);
    if (value === -1) {
      return -1;
    }
    this.valueStart = value;
    this.valueEnd = closingQuote(bytes, value);
    position = this.valueEnd === -1 ? -1 : skipBlanks(bytes, this.valueEnd + 1, end);
    return position !== -1 && bytes[position] === 0x7d ? position + 1 : -1;
  }
}

/** Offset of the content of the string behind this key, or -1 if another key or no string stands there. */
function contentAfter(bytes: Uint8Array, start: number, end: number, key: Uint8Array): number {
  for (let index = 0; index < key.length; index++) {
    if (bytes[start + index] !== key[index]) {
      return -1;
    }
  }
  const colon = skipBlanks(bytes, start + key.length, end);
  const quote = skipBlanks(bytes, colon + 1, end);
  return bytes[quote] === 0x22 ? quote + 1 : -1;
}

/** Offset of the quote that ends the string, or -1 if an escape stands before it. */
function closingQuote(bytes: Uint8Array, start: number): number {
  for (let position = start; ; position++) {
    const byte = bytes[position];
    if (byte === 0x22) {
      return position;
    }
    if (byte === 0x5c) {
      return -1;
    }
  }
}
