import { isBlank, scanString, skipBlanks, type Scan } from '../../../core/json/jsonScanner.ts';
import { PairPlaces } from '../values/recordLayout.ts';
import { Literal } from '../values/literal.ts';
import type { TextScan } from './textScan.ts';
import { isWellFormed } from './wellFormed.ts';

/**
 * Scans an array of pairs that have no other keys, type and value in the same order in each of them, in one pass: it notes
 * the places and the hashes of the strings. Strict, like a template: what it takes is JSON, and anything else is left to
 * other ways.
 */
export class PairText {
  readonly places = new PairPlaces();
  /** The bytes of the array are UTF-8. */
  isWellFormed = true;
  /** Blanks are between the tokens. */
  hasBlanks = false;
  private readonly typeKey: Literal;
  private readonly valueKey: Literal;

  constructor(typeKey: string, valueKey: string) {
    const encoder = new TextEncoder();
    this.typeKey = new Literal(encoder.encode(`"${typeKey}"`));
    this.valueKey = new Literal(encoder.encode(`"${valueKey}"`));
  }

  /** The offset after the array whose bracket is at `start`, or -1; what was noted is void then. */
  scan(bytes: Uint8Array, view: DataView, start: number, end: number, text: TextScan, scan: Scan): number {
    const { places } = this;
    this.hasBlanks = false;
    let position = this.skip(bytes, start + 1, end);
    const key = position < end && bytes[position] === 0x7b ? this.skip(bytes, position + 1, end) : end;
    const isTypeFirst = isAt(this.typeKey, view, key, end);
    if (!isTypeFirst && !isAt(this.valueKey, view, key, end)) {
      return -1;
    }
    const firstKey = isTypeFirst ? this.typeKey : this.valueKey;
    const secondKey = isTypeFirst ? this.valueKey : this.typeKey;
    places.clear();
    places.isHashed = true;
    this.isWellFormed = true;
    for (;;) {
      const first = this.valueAfter(0x7b, firstKey, bytes, view, position, end);
      const firstEnd = this.scanText(bytes, view, first, end, text, scan);
      const firstHash = text.hash;
      const comma = this.skip(bytes, firstEnd, end);
      const second = this.valueAfter(0x2c, secondKey, bytes, view, comma, end);
      const secondEnd = this.scanText(bytes, view, second, end, text, scan);
      const brace = this.skip(bytes, secondEnd, end);
      if (brace < 0 || brace >= end || bytes[brace] !== 0x7d) {
        return -1;
      }
      if (isTypeFirst) {
        places.push(first, firstEnd, second, secondEnd, firstHash, text.hash);
      } else {
        places.push(second, secondEnd, first, firstEnd, text.hash, firstHash);
      }
      position = this.skip(bytes, brace + 1, end);
      const next = position < end ? bytes[position] : 0;
      if (next === 0x5d) {
        return position + 1;
      }
      if (next !== 0x2c) {
        return -1;
      }
      position = this.skip(bytes, position + 1, end);
    }
  }

  /** Where the value of this key begins, if this brace or comma is at an index and the key after it; else -1. */
  private valueAfter(before: number, key: Literal, bytes: Uint8Array, view: DataView, start: number, end: number): number {
    if (start < 0 || start >= end || bytes[start] !== before) {
      return -1;
    }
    const position = this.skip(bytes, start + 1, end);
    if (!isAt(key, view, position, end)) {
      return -1;
    }
    const colon = this.skip(bytes, position + key.length, end);
    return colon < end && bytes[colon] === 0x3a ? this.skip(bytes, colon + 1, end) : -1;
  }

  /** The offset after the string that begins here, or -1. */
  private scanText(bytes: Uint8Array, view: DataView, start: number, end: number, text: TextScan, scan: Scan): number {
    if (start < 0 || start >= end || bytes[start] !== 0x22) {
      return -1;
    }
    text.beyondAscii = false;
    let position = text.scan(view, start + 1, end) + 1;
    if (position === 0) {
      scan.reset();
      position = scanString(bytes, start, end, scan);
      text.beyondAscii = scan.beyondAscii;
      this.places.hasEscapes = true;
    }
    this.isWellFormed &&= position < 0 || !text.beyondAscii || isWellFormed(bytes, start, position);
    return Math.max(position, -1);
  }

  private skip(bytes: Uint8Array, position: number, end: number): number {
    if (position < 0 || position >= end || !isBlank(bytes[position]!)) {
      return position;
    }
    this.hasBlanks = true;
    return skipBlanks(bytes, position, end);
  }
}

function isAt(literal: Literal, view: DataView, start: number, end: number): boolean {
  return start + literal.length <= end && literal.isAt(view, start);
}
