import { Scan, scanString, scanValue, skipBlanks } from '../../../core/json/jsonScanner.ts';
import type { NestedValues } from './nestedValues.ts';
import type { PairPlaces } from './recordLayout.ts';
import { hasEscapes } from '../../../core/json/hasEscapes.ts';
import { StringContent } from './stringContent.ts';

/**
 * Reads the arrays of pairs, `[{"callerIdentityType": "UPN", "callerIdentity": "…"}, …]`. Each element must be an object
 * that has both keys once, with strings; others may be beside them, if nothing is to be reported about these. Anything else is
 * left to the specification.
 */
export class PairScanner {
  private readonly typeKey: Uint8Array;
  private readonly valueKey: Uint8Array;
  private readonly nested: NestedValues;
  private readonly scan = new Scan();
  private readonly content = new StringContent('WTF-8');
  // The pair that is being read: offsets with quotes, or 0.
  private typeStart = 0;
  private typeEnd = 0;
  private valueStart = 0;
  private valueEnd = 0;
  private hasOthers = false;

  constructor(typeKey: string, valueKey: string, nested: NestedValues) {
    this.typeKey = new TextEncoder().encode(typeKey);
    this.valueKey = new TextEncoder().encode(valueKey);
    this.nested = nested;
  }

  /**
   * Notes the places of all pairs of the array at `start`, which must be valid JSON. False if one of them has another form;
   * what was noted is void then.
   */
  readAll(bytes: Uint8Array, start: number, end: number, places: PairPlaces): boolean {
    places.clear();
    this.hasOthers = false;
    this.scan.reset();
    let position = skipBlanks(bytes, start + 1, end);
    while (bytes[position] !== 0x5d) {
      if (places.count > 0) {
        position = skipBlanks(bytes, position + 1, end);
      }
      position = bytes[position] === 0x7b ? this.readPair(bytes, position, end) : -1;
      if (position === -1) {
        return false;
      }
      places.push(this.typeStart, this.typeEnd, this.valueStart, this.valueEnd);
      position = skipBlanks(bytes, position, end);
    }
    places.hasEscapes = this.scan.escaped;
    return !this.hasOthers || this.nested.areLossless(bytes, start, end);
  }

  /** Reads the object whose brace is at `start`: the offset after it, or -1. */
  private readPair(bytes: Uint8Array, start: number, end: number): number {
    this.typeStart = 0;
    this.valueStart = 0;
    let position = skipBlanks(bytes, start + 1, end);
    while (bytes[position] !== 0x7d) {
      if (bytes[position] === 0x2c) {
        position = skipBlanks(bytes, position + 1, end);
      }
      const keyStart = position;
      const keyEnd = scanString(bytes, keyStart, end, this.scan);
      const valueStart = skipBlanks(bytes, skipBlanks(bytes, keyEnd, end) + 1, end);
      const valueEnd = scanValue(bytes, valueStart, end, this.scan);
      if (!this.note(bytes, keyStart, keyEnd, valueStart, valueEnd)) {
        return -1;
      }
      position = skipBlanks(bytes, valueEnd, end);
    }
    return this.typeStart === 0 || this.valueStart === 0 ? -1 : position + 1;
  }

  /** False if the key was there before, or if no string is where one should be. */
  private note(bytes: Uint8Array, keyStart: number, keyEnd: number, valueStart: number, valueEnd: number): boolean {
    const isText = bytes[valueStart] === 0x22;
    if (this.isKey(bytes, keyStart + 1, keyEnd - 1, this.typeKey)) {
      const isFirst = this.typeStart === 0;
      this.typeStart = valueStart;
      this.typeEnd = valueEnd;
      return isFirst && isText;
    }
    if (this.isKey(bytes, keyStart + 1, keyEnd - 1, this.valueKey)) {
      const isFirst = this.valueStart === 0;
      this.valueStart = valueStart;
      this.valueEnd = valueEnd;
      return isFirst && isText;
    }
    this.hasOthers = true;
    return true;
  }

  private isKey(bytes: Uint8Array, start: number, end: number, key: Uint8Array): boolean {
    if (end - start < key.length) {
      return false;
    }
    if (end - start === key.length) {
      return isAt(bytes, start, key);
    }
    if (!hasEscapes(bytes, start, end)) {
      return false;
    }
    this.content.resolve(bytes, start, end);
    return this.content.length === key.length && isAt(this.content.resolved, 0, key);
  }
}

function isAt(bytes: Uint8Array, start: number, wanted: Uint8Array): boolean {
  for (let index = 0; index < wanted.length; index++) {
    if (bytes[start + index] !== wanted[index]) {
      return false;
    }
  }
  return true;
}
