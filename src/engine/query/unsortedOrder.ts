import type { LogIndex } from '../index/logIndex.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { Precedence } from '../scheduling/precedence.ts';
import { placeByTime, rowsAtPlaces } from './placesByTime.ts';
import type { RowSet } from './rowSet.ts';
import type { TimeIndex } from './timeIndex.ts';
import type { OrderedRows } from './timeOrder.ts';
import { blockRows, numberReader, rowAt } from '../columns/blocks.ts';

/** So many rows are found without putting the others in order, where nothing is known of those. */
const maxFirst = 2000;

/** Where the places of rows come from. */
export interface TimeIndexing {
  /** The one that has been made. */
  readonly known: TimeIndex | undefined;
  make(): Promise<TimeIndex>;
  /** Has it made meanwhile, as it will probably be wanted: what somebody waits for has precedence. */
  prepare(): void;
  readonly precedence: Precedence;
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
        const first = await times.precedence.first(() => firstByTime(index, timed, end, newest, work));
        times.prepare();
        return first.subarray(from);
      }
      if (times.known === undefined && end - from <= maxFirst) {
        // Falling is rising from the end, rows of one time too.
        const [first, last] = newest ? [count - end, count - from] : [from, end];
        const rows = await times.precedence.first(() => rowsAtPlaces(index, timed, first, last, work));
        if (rows !== undefined) {
          times.prepare();
          return newest ? rows.toReversed() : rows;
        }
      }
      const known = times.known ?? (await times.make());
      return newest ? (await known.slice(count - end, count - from, work)).toReversed() : known.slice(from, end, work);
    },
    placeOf: async (row) => {
      if (!timed.has(row)) {
        return -1;
      }
      const work = new CooperativeTask(signal);
      const place = await (times.known?.placeOf(row, work) ?? times.precedence.first(() => placeByTime(index, timed, row, work)));
      times.prepare();
      return newest ? count - 1 - place : place;
    },
  };
}

/** Candidates, for each row that is wanted, before all but the best are let go. */
const slack = 4;

/**
 * The first rows in the order of their times, oldest or newest first, without putting all others in order: blocks are
 * looked at from the best one on, until none of those that are left can hold a better row than the last of the wanted ones.
 * All rows of the set must have a valid time.
 */
export async function firstByTime(
  index: LogIndex,
  timed: RowSet,
  wanted: number,
  newest: boolean,
  work: CooperativeTask,
): Promise<Uint32Array> {
  const { table, times } = index;
  // Of the newest, the negative of a time is the least too.
  const sign = newest ? -1 : 1;
  const bounds: (readonly [bound: number, block: number])[] = [];
  await timed.visitBlocks(work, (block) => {
    const known = times.of({ ...block, count: blockRows });
    bounds.push([
      known === undefined || block.end - block.start < blockRows ? -Infinity : sign * (newest ? known.latest : known.earliest),
      block.start / blockRows,
    ]);
  });
  bounds.sort(([left, first], [right, second]) => (left < right ? -1 : left > right ? 1 : first - second));
  const inOrder = (left: number, right: number): number => sign * (table.compareTimes(left, right) || left - right);
  const read = numberReader(table.time);
  let best: number[] = [];
  /** No row after it is wanted. */
  let worst = Infinity;
  const keepBest = (): void => {
    best = best.sort(inOrder).slice(0, wanted);
    worst = best.length === wanted ? sign * table.time.data[best[wanted - 1]!]! : Infinity;
  };
  for (const [bound, number] of bounds) {
    if (bound > worst) {
      break;
    }
    const block = timed.block(number);
    const values = read(block);
    for (let place = 0; place < block.count; place++) {
      if (sign * values[place]! <= worst) {
        best.push(rowAt(block, place));
      }
    }
    if (best.length >= slack * wanted + blockRows) {
      keepBest();
    }
    await work.pause();
  }
  keepBest();
  return Uint32Array.from(best);
}
