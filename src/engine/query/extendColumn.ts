import type { LogIndex } from '../index/logIndex.ts';
import { visitPieces, type Piece } from '../index/visitRecords.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { RequestedColumn } from './requestedColumn.ts';
import { keyNeedle, searchPiece, type TextNeedle } from './textSearch.ts';
import { valuesOfRow } from './valuesOfRow.ts';

/** Rows whose numbers are listed at a time. */
const rowsAtOnce = 16 * 1024;

/**
 * Appends the rows that a column lacks of a snapshot, with the values that filters read. Of records that do not mention the
 * field's key, none is decoded. What has been appended when it is cancelled stays.
 *
 * @param generation That of the column when this was decided: ends as soon as it is another.
 */
export async function extendColumn(column: RequestedColumn, generation: number, index: LogIndex, work: CooperativeTask): Promise<void> {
  const needle = keyNeedle(column.field);
  const isCurrent = (): boolean => column.generation === generation;
  while (isCurrent() && column.rows < index.rows) {
    const first = column.rows;
    const rows = Uint32Array.from({ length: Math.min(rowsAtOnce, index.rows - first) }, (_, place) => first + place);
    await visitPieces(index, rows, work.signal, (piece) => append(column, index, piece, needle, work, isCurrent));
  }
}

async function append(
  column: RequestedColumn,
  index: LogIndex,
  piece: Piece,
  needle: TextNeedle | undefined,
  work: CooperativeTask,
  isCurrent: () => boolean,
): Promise<void> {
  const { offset, byteLength } = index.table;
  const without = needle === undefined ? nobody : rowsWithout(needle, index, piece);
  for (const row of piece.rows) {
    if (!isCurrent()) {
      return;
    }
    const from = offset.at(row) - piece.start;
    column.push(
      without.has(row) ? [] : valuesOfRow(index, row, piece.bytes.subarray(from, from + byteLength.data[row]!)).values(column.field),
    );
    const pause = work.pause();
    if (pause !== undefined) {
      await pause;
    }
  }
}

const nobody: ReadonlySet<number> = new Set();

/** The rows that do not mention the needle for certain. */
function rowsWithout(needle: TextNeedle, index: LogIndex, piece: Piece): ReadonlySet<number> {
  const without = new Set<number>();
  searchPiece(needle, index.table, piece, (row, holds) => holds === false && without.add(row));
  return without;
}
