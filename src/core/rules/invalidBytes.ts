import { isUtf8 } from '../json/utf8.ts';

export interface InvalidBytes {
  readonly count: number;
  /** Offset of the first of them. */
  readonly first: number;
}

/** Counts the bytes that belong to no well-formed character of UTF-8 (Unicode, table 3-7); undefined if there are none. */
export function findInvalidBytes(bytes: Uint8Array, start: number, end: number): InvalidBytes | undefined {
  if (isUtf8(bytes, start, end)) {
    return undefined;
  }
  let count = 0;
  let first = -1;
  let position = start;
  while (position < end) {
    const length = characterLength(bytes, position, end);
    if (length === 0) {
      first = first === -1 ? position : first;
      count++;
    }
    position += Math.max(length, 1);
  }
  return { count, first };
}

/** Length in bytes of the well-formed character that begins here, or 0 if none does. */
export function characterLength(bytes: Uint8Array, position: number, end: number): number {
  const lead = bytes[position] ?? 0;
  if (lead < 0x80) {
    return 1;
  }
  const length = lengthByLead(lead);
  if (length === 0 || position + length > end || !maySecondFollow(lead, bytes[position + 1] ?? 0)) {
    return 0;
  }
  for (let next = position + 2; next < position + length; next++) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) {
      return 0;
    }
  }
  return length;
}

/** Length of the characters that begin with a byte beyond ASCII, or 0 if none does. */
function lengthByLead(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) {
    return 0;
  }
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/** Whether a byte may be the second: after four leads fewer may, which leaves out overlong forms, surrogates and what lies beyond U+10FFFF. */
function maySecondFollow(lead: number, second: number): boolean {
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  return second >= lowest && second <= highest;
}
