import { scalarEnd } from './jsonScalar.ts';

/**
 * Strict JSON (RFC 8259) over bytes, without recursion and without making strings: the ground on which records are found,
 * indexed and described.
 *
 * A scan ends in one of three ways, and needs nothing but the bytes up to that point to say which: the value is whole
 * (its end is returned), the bytes end inside it ({@link incomplete}), or a byte can be in no JSON text at this point
 * ({@link invalid}, with the place in {@link Scan.failure}).
 */
export const incomplete = -1;
export const invalid = -2;

/** What the last scan found out on its way. One object serves all scans of a reader, so that scanning allocates nothing. */
export class Scan {
  /** After {@link invalid}: offset of the byte that cannot be there; of a trailing comma its own. */
  failure = 0;
  /** After {@link invalid}: true where a comma is followed by the end of its object or array. */
  trailingComma = false;
  /** A string of the value holds an escape. */
  escaped = false;
  /** Some byte of the value is beyond ASCII, so its UTF-8 is still to be checked. */
  beyondAscii = false;
  /** For each open bracket the one that closes it. Grows; depth is limited by memory only. */
  stack = new Uint8Array(64);

  reset(): void {
    this.failure = 0;
    this.trailingComma = false;
    this.escaped = false;
    this.beyondAscii = false;
  }
}

export function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

export function skipBlanks(bytes: Uint8Array, position: number, end: number): number {
  while (position < end && isBlank(bytes[position]!)) {
    position++;
  }
  return position;
}

/** Scans the value that begins at `start`; returns the offset after it, {@link incomplete} or {@link invalid}. */
export function scanValue(bytes: Uint8Array, start: number, end: number, scan: Scan): number {
  let depth = 0;
  let position = start;
  while (position < end) {
    // Here a value begins.
    const byte = bytes[position]!;
    if (byte === 0x7b || byte === 0x5b) {
      const closer = byte + 2;
      push(scan, depth++, closer);
      position = skipBlanks(bytes, position + 1, end);
      if (position === end) {
        return incomplete;
      }
      if (bytes[position] !== closer) {
        position = byte === 0x7b ? scanKey(bytes, position, end, scan) : position;
        if (position < 0) {
          return position;
        }
        continue;
      }
      depth--;
      position++;
    } else {
      position = byte === 0x22 ? scanString(bytes, position, end, scan) : scanScalar(bytes, position, end, scan);
      if (position < 0) {
        return position;
      }
    }
    // Here a value has ended: close what closes, or go on to the next member or item.
    for (;;) {
      if (depth === 0) {
        return position;
      }
      position = skipBlanks(bytes, position, end);
      if (position === end) {
        return incomplete;
      }
      const closer = scan.stack[depth - 1]!;
      if (bytes[position] !== closer) {
        position = scanComma(bytes, position, end, closer, scan);
        if (position < 0) {
          return position;
        }
        break;
      }
      depth--;
      position++;
    }
  }
  return incomplete;
}

/** Notes the bracket that closes the value that is open at a depth. */
function push(scan: Scan, depth: number, closer: number): void {
  if (depth === scan.stack.length) {
    const grown = new Uint8Array(depth * 2);
    grown.set(scan.stack);
    scan.stack = grown;
  }
  scan.stack[depth] = closer;
}

/** Scans the comma after a member or item, and the key of the next member, up to the first byte of the next value. */
function scanComma(bytes: Uint8Array, comma: number, end: number, closer: number, scan: Scan): number {
  if (bytes[comma] !== 0x2c) {
    return fail(scan, comma);
  }
  const position = skipBlanks(bytes, comma + 1, end);
  if (position === end) {
    return incomplete;
  }
  if (bytes[position] === closer) {
    scan.trailingComma = true;
    return fail(scan, comma);
  }
  return closer === 0x7d ? scanKey(bytes, position, end, scan) : position;
}

/** Scans `"key" :` and the blanks after it, up to the first byte of the value. */
export function scanKey(bytes: Uint8Array, start: number, end: number, scan: Scan): number {
  if (bytes[start] !== 0x22) {
    return fail(scan, start);
  }
  let position = scanString(bytes, start, end, scan);
  if (position < 0) {
    return position;
  }
  position = skipBlanks(bytes, position, end);
  if (position === end) {
    return incomplete;
  }
  if (bytes[position] !== 0x3a) {
    return fail(scan, position);
  }
  return skipBlanks(bytes, position + 1, end);
}

/** Scans a string that begins with the quote at `start`; returns the offset after the closing quote. */
export function scanString(bytes: Uint8Array, start: number, end: number, scan: Scan): number {
  let position = start + 1;
  while (position < end) {
    const byte = bytes[position]!;
    if (byte === 0x22) {
      return position + 1;
    }
    if (byte < 0x20) {
      return fail(scan, position);
    }
    if (byte === 0x5c) {
      scan.escaped = true;
      position = scanEscape(bytes, position, end, scan);
      if (position < 0) {
        return position;
      }
      continue;
    }
    if (byte >= 0x80) {
      scan.beyondAscii = true;
    }
    position++;
  }
  return incomplete;
}

function scanEscape(bytes: Uint8Array, start: number, end: number, scan: Scan): number {
  if (start + 1 === end) {
    return incomplete;
  }
  switch (bytes[start + 1]) {
    case 0x22: // "
    case 0x5c: // \
    case 0x2f: // /
    case 0x62: // b
    case 0x66: // f
    case 0x6e: // n
    case 0x72: // r
    case 0x74: // t
      return start + 2;
    case 0x75: // u
      for (let position = start + 2; position < start + 6; position++) {
        if (position === end) {
          return incomplete;
        }
        if (!isHexDigit(bytes[position]!)) {
          return fail(scan, position);
        }
      }
      return start + 6;
    default:
      return fail(scan, start + 1);
  }
}

/** Scans a number or `true`, `false`, `null`. */
function scanScalar(bytes: Uint8Array, start: number, end: number, scan: Scan): number {
  const position = scalarEnd(bytes, start, end);
  return position >= 0 ? position : ~position === end ? incomplete : fail(scan, ~position);
}

function isHexDigit(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);
}

function fail(scan: Scan, position: number): number {
  scan.failure = position;
  return invalid;
}
