import { beginsItem, beginsMember, byteAfter, endsValue } from './looseToken.ts';

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
