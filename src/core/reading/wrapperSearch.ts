import { incomplete, Scan, scanValue, skipBlanks } from './jsonScanner.ts';
import { isListKey, isNextLinkKey, isPageKey, isRecordKey, readMember, type Span } from './wrapperMember.ts';

/**
 * Recognises an object that wraps records in a list, `{"records": [ … ]}`, before any of them is read: such an object may
 * be as large as the file, so it cannot be scanned as a whole first.
 */
export type WrapperSearch =
  /** `list` is the index of the list's opening bracket; `nextLink` stands before it. */
  | { readonly kind: 'wrapper'; readonly list: number; readonly nextLink: Span | undefined; readonly inVain: number }
  /** Bytes that were looked at in vain are to be scanned once more. */
  | { readonly kind: 'record'; readonly inVain: number }
  | { readonly kind: 'incomplete' };

/** So much of an object is looked at. */
const searchedLength = 256 * 1024;

interface Found {
  readonly list: number;
  readonly isEmpty: boolean;
  readonly nextLink: Span | undefined;
}

/**
 * Looks at the object that begins at `start`.
 *
 * A key of a record settles that it is one, and so does a list that begins with a record that it is none. Where neither
 * is there, the object is no wrapper unless records may still stand in one: `mayBe` says that none has been read outside
 * of wrappers. Then a list of objects is enough, or an empty one, and otherwise an empty list in an object that has no
 * keys but those of a page.
 */
export function findWrapper(bytes: Uint8Array, start: number, length: number, mayBe: boolean, final: boolean): WrapperSearch {
  const limit = Math.min(length, start + searchedLength);
  const scan = new Scan();
  let found: Found | undefined;
  let nextLink: Span | undefined;
  let isPage = true;
  let position = skipBlanks(bytes, start + 1, limit);
  let ends: 'soundly' | 'early' | 'badly' = 'early';
  while (position < limit && ends === 'early') {
    const member = readMember(bytes, position, limit, scan);
    if (typeof member === 'string') {
      ends = member === 'incomplete' ? 'early' : 'badly';
      break;
    }
    if (isRecordKey(member.key)) {
      return { kind: 'record', inVain: position - start };
    }
    isPage &&= isPageKey(member.key);
    if ((found === undefined || found.isEmpty) && isListKey(member.key) && bytes[member.value] === 0x5b) {
      const first = skipBlanks(bytes, member.value + 1, limit);
      if (bytes[first] === 0x7b && first < limit) {
        found = { list: member.value, isEmpty: false, nextLink };
        if (beginsRecord(bytes, first, limit, scan)) {
          return { kind: 'wrapper', list: member.value, nextLink, inVain: 0 };
        }
      } else if (bytes[first] === 0x5d && first < limit) {
        found ??= { list: member.value, isEmpty: true, nextLink };
      }
    }
    const end = scanValue(bytes, member.value, limit, scan);
    if (end < 0) {
      ends = end === incomplete ? 'early' : 'badly';
      break;
    }
    if (isNextLinkKey(member.key) && bytes[member.value] === 0x22) {
      nextLink = { start: member.value, end };
    }
    position = skipBlanks(bytes, end, limit);
    if (position < limit && bytes[position] !== 0x2c) {
      ends = bytes[position] === 0x7d ? 'soundly' : 'badly';
      break;
    }
    position = skipBlanks(bytes, position + 1, limit);
  }
  if (ends === 'early' && limit < start + searchedLength && !final) {
    return { kind: 'incomplete' };
  }
  const isWrapper = found !== undefined && (mayBe || (found.isEmpty && isPage && ends === 'soundly'));
  // What is sound, or goes on beyond the limit, is read further as it was scanned.
  const inVain =
    isWrapper && (ends === 'soundly' || limit === start + searchedLength) ? 0 : (ends === 'badly' ? scan.failure : limit) - start;
  return found !== undefined && isWrapper ? { kind: 'wrapper', ...found, inVain } : { kind: 'record', inVain };
}

/** Whether the object at `start` has a key that only records have. */
export function beginsRecord(bytes: Uint8Array, start: number, limit: number, scan: Scan): boolean {
  let position = skipBlanks(bytes, start + 1, limit);
  while (position < limit) {
    const member = readMember(bytes, position, limit, scan);
    if (typeof member === 'string') {
      return false;
    }
    if (isRecordKey(member.key)) {
      return true;
    }
    const end = scanValue(bytes, member.value, limit, scan);
    if (end < 0) {
      return false;
    }
    position = skipBlanks(bytes, end, limit);
    if (bytes[position] !== 0x2c) {
      return false;
    }
    position = skipBlanks(bytes, position + 1, limit);
  }
  return false;
}
