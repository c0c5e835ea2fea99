import type { Order, Row } from '../../src/protocol/answers/page.ts';
import { ticksTimeText } from '../base/format.ts';

/** So many rows without a valid time may be between two that are compared. */
const maxUntimed = 8;

/**
 * How the day of a row is to that of the row before it: the same; the one after which the list goes on to this one (`begins`); or
 * something else, such as an earlier day in the order of the file.
 */
export type DayChange = 'same' | 'begins' | 'other';

/**
 * Compares the days of two rows that follow each other, as the clocks of a zone have it.
 *
 * @param rowAt The row at a position; undefined where it is not known.
 */
export function dayChange(rowAt: (position: number) => Row | undefined, position: number, order: Order, zone: string): DayChange {
  const day = typeof order === 'object' ? undefined : dayOf(rowAt(position), zone);
  const before = day === undefined ? undefined : dayBefore(rowAt, position, zone);
  if (day === undefined || before === undefined) {
    return 'other';
  }
  return day === before ? 'same' : order === 'file' && day < before ? 'other' : 'begins';
}

/** The day of the nearest row before a position that has a valid time. */
function dayBefore(rowAt: (position: number) => Row | undefined, position: number, zone: string): string | undefined {
  for (let at = position - 1; at >= Math.max(0, position - 1 - maxUntimed); at--) {
    const row = rowAt(at);
    if (row === undefined || row.time !== null) {
      return dayOf(row, zone);
    }
  }
  return undefined;
}

/** Such as `2020-11-23`: compares as text as days do. */
function dayOf(row: Row | undefined, zone: string): string | undefined {
  return row?.time === null || row === undefined ? undefined : ticksTimeText(row.time.ticks, zone).slice(0, 10);
}
