import type { FieldRef } from '../../core/query/fields.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { visitPieces, visitRecords } from '../index/visitRecords.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { groupsOfRow } from '../columns/blockTimes.ts';
import type { RowSet } from '../query/rowSet.ts';
import { keyNeedle, searchPiece, type TextNeedle } from '../query/textSearch.ts';
import { valuesOfRow } from '../query/valuesOfRow.ts';
import { Counts, oneOfGroup, type ValueCounts } from './valueCounts.ts';

/** Counts the values of fields that are not in columns. Of records that do not mention the field's key, none is decoded. */
export async function countInRecords(index: LogIndex, field: FieldRef, rows: RowSet, work: CooperativeTask): Promise<ValueCounts> {
  const counts = new Counts();
  const groupOf = groupsOfRow(index.table);
  const all = rows.slice(0, rows.count);
  const needle = keyNeedle(field);
  const left =
    needle === undefined ? all : await mentioning(index, needle, all, work, (row) => counts.add(null, oneOfGroup[groupOf(row)]!));
  await addRecords(counts, index, field, left, work);
  return counts.values;
}

/** Adds the values of records, which are decoded. */
export async function addRecords(
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

/** The rows that may mention the needle; of all others, `without` is reported. */
async function mentioning(
  index: LogIndex,
  needle: TextNeedle,
  rows: Uint32Array,
  { signal }: CooperativeTask,
  without: (row: number) => void,
): Promise<Uint32Array> {
  const left: number[] = [];
  await visitPieces(index, rows, signal, (piece) =>
    searchPiece(needle, index.table, piece, (row, holds) => {
      if (holds === false) {
        without(row);
      } else {
        left.push(row);
      }
    }),
  );
  return Uint32Array.from(left);
}
