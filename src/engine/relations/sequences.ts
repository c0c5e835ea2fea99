import { validTime } from '../columns/recordTable.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { findDuplicateSequences } from './duplicateSequences.ts';
import { addRelation } from './addRelation.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { isNextNumber, isSameNumber, isSameWriter, sequenceOrder } from './sequenceOrder.ts';

/**
 * Judges the sequence numbers of a whole log: duplicates and conflicts of (writer, number), gaps, and records whose number
 * rises while their time falls.
 */
export async function findSequenceFaults(index: LogIndex, work: CooperativeTask): Promise<void> {
  const order = await sequenceOrder(index, work);
  await findDuplicateSequences(index, order, work);
  await work.forEach(1, order.length, (place) => {
    const previous = order[place - 1]!;
    const row = order[place]!;
    if (!isSameWriter(index, previous, row) || isSameNumber(index, previous, row)) {
      return;
    }
    if (!isNextNumber(index, previous, row)) {
      addRelation(index, row, 'sequence.gap', previous);
    }
    if (isEarlier(index, row, previous)) {
      addRelation(index, row, 'order.clockStep', previous);
    }
  });
}

/** Whether both rows have a valid time and the first is the earlier one. */
export function isEarlier({ table }: LogIndex, row: number, other: number): boolean {
  return table.timeState.data[row] === validTime && table.timeState.data[other] === validTime && table.compareTimes(row, other) < 0;
}
