import { isDocumented } from '../record/fields.ts';
import { incomplete, scanKey, scanString, type Scan } from './jsonScanner.ts';
import { sourceText } from './utf8.ts';

/** A stretch of bytes. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const listKeys: readonly string[] = ['records', 'Records', 'value', 'items', 'Events'];
const nextLinkKeys: ReadonlySet<string> = new Set(['nextLink', '@odata.nextLink', '@nextLink']);
/** With these records of other writers are told, see `variants.ts`. */
const writerKeys: ReadonlySet<string> = new Set(['OperationName', 'CallerIdentities', 'TargetResources', 'payload']);

/** Stands, in a set of bits, for a key with which the list of a wrapper stands, though a record may have it too; 0 for any other. */
export function listKeyBit(key: string): number {
  const index = listKeys.indexOf(key);
  return index === -1 ? 0 : 1 << index;
}

/** A key that says where a partial export goes on. */
export function isNextLinkKey(key: string): boolean {
  return nextLinkKeys.has(key);
}

/** A key that a record has and no wrapper does. */
export function isRecordKey(key: string): boolean {
  return isDocumented(key) || writerKeys.has(key);
}

/** A key that says something of a page of records and nothing of a record. */
export function isPageKey(key: string): boolean {
  return listKeys.includes(key) || nextLinkKeys.has(key) || key.startsWith('@') || key === 'count';
}

/** A key and where it stands, with its quotes, and the index of its value. */
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
  const keyEnd = scanString(bytes, start, length, scan);
  const value = scanKey(bytes, start, length, scan);
  if (value < 0 || value === length) {
    return value === incomplete || value === length ? 'incomplete' : 'invalid';
  }
  return { key: sourceText(bytes, start + 1, keyEnd - 1), keySpan: { start, end: keyEnd }, value };
}
