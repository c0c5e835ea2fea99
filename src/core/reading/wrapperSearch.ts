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

/** No record of the log has been read. */
const noOpening = new Uint8Array(0);

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
 * keys but those of a page. Beside a list under a known key, one under another key counts too: see {@link holdsRecords}.
 */
export function findWrapper(bytes: Uint8Array, start: number, length: number, mayBe: boolean, final: boolean): WrapperSearch {
  const limit = Math.min(length, start + searchedLength);
  const scan = new Scan();
  let found: Found | undefined;
  let ofRecords: Found | undefined;
  let nextLink: Span | undefined;
  let isPage = true;
  let keys = 0;
  let hasNamed = false;
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
    const isNamed = bit !== 0;
    if (bytes[member.value] === 0x5b && (isNamed || holdsRecords(bytes, member.value, limit, 'unknown', noOpening) === true)) {
      const first = skipBlanks(bytes, member.value + 1, limit);
      const isEmpty = bytes[first] === 0x5d;
      if (first < limit && (isEmpty || bytes[first] === 0x7b)) {
        const list = { list: member.value, isEmpty, nextLink, keys, repeated };
        // Of other objects the first list is read: those behind follow it.
        found = found === undefined || (found.isEmpty && !isEmpty) ? list : found;
        hasNamed ||= isNamed;
        const recordKey = isEmpty ? -1 : findRecordKey(bytes, first, limit, scan);
        ofRecords ??= recordKey === -1 ? undefined : list;
        if (isNamed && ofRecords !== undefined) {
          const from = mayBe ? found : ofRecords;
          return { kind: 'wrapper', ...from, inVain: Math.max(recordKey, first) - from.list };
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
  const isWrapper = found !== undefined && hasNamed && (mayBe || (found.isEmpty && isPage && ends === 'soundly'));
  // What is sound, or goes on beyond the limit, is read further as it was scanned.
  const inVain =
    isWrapper && (ends === 'soundly' || limit === start + searchedLength) ? 0 : (ends === 'badly' ? scan.failure : limit) - start;
  return found !== undefined && isWrapper ? { kind: 'wrapper', ...found, inVain } : { kind: 'record', inVain };
}

/** Index of the first key of the object at `start` that only records have; -1 if there is none before the limit. */
export function findRecordKey(bytes: Uint8Array, start: number, limit: number, scan: Scan): number {
  return findRecordKeyFrom(bytes, skipBlanks(bytes, start + 1, limit), limit, scan);
}

/** The same from a key on. */
function findRecordKeyFrom(bytes: Uint8Array, key: number, limit: number, scan: Scan): number {
  let position = key;
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
 * Whether the value of a key, beside another list of records, is a list of records too: by its first item, which must be an
 * object. Undefined if more bytes are needed to say.
 *
 * @param key Of a list before, so that any object is enough; of lists; or any other, so that two keys of a record are needed.
 * @param opening The first key of a record of this log, with its quotes.
 */
export function holdsRecords(
  bytes: Uint8Array,
  value: number,
  length: number,
  key: 'repeated' | 'list' | 'unknown',
  opening: Uint8Array,
): boolean | undefined {
  const first = skipBlanks(bytes, value + 1, length);
  if (bytes[value] !== 0x5b || first === length) {
    return bytes[value] === 0x5b ? undefined : false;
  }
  const limit = Math.min(length, first + searchedLength);
  const scan = new Scan();
  if (bytes[first] !== 0x7b || key === 'repeated') {
    return bytes[first] === 0x7b;
  }
  const isAlike = opening.length > 0 && startsWith(bytes, skipBlanks(bytes, first + 1, limit), opening);
  const found = key === 'unknown' ? findSecondKey(bytes, first, limit, scan) : isAlike ? first : findRecordKey(bytes, first, limit, scan);
  return found !== -1 ? true : scanValue(bytes, first, limit, scan) === incomplete && limit < first + searchedLength ? undefined : false;
}

/** Index of the second key of the object at `start` that only records have; -1 if there is none before the limit. */
function findSecondKey(bytes: Uint8Array, start: number, limit: number, scan: Scan): number {
  const first = findRecordKey(bytes, start, limit, scan);
  const member = first === -1 ? 'invalid' : readMember(bytes, first, limit, scan);
  const end = typeof member === 'string' ? -1 : scanValue(bytes, member.value, limit, scan);
  const comma = end < 0 ? limit : skipBlanks(bytes, end, limit);
  return bytes[comma] === 0x2c && comma < limit ? findRecordKeyFrom(bytes, skipBlanks(bytes, comma + 1, limit), limit, scan) : -1;
}
