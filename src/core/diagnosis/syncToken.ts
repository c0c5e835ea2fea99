import { beginsItem, beginsMember, byteAfter, endsValue } from './looseToken.ts';
import type { Place } from '../finding/finding.ts';

/** A place after what cannot be read, where it is plain what is there. */
export interface Hold {
  readonly position: number;
  /** A colon after a key, or what follows a value. */
  readonly due: 'colon' | 'next';
  /** No quotes and no doubtful commas were passed: no quote lacks before it. */
  readonly isPlain: boolean;
}

/**
 * Looks for a quote that closes a text, a comma before a member or item, or the bracket that closes. Undefined at the end,
 * and at any other bracket. `closer` closes the innermost bracket.
 */
export function syncToken(bytes: Uint8Array, start: number, end: number, closer: number | undefined): Hold | undefined {
  const inObject = closer === 0x7d;
  let isPlain = true;
  for (let position = start; position < end; position++) {
    const byte = bytes[position]!;
    if (byte === 0x22) {
      isPlain = false;
      const isKey = inObject && byteAfter(bytes, position + 1, end) === 0x3a;
      if (isKey || endsValue(bytes, position + 1, end, closer)) {
        return { position: position + 1, due: isKey ? 'colon' : 'next', isPlain };
      }
    } else if (byte === 0x2c) {
      if (inObject ? beginsMember(bytes, position + 1, end) : beginsItem(bytes, position + 1, end)) {
        return { position, due: 'next', isPlain };
      }
      isPlain = false;
    } else if (byte === closer) {
      return { position, due: 'next', isPlain };
    } else if (byte === 0x7b || byte === 0x5b || byte === 0x7d || byte === 0x5d) {
      return undefined;
    }
  }
  return undefined;
}

/** What is wrong within a text, and where the text ends all the same. */
export interface TextFault {
  readonly fault: 'control' | 'escape';
  readonly place: Place;
  /** Index after the closing quote. */
  readonly close: number;
}

/**
 * Looks at a text that cannot be read beyond `failure`. Undefined where no quote plainly closes it: whatever follows may be
 * within it or not. `closer` closes the innermost bracket.
 */
export function findTextFault(bytes: Uint8Array, failure: number, end: number, closer: number | undefined): TextFault | undefined {
  // A control character may also be within an escape.
  const isControl = bytes[failure]! < 0x20;
  const start = isControl ? failure : escapeAt(bytes, failure);
  const close = endOfText(bytes, start, end);
  if (close === -1 || !(endsValue(bytes, close, end, closer) || byteAfter(bytes, close, end) === 0x3a)) {
    return undefined;
  }
  const place = { start, end: isControl ? start + 1 : characterEnd(bytes, start + 1, end) };
  return { fault: isControl ? 'control' : 'escape', place, close };
}

/** Index of the backslash of the escape that fails at an index, at most five bytes before. */
function escapeAt(bytes: Uint8Array, failure: number): number {
  let position = failure - 1;
  while (position > failure - 5 && bytes[position] !== 0x5c) {
    position--;
  }
  return position;
}

/** Index after the next quote that is not escaped, or -1. */
function endOfText(bytes: Uint8Array, start: number, end: number): number {
  for (let position = start; position < end; position++) {
    if (bytes[position] === 0x22) {
      return position + 1;
    }
    position += bytes[position] === 0x5c ? 1 : 0;
  }
  return -1;
}

/** Index after the character that begins at an index. */
function characterEnd(bytes: Uint8Array, start: number, end: number): number {
  let position = Math.min(end, start + 1);
  while (position < end && position < start + 4 && (bytes[position]! & 0xc0) === 0x80) {
    position++;
  }
  return position;
}
