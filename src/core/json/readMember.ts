import { incomplete, scanString, skipBlanks, type Scan } from './jsonScanner.ts';
import { keyText } from './keyText.ts';
import { stringAt } from './valueTree.ts';

/** A stretch of bytes. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A key, decoded, and where it is, with its quotes, and the index of its value. */
export interface Member {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: number;
}

/** Reads the key at `start` and finds its value. */
export function readMember(bytes: Uint8Array, start: number, length: number, scan: Scan): Member | 'invalid' | 'incomplete' {
  if (bytes[start] !== 0x22) {
    scan.failure = start;
    return 'invalid';
  }
  scan.escaped = false;
  const end = scanString(bytes, start, length, scan);
  const colon = end < 0 ? end : skipBlanks(bytes, end, length);
  if (colon < 0 || colon === length) {
    return colon === incomplete || colon === length ? 'incomplete' : 'invalid';
  }
  if (bytes[colon] !== 0x3a) {
    scan.failure = colon;
    return 'invalid';
  }
  const value = skipBlanks(bytes, colon + 1, length);
  if (value === length) {
    return 'incomplete';
  }
  const key = scan.escaped ? stringAt(bytes, start, end) : keyText(bytes, start + 1, end - 1);
  return { key, keySpan: { start, end }, value };
}
