import type { KnownRecord } from './brokenRecord.ts';
import { skipBlanks } from '../json/jsonScanner.ts';
import { likenessAt } from './likeness.ts';
import { isForeignMember, isWithinRecord } from './listBracket.ts';
import { isPart } from './recordPart.ts';

/**
 * Whether the broken record may end here, by what follows: another item, the end of the array, the end of the line. A
 * further member shows that the record goes on. Undefined if what follows is not at hand.
 */
export function endsItem(bytes: Uint8Array, from: number, length: number, broken: KnownRecord, final: boolean): boolean | undefined {
  const { inArray, wrapping } = broken;
  const next = skipBlanks(bytes, from, length);
  if (next === length) {
    return final ? true : undefined;
  }
  const byte = bytes[next]!;
  if (byte === 0x1e || byte === 0) {
    return true;
  }
  const isOnLine = !bytes.subarray(from, next).some(isLineBreak);
  const brace = byte === 0x2c ? skipBlanks(bytes, next + 1, length) : next;
  if (bytes[brace] === 0x7b && brace < length) {
    const likeness = likenessAt(bytes, brace, length, [], final);
    if (likeness === 'unknown' || isPart(bytes, brace, length)) {
      return likeness === 'unknown' ? undefined : false;
    }
  }
  if (byte === 0x7b) {
    return !isOnLine || beginsNextItem(bytes, next, length, broken, final);
  }
  if (byte === 0x5d && inArray) {
    const comma = skipBlanks(bytes, next + 1, length);
    if (comma === length) {
      return final ? true : undefined;
    }
    if (bytes[comma] === 0x7d) {
      const isWithin = isWithinRecord(bytes, next, length, wrapping, final);
      return isWithin === undefined ? undefined : !isWithin;
    }
    return bytes[comma] !== 0x2c || (wrapping !== 'none' && isForeignMember(bytes, comma, length, final));
  }
  if (byte === 0x2c) {
    if (brace === length && !final) {
      return undefined;
    }
    if (bytes[brace] === 0x7b && !bytes.subarray(from, brace).some(isLineBreak)) {
      return beginsNextItem(bytes, brace, length, broken, final);
    }
    return bytes[brace] !== 0x22;
  }
  // Text may follow on another line only.
  return byte !== 0x22 && byte !== 0x7d && byte !== 0x5d && !isOnLine;
}

/**
 * Whether the brace that follows on the line on which the broken record may end begins an item of its own, and none of its
 * parts. Where it is known how records begin, it must begin so; one that shows only by further keys what it is, is found by
 * them. In an array it may also be broken at once itself.
 */
function beginsNextItem(bytes: Uint8Array, brace: number, length: number, broken: KnownRecord, final: boolean): boolean | undefined {
  const key = skipBlanks(bytes, brace + 1, length);
  if (key === length && !final) {
    return undefined;
  }
  if (key === length || (bytes[key] !== 0x22 && bytes[key] !== 0x7d)) {
    return broken.inArray;
  }
  const { beginnings } = broken;
  const isKnown = beginnings === 'unknown' ? likenessAt(bytes, broken.start, length, [], final) === 'documented' : beginnings === 'alike';
  const likeness = isKnown ? likenessAt(bytes, brace, length, broken.openings, final) : 'alike';
  return likeness === 'unknown' ? undefined : likeness !== 'none';
}

function isLineBreak(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d;
}
