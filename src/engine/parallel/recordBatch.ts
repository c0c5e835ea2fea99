import type { TableRows } from '../columns/tableRows.ts';
import type { TableValues } from '../columns/tableValues.ts';
import type { FindingRows } from '../findings/findingRows.ts';
import type { SourceNote } from '../ingest/general/perSourceFindings.ts';

/**
 * What a block holds, as plain data which is sent between threads. Records and lines are counted from the block's first;
 * offsets are the source's, ids those of whoever read it.
 */
export interface RecordBatch {
  readonly rows: TableRows;
  /** Values that have become known since the last batch was reported. */
  readonly values: TableValues;
  readonly findings: FindingRows;
  readonly notes: readonly SourceNote[];
  /** Line ends. */
  readonly lines: number;
  /** Bytes that the reader scanned in vain. */
  readonly spent: number;
}
