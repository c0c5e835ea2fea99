import { incomplete, Scan, scanValue, skipBlanks } from '../json/jsonScanner.ts';
import { isListKey, isNextLinkKey } from '../formats/listKeys.ts';
import { holdsRecords } from './recordKeys.ts';
import { hasName, type ListNames } from './listNames.ts';
import { readMember, type Member, type Span } from '../json/readMember.ts';
import { isRecordKey } from '../formats/attestation/identifyingKeys.ts';

/**
 * One thing of what follows the list of a wrapper: a further list of records, another member or the closing brace. `end` is the index after it. Of an item
 * that follows as if the list were not closed, it is the index of its bracket. `comma` is the index of one that nothing follows, or -1.
 */
export type WrapperTail =
  | { readonly kind: 'list'; readonly member: Member }
  | { readonly kind: 'member'; readonly member: Member; readonly end: number; readonly nextLink: Span | undefined }
  | { readonly kind: 'close'; readonly comma: number; readonly end: number }
  | { readonly kind: 'item'; readonly start: number; readonly end: number }
  | { readonly kind: 'invalid'; readonly start: number; readonly failure: number }
  | { readonly kind: 'incomplete' };

/** `names` are the keys of the lists before, and `opening` is the first key of a record of this log. */
export function readWrapperTail(
  bytes: Uint8Array,
  start: number,
  length: number,
  names: ListNames | undefined,
  opening: Uint8Array,
): WrapperTail {
  const comma = skipBlanks(bytes, start, length);
  if (comma === length) {
    return { kind: 'incomplete' };
  }
  if (bytes[comma] !== 0x2c) {
    return closeOrItem(bytes, comma, comma, -1) ?? { kind: 'invalid', start: comma, failure: comma };
  }
  const key = skipBlanks(bytes, comma + 1, length);
  if (key === length) {
    return { kind: 'incomplete' };
  }
  return closeOrItem(bytes, key, comma, comma) ?? readMemberAfter(bytes, comma, key, length, names, opening);
}

/** The brace that closes the wrapper, or an item that begins, at an index; undefined if neither is there. */
function closeOrItem(bytes: Uint8Array, index: number, start: number, comma: number): WrapperTail | undefined {
  const byte = bytes[index];
  if (byte === 0x7d) {
    return { kind: 'close', comma, end: index + 1 };
  }
  return byte === 0x7b || byte === 0x5b ? { kind: 'item', start, end: index } : undefined;
}

/** The member whose key is at an index, after a comma. */
function readMemberAfter(
  bytes: Uint8Array,
  comma: number,
  key: number,
  length: number,
  names: ListNames | undefined,
  opening: Uint8Array,
): WrapperTail {
  const scan = new Scan();
  const member = readMember(bytes, key, length, scan);
  if (typeof member === 'string') {
    return member === 'incomplete' ? { kind: 'incomplete' } : { kind: 'invalid', start: comma, failure: Math.max(scan.failure, key) };
  }
  if (isRecordKey(member.key)) {
    // The list has ended inside a record.
    return { kind: 'invalid', start: comma, failure: key };
  }
  const kind = hasName(names, member.key) ? 'repeated' : isListKey(member.key) ? 'list' : 'unknown';
  const isList = holdsRecords(bytes, member.value, length, kind, opening);
  if (isList !== false) {
    return isList === undefined ? { kind: 'incomplete' } : { kind: 'list', member };
  }
  const end = scanValue(bytes, member.value, length, scan);
  if (end >= 0) {
    const isLink = isNextLinkKey(member.key) && bytes[member.value] === 0x22;
    return { kind: 'member', member, end, nextLink: isLink ? { start: member.value, end } : undefined };
  }
  return end === incomplete ? { kind: 'incomplete' } : { kind: 'invalid', start: comma, failure: Math.max(scan.failure, key) };
}

/** Whether a wrapper goes on or ends after a member that ends at an index; undefined if more bytes are needed to say. */
export function goesOnAfter(bytes: Uint8Array, end: number, length: number, final: boolean): boolean | undefined {
  const comma = skipBlanks(bytes, end, length);
  const next = bytes[comma] === 0x2c ? skipBlanks(bytes, comma + 1, length) : comma;
  if (next >= length) {
    return final ? false : undefined;
  }
  return bytes[next] === (next === comma ? 0x7d : 0x22);
}
