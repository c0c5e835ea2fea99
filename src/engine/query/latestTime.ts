import type { Ticks } from '../../core/record/ticks.ts';
import { numberReader, wholeBlock, blockRows } from '../columns/blocks.ts';
import type { LogIndex } from '../index/logIndex.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';

/** The time of the latest record of a snapshot; undefined where no record has a valid time. Looks at few blocks of a log in time order. */
export async function latestTime({ table, times, rows }: LogIndex, work: CooperativeTask): Promise<Ticks | undefined> {
  const read = numberReader(table.time);
  let latest = -Infinity;
  let row = -1;
  const last = Math.floor((rows - 1) / blockRows);
  for (let number = last; number >= 0; number--) {
    const block = wholeBlock(number * blockRows, rows);
    const known = times.of(block);
    if (known === undefined || known.latest >= latest) {
      const values = read(block);
      for (let index = 0; index < block.count; index++) {
        const time = values[index]!;
        // Times that only look the same have exact ones beside them. Without a valid time it is NaN, and no comparison holds.
        if (time > latest || (time === latest && table.compareTimes(block.start + index, row) > 0)) {
          latest = time;
          row = block.start + index;
        }
      }
    }
    await work.pause();
  }
  return row === -1 ? undefined : table.ticksAt(row);
}
