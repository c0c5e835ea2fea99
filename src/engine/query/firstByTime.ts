import type { LogIndex } from '../index/logIndex.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { blockRows, numberReader, rowAt } from '../columns/blocks.ts';
import type { RowSet } from './rowSet.ts';

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
