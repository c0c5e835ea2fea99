import { isDocumented } from '../record/fields.ts';
import { incomplete, invalid, Scan, scanString, skipBlanks } from './jsonScanner.ts';
import { longestKey } from './likeness.ts';
import { sourceText } from './utf8.ts';

/**
 * Whether the bracket at an index, with which the list of the records may end, is one within a record, by what follows:
 * a further member, or the record's brace. Undefined if more bytes are needed to say.
 *
 * @param inWrapper Members and a brace follow the list itself then, but others.
 */
export function isWithinRecord(
  bytes: Uint8Array,
  bracket: number,
  length: number,
  inWrapper: boolean,
  final: boolean,
): boolean | undefined {
  const next = skipBlanks(bytes, bracket + 1, length);
  if (next === length) {
    return final ? false : undefined;
  }
  if (bytes[next] === 0x7d) {
    return !inWrapper || isFollowedByRecord(bytes, next + 1, length, final);
  }
  const isForeign = bytes[next] === 0x2c && isForeignMember(bytes, next, length, final);
  if (isForeign === undefined) {
    return undefined;
  }
  return bytes[next] === 0x2c && bytes[skipBlanks(bytes, next + 1, length)] === 0x22 && !(inWrapper && isForeign);
}

/** Whether a comma and a record follow, or a further bracket: behind a wrapper neither would. */
function isFollowedByRecord(bytes: Uint8Array, from: number, length: number, final: boolean): boolean | undefined {
  const comma = skipBlanks(bytes, from, length);
  const next = bytes[comma] === 0x2c ? skipBlanks(bytes, comma + 1, length) : comma;
  if (next >= length) {
    return final ? false : undefined;
  }
  return bytes[comma] === 0x5d || (comma !== next && bytes[next] === 0x7b);
}

/** Whether a comma is followed by a member that no record has, as behind the list of a wrapper. */
export function isForeignMember(bytes: Uint8Array, comma: number, length: number, final: boolean): boolean | undefined {
  const key = skipBlanks(bytes, comma + 1, length);
  const limit = Math.min(length, key + longestKey);
  const end = bytes[key] === 0x22 ? scanString(bytes, key, limit, new Scan()) : key < length ? invalid : incomplete;
  if (end === incomplete && limit === length && !final) {
    return undefined;
  }
  return end > 0 && !isDocumented(sourceText(bytes, key + 1, end - 1));
}
