import type { LogIndex } from '../index/logIndex.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { firstByTime } from './firstByTime.ts';
import type { RowSet } from './rowSet.ts';
import type { TimeIndex } from './timeIndex.ts';
import type { OrderedRows } from './timeOrder.ts';

/** So many rows of the beginning of an order are found one by one, where nothing is known of the others. */
const maxFirst = 2000;

/** Where the places of rows come from. */
export interface TimeIndexing {
  /** The one that has been made. */
  readonly known: TimeIndex | undefined;
  make(): Promise<TimeIndex>;
  /** Has it made meanwhile, as it will probably be wanted. */
  prepare(): void;
}

/** Rows of a log that is not in the order of its times, put in this order. All must have a valid time. */
export function unsortedOrder(index: LogIndex, timed: RowSet, newest: boolean, times: TimeIndexing, signal: AbortSignal): OrderedRows {
  const { count } = timed;
  return {
    count,
    slice: async (from, to) => {
      const work = new CooperativeTask(signal);
      const end = Math.min(to, count);
      if (times.known === undefined && end <= maxFirst) {
        const first = await firstByTime(index, timed, end, newest, work);
        times.prepare();
        return first.subarray(from);
      }
      const known = times.known ?? (await times.make());
      // Falling is rising from the end, rows of one time too.
      return newest ? (await known.slice(count - end, count - from, work)).toReversed() : known.slice(from, end, work);
    },
    placeOf: async (row) => {
      if (!timed.has(row)) {
        return -1;
      }
      const known = times.known ?? (await times.make());
      const place = await known.placeOf(row, new CooperativeTask(signal));
      return newest ? count - 1 - place : place;
    },
  };
}
