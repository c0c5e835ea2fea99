import { incomplete, invalid, scanValue, type Scan } from './jsonScanner.ts';

/**
 * Scans a value that is no object, or bytes that begin no value: the index after it, `incomplete` if more bytes are
 * needed to say, or `invalid` with the place in `scan`.
 */
export function scanStrayValue(bytes: Uint8Array, start: number, length: number, scan: Scan, final: boolean): number {
  scan.reset();
  const scanned = scanValue(bytes, start, length, scan);
  if (scanned === incomplete && !final) {
    return incomplete;
  }
  const end = scanned === incomplete && endsInDigit(bytes, start, length) ? length : scanned;
  if (end < 0) {
    scan.failure = end === incomplete ? length : scan.failure;
    return invalid;
  }
  if (bytes[start] === 0x22) {
    if (end === length && !final) {
      return incomplete;
    }
    if (isLetter(bytes[end]) || bytes[end] === 0x3a) {
      // No value: a key, or what stands between two strings and ends with the quote that begins the second.
      scan.failure = end;
      return invalid;
    }
  }
  return end;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

function endsInDigit(bytes: Uint8Array, start: number, end: number): boolean {
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 512))));
}
