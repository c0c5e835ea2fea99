import { Scan, skipBlanks } from '../json/jsonScanner.ts';
import { auditSign, isEvent, signsOf } from '../formats/recordSigns.ts';

/**
 * What the items of a list look like: audit records, events of any writer, several objects, or something else. A single
 * object that is no record is `none`.
 */
export type ListLook = 'records' | 'events' | 'objects' | 'none';

/** So many items are looked at. */
const maxItems = 3;

/**
 * Looks at the first items of the list whose bracket is at an index, no farther than `limit`. They are events if each of
 * them, of which the first must be whole, has a time and says what was done or by whom.
 */
export function lookOfList(bytes: Uint8Array, bracket: number, limit: number): ListLook {
  const scan = new Scan();
  let position = skipBlanks(bytes, bracket + 1, limit);
  for (let item = 0; item < maxItems; item++) {
    if (position >= limit || bytes[position] !== 0x7b) {
      return item > 0 ? 'events' : 'none';
    }
    const { signs, end, isWhole } = signsOf(bytes, position, limit, scan);
    if ((signs & auditSign) !== 0) {
      return 'records';
    }
    const next = isWhole ? itemAfter(bytes, end, limit) : -1;
    if (isWhole && !isEvent(signs)) {
      const isOneOfMany = item > 0 || (next < limit && bytes[next] === 0x7b);
      return isOneOfMany ? 'objects' : 'none';
    }
    if (next === -1) {
      return isWhole || item > 0 ? 'events' : 'none';
    }
    position = next;
  }
  return 'events';
}

/** Index of what is after a comma that follows an item which ends at an index; -1 without a comma. */
function itemAfter(bytes: Uint8Array, end: number, limit: number): number {
  const comma = skipBlanks(bytes, end, limit);
  return comma < limit && bytes[comma] === 0x2c ? skipBlanks(bytes, comma + 1, limit) : -1;
}
