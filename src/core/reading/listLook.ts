import { Scan, skipBlanks } from '../json/jsonScanner.ts';
import { auditSign, isEvent, signsOf } from '../formats/recordSigns.ts';

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
  let position = skipBlanks(bytes, bracket + 1, limit);
  for (let item = 0; item < mostItems; item++) {
    if (position >= limit || bytes[position] !== 0x7b) {
      return item > 0 ? 'events' : 'none';
    }
    const { signs, end, isWhole } = signsOf(bytes, position, limit, scan);
    if ((signs & auditSign) !== 0) {
      return 'records';
    }
    const comma = isWhole ? skipBlanks(bytes, end, limit) : limit;
    const hasNext = comma < limit && bytes[comma] === 0x2c;
    position = hasNext ? skipBlanks(bytes, comma + 1, limit) : limit;
    if (isWhole && !isEvent(signs)) {
      return item > 0 || (position < limit && bytes[position] === 0x7b) ? 'objects' : 'none';
    }
    if (!hasNext) {
      return isWhole || item > 0 ? 'events' : 'none';
    }
  }
  return 'events';
}
