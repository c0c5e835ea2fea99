import { incomplete, Scan, scanValue, skipBlanks } from './jsonScanner.ts';
import { startsWith } from './likeness.ts';
import { isNextLinkKey, isPageKey, isRecordKey, listKeyBit, readMember, type Span } from './wrapperMember.ts';

/**
 * Recognises an object that wraps records in a list, `{"records": [ … ]}`, before any of them is read: such an object may
 * be as large as the file, so it cannot be scanned as a whole first.
 */
export type WrapperSearch =
  /** So many bytes were looked at in vain. */
  | ({ readonly kind: 'wrapper'; readonly inVain: number } & FoundList)
  /** Bytes that were looked at in vain are to be scanned once more. */
  | { readonly kind: 'record'; readonly inVain: number }
  | { readonly kind: 'incomplete' };

/** So much of an object is looked at. */
const searchedLength = 256 * 1024;

/** The list of a wrapper, and what stands before it. */
export interface FoundList {
  /** Index of its opening bracket. */
  readonly list: number;
  readonly nextLink: Span | undefined;
  /** The keys of lists up to its own, see {@link listKeyBit}. */
  readonly keys: number;
  /** The last of these keys that stood there before. */
  readonly repeated: Span | undefined;
}

interface Found extends FoundList {
  readonly isEmpty: boolean;
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
  let keys = 0;
  let repeated: Span | undefined;
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
    const bit = listKeyBit(member.key);
    repeated = (keys & bit) !== 0 ? member.keySpan : repeated;
    keys |= bit;
    if (bit !== 0 && bytes[member.value] === 0x5b) {
      const first = skipBlanks(bytes, member.value + 1, limit);
      const isEmpty = bytes[first] === 0x5d;
      if (first < limit && (isEmpty || bytes[first] === 0x7b)) {
        const list = { list: member.value, isEmpty, nextLink, keys, repeated };
        // Of other objects the first list is read: those behind follow it.
        found = found === undefined || (found.isEmpty && !isEmpty) ? list : found;
        const recordKey = isEmpty ? -1 : findRecordKey(bytes, first, limit, scan);
        if (recordKey !== -1) {
          const from = mayBe ? found : list;
          return { kind: 'wrapper', ...from, inVain: recordKey - from.list };
        }
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

/** Index of the first key of the object at `start` that only records have; -1 if there is none before the limit. */
export function findRecordKey(bytes: Uint8Array, start: number, limit: number, scan: Scan): number {
  let position = skipBlanks(bytes, start + 1, limit);
  while (position < limit) {
    const member = readMember(bytes, position, limit, scan);
    if (typeof member === 'string') {
      return -1;
    }
    if (isRecordKey(member.key)) {
      return position;
    }
    const end = scanValue(bytes, member.value, limit, scan);
    if (end < 0) {
      return -1;
    }
    position = skipBlanks(bytes, end, limit);
    if (bytes[position] !== 0x2c) {
      return -1;
    }
    position = skipBlanks(bytes, position + 1, limit);
  }
  return -1;
}

/**
 * Whether the value of a list's key, behind another list of records, is a list of records too: by its first item, which must be
 * an object. Undefined if more bytes are needed to say.
 *
 * @param isRepeated The key is that of a list before, so that any object is enough.
 * @param opening The first key of a record of this log, with its quotes.
 */
export function holdsRecords(
  bytes: Uint8Array,
  value: number,
  length: number,
  isRepeated: boolean,
  opening: Uint8Array,
): boolean | undefined {
  const first = skipBlanks(bytes, value + 1, length);
  if (bytes[value] !== 0x5b || first === length) {
    return bytes[value] === 0x5b ? undefined : false;
  }
  const limit = Math.min(length, first + searchedLength);
  const scan = new Scan();
  const isAlike = opening.length > 0 && startsWith(bytes, skipBlanks(bytes, first + 1, limit), opening);
  if (bytes[first] !== 0x7b || isRepeated || isAlike || findRecordKey(bytes, first, limit, scan) !== -1) {
    return bytes[first] === 0x7b;
  }
  return scanValue(bytes, first, limit, scan) === incomplete && limit < first + searchedLength ? undefined : false;
}
