import { noTime, validTime } from '../../../src/engine/columns/recordTable.ts';
import { LogIndex } from '../../../src/engine/index/logIndex.ts';
import { emptyWords, RowSet } from '../../../src/engine/query/rowSet.ts';
import { appendRows } from '../appendRows.ts';

export interface TimedLog {
  readonly index: LogIndex;
  readonly timed: RowSet;
  /** The rows of the set in the order of their times, sorted in the obvious way. */
  readonly sorted: readonly number[];
}

/** A log of so many rows, of which some have no time; the set holds the others, of which only each of so many. */
export function timedLog(rows: number, every: number, timeOf: (row: number) => readonly [day: number, ticks: number]): TimedLog {
  const index = new LogIndex(1);
  const { table } = index;
  const words = emptyWords(rows);
  appendRows(
    table,
    Array.from({ length: rows }, (_, row) => row),
    (fields, row) => {
      const isTimed = row % 17 !== 3;
      const [day, ticksOfDay] = timeOf(row);
      fields.timeState = isTimed ? validTime : noTime;
      Object.assign(fields.time, { day, ticksOfDay });
      if (isTimed && row % every === 0) {
        words[row >>> 5]! |= 1 << (row & 31);
      }
    },
  );
  index.times.extend(rows);
  const timed = new RowSet(words, rows);
  const sorted = Array.from(timed.slice(0, timed.count)).sort((left, right) => {
    const difference = table.ticksAt(left) - table.ticksAt(right);
    return difference < 0n ? -1 : difference > 0n ? 1 : left - right;
  });
  return { index, timed, sorted };
}

/** A number below 2^24 for a row, in no order. */
export function mixed(row: number, salt: number): number {
  return Math.imul(row + salt, 0x9e37_79b1) >>> 8;
}
