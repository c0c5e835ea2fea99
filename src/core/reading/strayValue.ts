import { incomplete, invalid, isBlank, scanValue, type Scan } from './jsonScanner.ts';

/** How many blanks are looked at behind a value. */
const fewBlanks = 256;

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
  const next = skipBlanksOnLine(bytes, end, length);
  if (next === length && !final) {
    return incomplete;
  }
  if (next < length && !mayFollow(bytes[next]!)) {
    // No value but the beginning of text, such as a date; or a key; or what stands between two strings.
    scan.failure = next;
    return invalid;
  }
  return end;
}

/** Index of what follows on the line, or of one blank of very many. */
function skipBlanksOnLine(bytes: Uint8Array, start: number, length: number): number {
  const end = Math.min(length, start + fewBlanks);
  let position = start;
  while (position < end && (bytes[position] === 0x20 || bytes[position] === 0x09)) {
    position++;
  }
  return position;
}

/** Whether a byte may stand behind a whole value: a blank, a comma or bracket, what begins another container, or filler. */
function mayFollow(byte: number): boolean {
  return isBlank(byte) || byte === 0x2c || byte === 0x5d || byte === 0x5b || byte === 0x7b || byte === 0x1e || byte === 0;
}

function endsInDigit(bytes: Uint8Array, start: number, end: number): boolean {
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 512))));
}
