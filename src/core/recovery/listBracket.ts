import { isDocumented } from '../formats/attestation/fields.ts';
import { incomplete, invalid, Scan, scanString, skipBlanks } from '../json/jsonScanner.ts';
import { maxKeyLength } from './recordSignature.ts';
import { isPageKey } from '../formats/listKeys.ts';
import { stringAt } from '../json/valueTree.ts';

/** What is around a list of records: nothing, or a wrapper, which may itself be an item of a list. */
export type Wrapping = 'none' | 'wrapper' | 'wrapperInList';

/**
 * Whether the bracket at an index, with which the list of the records may end, is one within a record, by what follows:
 * a further member, or the record's brace. Undefined if more bytes are needed to say.
 *
 * @param wrapping Of a wrapper members and a brace follow the list itself, but others.
 */
export function isWithinRecord(
  bytes: Uint8Array,
  bracket: number,
  length: number,
  wrapping: Wrapping,
  final: boolean,
): boolean | undefined {
  const next = skipBlanks(bytes, bracket + 1, length);
  if (next === length) {
    return final ? false : undefined;
  }
  if (bytes[next] === 0x7d) {
    return wrapping === 'none' || isFollowedByRecord(bytes, next + 1, length, wrapping === 'wrapperInList', final);
  }
  const isForeign = bytes[next] === 0x2c && isForeignMember(bytes, next, length, final);
  if (isForeign === undefined) {
    return undefined;
  }
  return bytes[next] === 0x2c && bytes[skipBlanks(bytes, next + 1, length)] === 0x22 && !(wrapping !== 'none' && isForeign);
}

/** Whether the bracket at an index closes the list of a wrapper, by what follows: the wrapper's brace, or a member that only wrappers have. */
export function closesWrapper(bytes: Uint8Array, bracket: number, length: number, wrapping: Wrapping, final: boolean): boolean | undefined {
  const next = skipBlanks(bytes, bracket + 1, length);
  if (next === length && !final) {
    return undefined;
  }
  if (bytes[next] === 0x2c) {
    return beginsPage(bytes, next, length, final);
  }
  const isFollowed = bytes[next] !== 0x7d || isFollowedByRecord(bytes, next + 1, length, wrapping === 'wrapperInList', final);
  return isFollowed === undefined ? undefined : !isFollowed;
}

/**
 * Whether a comma and a record follow, or a further bracket: after a wrapper neither would, or only another wrapper and the end
 * of the list in which it is.
 */
function isFollowedByRecord(bytes: Uint8Array, from: number, length: number, isInList: boolean, final: boolean): boolean | undefined {
  const comma = skipBlanks(bytes, from, length);
  const next = bytes[comma] === 0x2c || (bytes[comma] === 0x5d && isInList) ? skipBlanks(bytes, comma + 1, length) : comma;
  if (next >= length) {
    return final ? false : undefined;
  }
  if (bytes[comma] === 0x5d) {
    return !isInList || bytes[next] === 0x7d || bytes[next] === 0x2c;
  }
  if (comma === next || bytes[next] !== 0x7b || !isInList) {
    return comma !== next && bytes[next] === 0x7b;
  }
  const isPage = beginsPage(bytes, next, length, final);
  return isPage === undefined ? undefined : !isPage;
}

/** Whether the key after a brace or comma is one of a wrapper. */
function beginsPage(bytes: Uint8Array, before: number, length: number, final: boolean): boolean | undefined {
  const key = skipBlanks(bytes, before + 1, length);
  const limit = Math.min(length, key + maxKeyLength);
  const end = bytes[key] === 0x22 ? scanString(bytes, key, limit, new Scan()) : key < length ? invalid : incomplete;
  if (end === incomplete && limit === length && !final) {
    return undefined;
  }
  return end > 0 && isPageKey(stringAt(bytes, key, end));
}

/** Whether a comma is followed by a member that no record has, as after the list of a wrapper. */
export function isForeignMember(bytes: Uint8Array, comma: number, length: number, final: boolean): boolean | undefined {
  const key = skipBlanks(bytes, comma + 1, length);
  const limit = Math.min(length, key + maxKeyLength);
  const end = bytes[key] === 0x22 ? scanString(bytes, key, limit, new Scan()) : key < length ? invalid : incomplete;
  if (end === incomplete && limit === length && !final) {
    return undefined;
  }
  return end > 0 && !isDocumented(stringAt(bytes, key, end));
}
