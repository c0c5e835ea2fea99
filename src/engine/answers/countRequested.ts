import type { LogIndex } from '../index/logIndex.ts';
import type { RequestedColumn } from '../query/requestedColumn.ts';
import type { RowSet } from '../query/rowSet.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { idReader } from '../columns/blocks.ts';
import { countIds } from './counting.ts';
import { Counts, type ValueCounts } from './valueCounts.ts';

/** Value counts of a field that has no column of its own, and how many of the records have a value that is not kept. */
export interface RequestedCounts {
  readonly values: ValueCounts;
  readonly uncounted: number;
}

/** Counts the values that a column holds of some rows; rows that it does not hold yet are left out. */
export async function countRequested(
  { table }: LogIndex,
  column: RequestedColumn,
  rows: RowSet,
  work: CooperativeTask,
): Promise<RequestedCounts> {
  const counts = new Counts();
  let uncounted = 0;
  const part = { read: idReader(column.column), column: column.column, size: () => column.maxId };
  const ids = await countIds(table, rows.upTo(column.rows), part, work);
  await ids.forEach(work, (id, count) => {
    column.valuesOf(id).forEach((value) => counts.add(value, ids.groupsOf(id)));
    uncounted += column.isPartial(id) ? count : 0;
  });
  return { values: counts.values, uncounted };
}
