import type { LogIndex } from '../index/logIndex.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { reportRepeats } from './repeatedRecords.ts';
import { RepeatGroups } from './repeatGroups.ts';
import { isSameNumber, isSameWriter } from './sequenceOrder.ts';

/** Reports for each further record with the same number of the same writer whether it equals the first of them or contradicts it. */
export async function findDuplicateSequences(index: LogIndex, order: Uint32Array, work: CooperativeTask): Promise<void> {
  const groups = new RepeatGroups(index.rows);
  await work.forEach(1, order.length, (place) => {
    const previous = order[place - 1]!;
    const row = order[place]!;
    if (isSameWriter(index, previous, row) && isSameNumber(index, previous, row)) {
      groups.join(previous, row);
    }
  });
  await reportRepeats(index, groups, ['sequence.duplicate', 'sequence.conflict'], work);
}
