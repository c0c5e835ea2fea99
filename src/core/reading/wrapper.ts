import { incomplete, Scan, scanKey, scanString, scanValue, skipBlanks } from './jsonScanner.ts';
import { isDocumented } from '../record/fields.ts';
import { sourceText } from './utf8.ts';

/**
 * Recognises an object that wraps the records of a log in a list, `{"records": [ … ]}`, before any of them is read: such
 * an object may be as large as the file, so it cannot be scanned as a whole first.
 */
export type WrapperSearch =
  /** `list` is the index of the list's opening bracket. */
  | { readonly kind: 'wrapper'; readonly list: number; readonly nextLink: Span | undefined }
  | { readonly kind: 'record' }
  | { readonly kind: 'incomplete' };

export interface Span {
  readonly start: number;
  readonly end: number;
}

const listKeys: ReadonlySet<string> = new Set(['records', 'Records', 'value', 'items', 'Events']);
const nextLinkKeys: ReadonlySet<string> = new Set(['nextLink', '@odata.nextLink', '@nextLink']);

/** Looks at the object that begins at `start`. A key of an audit record settles that it is one. */
export function findWrapper(bytes: Uint8Array, start: number, length: number): WrapperSearch {
  const scan = new Scan();
  let nextLink: Span | undefined;
  let position = skipBlanks(bytes, start + 1, length);
  while (position < length) {
    const member = readMember(bytes, position, length, scan);
    if (typeof member === 'string') {
      return { kind: member };
    }
    if (isDocumented(member.key)) {
      return { kind: 'record' };
    }
    if (listKeys.has(member.key) && bytes[member.value] === 0x5b) {
      const first = skipBlanks(bytes, member.value + 1, length);
      if (first === length) {
        return { kind: 'incomplete' };
      }
      if (bytes[first] === 0x7b || bytes[first] === 0x5d) {
        return { kind: 'wrapper', list: member.value, nextLink };
      }
    }
    const end = scanValue(bytes, member.value, length, scan);
    if (end < 0) {
      return { kind: end === incomplete ? 'incomplete' : 'record' };
    }
    if (nextLinkKeys.has(member.key) && bytes[member.value] === 0x22) {
      nextLink = { start: member.value, end };
    }
    position = skipBlanks(bytes, end, length);
    if (position < length && bytes[position] !== 0x2c) {
      return { kind: 'record' };
    }
    position = skipBlanks(bytes, position + 1, length);
  }
  return { kind: 'incomplete' };
}

/**
 * Reads one thing of what follows the list: a further member or the closing brace. `end` is the index after it.
 */
export type WrapperTail =
  | { readonly kind: 'member'; readonly end: number; readonly nextLink: Span | undefined }
  | { readonly kind: 'close'; readonly end: number }
  | { readonly kind: 'invalid'; readonly start: number; readonly failure: number }
  | { readonly kind: 'incomplete' };

export function readWrapperTail(bytes: Uint8Array, start: number, length: number): WrapperTail {
  const scan = new Scan();
  const comma = skipBlanks(bytes, start, length);
  if (comma < length && bytes[comma] === 0x7d) {
    return { kind: 'close', end: comma + 1 };
  }
  const key = skipBlanks(bytes, comma + 1, length);
  if (comma < length && bytes[comma] !== 0x2c) {
    return { kind: 'invalid', start: comma, failure: comma };
  }
  if (key >= length) {
    return { kind: 'incomplete' };
  }
  const member = readMember(bytes, key, length, scan);
  if (typeof member !== 'string' && isDocumented(member.key)) {
    // The list has ended inside a record.
    return { kind: 'invalid', start: comma, failure: key };
  }
  const end = typeof member === 'string' ? -1 : scanValue(bytes, member.value, length, scan);
  if (typeof member !== 'string' && end >= 0) {
    const isLink = nextLinkKeys.has(member.key) && bytes[member.value] === 0x22;
    return { kind: 'member', end, nextLink: isLink ? { start: member.value, end } : undefined };
  }
  if (member === 'incomplete' || (typeof member !== 'string' && end === incomplete)) {
    return { kind: 'incomplete' };
  }
  return { kind: 'invalid', start: comma, failure: Math.max(scan.failure, key) };
}

function readMember(
  bytes: Uint8Array,
  start: number,
  length: number,
  scan: Scan,
): { readonly key: string; readonly value: number } | 'record' | 'incomplete' {
  if (bytes[start] !== 0x22) {
    scan.failure = start;
    return 'record';
  }
  const keyEnd = scanString(bytes, start, length, scan);
  const value = scanKey(bytes, start, length, scan);
  if (value < 0 || value === length) {
    return value === incomplete || value === length ? 'incomplete' : 'record';
  }
  return { key: sourceText(bytes, start + 1, keyEnd - 1), value };
}
