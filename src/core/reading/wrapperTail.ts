import { incomplete, Scan, scanValue, skipBlanks } from './jsonScanner.ts';
import { isNextLinkKey, isRecordKey, readMember, type Span } from './wrapperMember.ts';

/**
 * One thing of what follows the list of a wrapper: a further member or the closing brace. `end` is the index after it. Of an item
 * that follows as if the list were not closed, it is the index of its bracket.
 */
export type WrapperTail =
  | { readonly kind: 'member'; readonly value: number; readonly end: number; readonly nextLink: Span | undefined }
  | { readonly kind: 'close'; readonly end: number }
  | { readonly kind: 'item'; readonly start: number; readonly end: number }
  | { readonly kind: 'invalid'; readonly start: number; readonly failure: number }
  | { readonly kind: 'incomplete' };

export function readWrapperTail(bytes: Uint8Array, start: number, length: number): WrapperTail {
  const scan = new Scan();
  const comma = skipBlanks(bytes, start, length);
  if (comma < length && bytes[comma] === 0x7d) {
    return { kind: 'close', end: comma + 1 };
  }
  const key = skipBlanks(bytes, comma + 1, length);
  if (comma < length && isOpener(bytes[comma]!)) {
    return { kind: 'item', start: comma, end: comma };
  }
  if (comma < length && bytes[comma] !== 0x2c) {
    return { kind: 'invalid', start: comma, failure: comma };
  }
  if (key >= length) {
    return { kind: 'incomplete' };
  }
  if (isOpener(bytes[key]!)) {
    return { kind: 'item', start: comma, end: key };
  }
  const member = readMember(bytes, key, length, scan);
  if (typeof member !== 'string' && isRecordKey(member.key)) {
    // The list has ended inside a record.
    return { kind: 'invalid', start: comma, failure: key };
  }
  const end = typeof member === 'string' ? -1 : scanValue(bytes, member.value, length, scan);
  if (typeof member !== 'string' && end >= 0) {
    const isLink = isNextLinkKey(member.key) && bytes[member.value] === 0x22;
    return { kind: 'member', value: member.value, end, nextLink: isLink ? { start: member.value, end } : undefined };
  }
  if (member === 'incomplete' || (typeof member !== 'string' && end === incomplete)) {
    return { kind: 'incomplete' };
  }
  return { kind: 'invalid', start: comma, failure: Math.max(scan.failure, key) };
}

function isOpener(byte: number): boolean {
  return byte === 0x7b || byte === 0x5b;
}
