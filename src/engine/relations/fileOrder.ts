import { validTime } from '../columns/recordTable.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { LogIndex, SourceIndex } from '../index/logIndex.ts';
import { addRelation } from './addRelation.ts';
import { isEarlier } from './sequences.ts';
import { isSameWriter } from './sequenceOrder.ts';

/**
 * Judges the order in which the records of each source are: newest first as a whole, or single records that are earlier
 * than the one before. A record that also has the higher number of the same writer is left to `order.clockStep`.
 */
export async function findOrderFaults(index: LogIndex, work: CooperativeTask): Promise<void> {
  for (const source of index.sources) {
    let earlier = 0;
    let later = 0;
    await forEachTimed(index, source, work, (row, previous) => {
      earlier += isEarlier(index, row, previous) ? 1 : 0;
      later += isEarlier(index, previous, row) ? 1 : 0;
    });
    if (earlier > later && earlier > 1) {
      addRelation(index, source.firstRow, 'order.descending', earlier);
    } else if (earlier > 0) {
      await forEachTimed(index, source, work, (row, previous) => {
        if (isEarlier(index, row, previous) && !isClockStep(index, row, previous)) {
          addRelation(index, row, 'order.inversion', previous);
        }
      });
    }
  }
}

/** Visits all rows of a source that have a valid time but the first, each with the one before. */
async function forEachTimed(
  { table }: LogIndex,
  { firstRow, records }: SourceIndex,
  work: CooperativeTask,
  visit: (row: number, previous: number) => void,
): Promise<void> {
  let previous = -1;
  await work.forEach(firstRow, firstRow + records, (row) => {
    if (table.timeState.data[row] !== validTime) {
      return;
    }
    if (previous !== -1) {
      visit(row, previous);
    }
    previous = row;
  });
}

/** Whether a row has the higher number of the same writer than the one before it. */
export function isClockStep(index: LogIndex, row: number, before: number): boolean {
  const number = index.table.sequenceAt(row);
  const numberBefore = index.table.sequenceAt(before);
  return (
    number !== undefined &&
    numberBefore !== undefined &&
    index.table.epoch.data[row] !== 0 &&
    isSameWriter(index, row, before) &&
    number > numberBefore
  );
}
