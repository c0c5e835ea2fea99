import { incomplete, Scan, scanValue, skipBlanks } from '../json/jsonScanner.ts';
import { startsWith } from '../recovery/recordSignature.ts';
import { isEvent, signsOf } from '../formats/recordSigns.ts';
import { readMember } from '../json/readMember.ts';
import { isRecordKey } from '../formats/attestation/identifyingKeys.ts';

/** So much of an object is looked at. */
export const searchedLength = 256 * 1024;

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
 * @param key Of a list before, so that any object is enough; of lists; or any other, so that two keys of a record are needed,
 * or, of an item that begins as records of this log do, a time and a deed.
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
  const isFound =
    key === 'list'
      ? isAlike || findRecordKey(bytes, first, limit, scan) !== -1
      : findSecondKey(bytes, first, limit, scan) !== -1 || (isAlike && isWholeEvent(bytes, first, limit, scan));
  return isFound ? true : scanValue(bytes, first, limit, scan) === incomplete && limit < first + searchedLength ? undefined : false;
}

function isWholeEvent(bytes: Uint8Array, first: number, limit: number, scan: Scan): boolean {
  const { signs, isWhole } = signsOf(bytes, first, limit, scan);
  return isWhole && isEvent(signs);
}

/** Index of the second key of the object at `start` that only records have; -1 if there is none before the limit. */
function findSecondKey(bytes: Uint8Array, start: number, limit: number, scan: Scan): number {
  const first = findRecordKey(bytes, start, limit, scan);
  const member = first === -1 ? 'invalid' : readMember(bytes, first, limit, scan);
  const end = typeof member === 'string' ? -1 : scanValue(bytes, member.value, limit, scan);
  const comma = end < 0 ? limit : skipBlanks(bytes, end, limit);
  return bytes[comma] === 0x2c && comma < limit ? findRecordKeyFrom(bytes, skipBlanks(bytes, comma + 1, limit), limit, scan) : -1;
}
