import { skipBlanks } from '../../core/reading/jsonScanner.ts';

/**
 * Reads the arrays of pairs, `[{"callerIdentityType": "UPN", "callerIdentity": "…"}, …]`, in the form that the audit
 * library writes: both members, in this order, strings without escapes. Anything else is left to the slow way.
 */
export class PairScanner {
  private readonly typeKey: Uint8Array;
  private readonly valueKey: Uint8Array;
  /** Offsets of the strings' contents, after {@link next}. */
  typeStart = 0;
  typeEnd = 0;
  valueStart = 0;
  valueEnd = 0;
  private position = 0;
  private first = true;

  constructor(typeKey: string, valueKey: string) {
    this.typeKey = new TextEncoder().encode(`"${typeKey}"`);
    this.valueKey = new TextEncoder().encode(`"${valueKey}"`);
  }

  /** Begins with the array at `start`. */
  begin(start: number): void {
    this.position = start + 1;
    this.first = true;
  }

  /** Reads the next pair. `irregular` leaves the array where it is; the caller must have checked that it is valid JSON. */
  next(bytes: Uint8Array, end: number): 'pair' | 'end' | 'irregular' {
    let position = skipBlanks(bytes, this.position, end);
    if (bytes[position] === 0x5d) {
      return 'end';
    }
    if (!this.first) {
      position = skipBlanks(bytes, position + 1, end);
    }
    this.first = false;
    if (bytes[position] !== 0x7b) {
      return 'irregular';
    }
    const type = contentAfter(bytes, skipBlanks(bytes, position + 1, end), end, this.typeKey);
    if (type === -1) {
      return 'irregular';
    }
    this.typeStart = type;
    this.typeEnd = closingQuote(bytes, type);
    position = this.typeEnd === -1 ? -1 : skipBlanks(bytes, this.typeEnd + 1, end);
    if (position === -1 || bytes[position] !== 0x2c) {
      return 'irregular';
    }
    const value = contentAfter(bytes, skipBlanks(bytes, position + 1, end), end, this.valueKey);
    if (value === -1) {
      return 'irregular';
    }
    this.valueStart = value;
    this.valueEnd = closingQuote(bytes, value);
    position = this.valueEnd === -1 ? -1 : skipBlanks(bytes, this.valueEnd + 1, end);
    if (position === -1 || bytes[position] !== 0x7d) {
      return 'irregular';
    }
    this.position = position + 1;
    return 'pair';
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
