import type { LogIndex } from '../index/logIndex.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { reportRepeats } from './repeatedRecords.ts';
import { RepeatGroups } from './repeatGroups.ts';
import { isSameNumber, isSameWriter } from './sequenceOrder.ts';

/**
 * Reports for each further record with the same number of the same writer whether it equals the first of them or contradicts it.
 * Where both seem to have the same id, `duplicateIds.ts` says so.
 */
export async function findDuplicateSequences(index: LogIndex, order: Uint32Array, work: CooperativeTask): Promise<void> {
  const groups = new RepeatGroups(index.rows);
  const { recordId } = index.table;
  const isSameId = (previous: number, row: number): boolean => recordId.at(row) !== 0 && recordId.at(previous) === recordId.at(row);
  await work.forEach(1, order.length, (place) => {
    const previous = order[place - 1]!;
    const row = order[place]!;
    if (isSameWriter(index, previous, row) && isSameNumber(index, previous, row) && !isSameId(previous, row)) {
      groups.join(previous, row);
    }
  });
  await reportRepeats(index, groups, ['sequence.duplicate', 'sequence.conflict'], work);
}
