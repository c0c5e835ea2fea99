import type { FieldRef } from '../../core/query/fields.ts';
import { groupsOfRow } from '../columns/blockTimes.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { visitRecords } from '../index/visitRecords.ts';
import { valuesOfRow } from '../query/valuesOfRow.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { oneOfGroup, type Counts } from './valueCounts.ts';

/** Adds the values of records, which are decoded. */
export async function addDecoded(
  counts: Counts,
  index: LogIndex,
  field: FieldRef,
  rows: Uint32Array,
  work: CooperativeTask,
): Promise<void> {
  const groupOf = groupsOfRow(index.table);
  await visitRecords(index, rows, work.signal, (row, bytes) => {
    const values = valuesOfRow(index, row, bytes).values(field);
    for (const value of values.length === 0 ? [null] : new Set(values)) {
      counts.add(value, oneOfGroup[groupOf(row)]!);
    }
  });
}
