import { Scan, skipBlanks } from './jsonScanner.ts';
import { auditSign, isEvent, signsOf } from './recordSigns.ts';

/**
 * What the items of a list look like: audit records, events of any writer, several objects, or something else. A single
 * object that is no record is `none`.
 */
export type ListLook = 'records' | 'events' | 'objects' | 'none';

/** So many items are looked at. */
const mostItems = 3;

/**
 * Looks at the first items of the list whose bracket stands at an index, no farther than `limit`. They are events if each of
 * them, of which the first must be whole, has a time and says what was done or by whom.
 */
export function lookOfList(bytes: Uint8Array, bracket: number, limit: number): ListLook {
  const scan = new Scan();
  let areEvents = true;
  let position = skipBlanks(bytes, bracket + 1, limit);
  for (let item = 0; item < mostItems; item++) {
    if (position >= limit || bytes[position] !== 0x7b) {
      return item > 0 ? lookOf(areEvents, item) : 'none';
    }
    const { signs, end, isWhole } = signsOf(bytes, position, limit, scan);
    if ((signs & auditSign) !== 0) {
      return 'records';
    }
    if (!isWhole) {
      return lookOf(areEvents && item > 0, item + 1);
    }
    areEvents &&= isEvent(signs);
    const comma = skipBlanks(bytes, end, limit);
    if (comma >= limit || bytes[comma] !== 0x2c) {
      return lookOf(areEvents, item + 1);
    }
    position = skipBlanks(bytes, comma + 1, limit);
  }
  return lookOf(areEvents, mostItems);
}

function lookOf(areEvents: boolean, items: number): ListLook {
  return areEvents ? 'events' : items > 1 ? 'objects' : 'none';
}
