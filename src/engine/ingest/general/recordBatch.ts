import type { RecordTable } from '../../columns/recordTable.ts';
import type { TableRows } from '../../columns/tableRows.ts';
import type { FindingRows } from '../../findings/findingRows.ts';
import type { FindingTable } from '../../findings/findingTable.ts';
import type { PerSourceFindings, SourceNote } from './perSourceFindings.ts';

/**
 * What a reader has made of some records, as plain data. Records are counted from the first of the batch, offsets and lines are
 * the source's. Ids are those of the dictionaries that the reader uses, which on one thread are the index's own.
 */
export interface RecordBatch {
  readonly rows: TableRows;
  readonly findings: FindingRows;
  readonly notes: readonly SourceNote[];
}

/** Where the records of a source go. */
export interface SourceSinks {
  readonly table: RecordTable;
  /** Row of its first record. */
  readonly firstRow: number;
  readonly findings: FindingTable;
  readonly perSourceFindings: PerSourceFindings;
}

/** The number in its source of the record that comes next. */
export function nextRecord({ table, firstRow }: SourceSinks): number {
  return table.length - firstRow;
}

/**
 * Appends a batch to the index, the only way in which records get there.
 *
 * @param record The number in its source of the batch's first record.
 */
export function appendBatch({ table, findings, perSourceFindings }: SourceSinks, batch: RecordBatch, record: number): void {
  table.append(batch.rows);
  findings.append(batch.findings, record);
  for (const note of batch.notes) {
    perSourceFindings.add({ ...note, place: { ...note.place, record: note.place.record + record } });
  }
}
