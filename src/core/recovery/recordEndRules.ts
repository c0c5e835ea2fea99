import type { KnownRecord } from './brokenRecord.ts';
import { skipBlanks } from '../json/jsonScanner.ts';
import { signatureAt } from './recordSignature.ts';
import { isForeignMember, isWithinRecord } from './listBracket.ts';
import { isPart } from './recordPart.ts';
import { type Rule, type Ruling, firstRuling } from './ruling.ts';

/** A place at which a broken record may end, and what follows. */
export interface ItemEnd {
  readonly bytes: Uint8Array;
  readonly length: number;
  readonly broken: KnownRecord;
  /** No more bytes will come. */
  readonly final: boolean;
  /** Index after what may be the record's last byte. */
  readonly from: number;
  /** Index of what follows, or `length`. */
  readonly next: number;
  /** The same, but that of what follows a comma. */
  readonly item: number;
}

/** Whether a broken record ends at a place: the first of these rules that says so, or that it does not, decides. */
export const recordEndRules: readonly Rule<ItemEnd>[] = [
  nothingFollows,
  separatorFollows,
  partFollows,
  objectFollows,
  listCloses,
  commaFollows,
  textFollows,
];

/** The record ends where the log does. */
export function nothingFollows({ next, length, final }: ItemEnd): Ruling {
  if (next < length) {
    return 'silent';
  }
  return final ? true : undefined;
}

/** It ends before the mark that begins the next record of a sequence, and before NULs that fill a file. */
export function separatorFollows({ bytes, next }: ItemEnd): Ruling {
  return bytes[next] === 0x1e || bytes[next] === 0 ? true : 'silent';
}

/** It goes on where one of its callers or targets follows, with or without a comma. */
export function partFollows({ bytes, item, length, final }: ItemEnd): Ruling {
  if (item >= length || bytes[item] !== 0x7b) {
    return 'silent';
  }
  if (signatureAt(bytes, item, length, [], final) === 'unknown') {
    return undefined;
  }
  return isPart(bytes, item, length) ? false : 'silent';
}

/** It ends before an object on another line, and before one on the same line that begins as a record does. */
export function objectFollows(place: ItemEnd): Ruling {
  const { bytes, from, next } = place;
  if (bytes[next] !== 0x7b) {
    return 'silent';
  }
  return hasLineBreak(bytes, from, next) || beginsNextItem(place, next);
}

/** It ends where the list of the records closes: no member of a record follows after that bracket. */
export function listCloses({ bytes, next, length, broken, final }: ItemEnd): Ruling {
  if (bytes[next] !== 0x5d || !broken.inArray) {
    return 'silent';
  }
  const after = skipBlanks(bytes, next + 1, length);
  if (after === length) {
    return final ? true : undefined;
  }
  if (bytes[after] === 0x7d) {
    const isWithin = isWithinRecord(bytes, next, length, broken.wrapping, final);
    return isWithin === undefined ? undefined : !isWithin;
  }
  return bytes[after] !== 0x2c || (broken.wrapping !== 'none' && isForeignMember(bytes, after, length, final));
}

/** It ends before a comma that no member follows; an object on the same line must begin as a record does. */
export function commaFollows(place: ItemEnd): Ruling {
  const { bytes, from, next, item, length, final } = place;
  if (bytes[next] !== 0x2c) {
    return 'silent';
  }
  if (item === length && !final) {
    return undefined;
  }
  if (bytes[item] === 0x7b && !hasLineBreak(bytes, from, item)) {
    return beginsNextItem(place, item);
  }
  return bytes[item] !== 0x22;
}

/** It ends before text on another line that continues no record. */
export function textFollows({ bytes, from, next }: ItemEnd): Ruling {
  const byte = bytes[next];
  return byte !== 0x22 && byte !== 0x7d && byte !== 0x5d && hasLineBreak(bytes, from, next);
}

/**
 * Whether the brace that follows on the line on which the broken record may end begins an item of its own, and none of its
 * parts. Where it is known how records begin, it must begin so; one that shows only by further keys what it is, is found by
 * them. In an array it may also be broken at once itself.
 */
function beginsNextItem({ bytes, length, broken, final }: ItemEnd, brace: number): boolean | undefined {
  const key = skipBlanks(bytes, brace + 1, length);
  if (key === length && !final) {
    return undefined;
  }
  if (key === length || (bytes[key] !== 0x22 && bytes[key] !== 0x7d)) {
    return broken.inArray;
  }
  const { beginnings } = broken;
  const isKnown = beginnings === 'unknown' ? signatureAt(bytes, broken.start, length, [], final) === 'documented' : beginnings === 'alike';
  const signature = isKnown ? signatureAt(bytes, brace, length, broken.openings, final) : 'alike';
  return signature === 'unknown' ? undefined : signature !== 'none';
}

function hasLineBreak(bytes: Uint8Array, from: number, to: number): boolean {
  return bytes.subarray(from, to).some((byte) => byte === 0x0a || byte === 0x0d);
}

/**
 * Whether the broken record may end here, by what follows: another item, the end of the array, the end of the line. A
 * further member shows that the record goes on. Undefined if what follows is not at hand.
 */
export function isRecordEnd(bytes: Uint8Array, from: number, length: number, broken: KnownRecord, final: boolean): boolean | undefined {
  const next = skipBlanks(bytes, from, length);
  const item = bytes[next] === 0x2c ? skipBlanks(bytes, next + 1, length) : next;
  return firstRuling(recordEndRules, { bytes, from, length, broken, final, next, item });
}
