import type { TableValues } from '../columns/tableValues.ts';
import type { NewWords } from '../findings/findingRows.ts';
import type { RecordBatch } from '../ingest/general/recordBatch.ts';

/**
 * What a block holds, as plain data which is sent between threads. Lines are counted from the block's first; ids are those of
 * whoever read it.
 */
export interface BlockBatch extends RecordBatch {
  /** Values, and words of findings, that have become known since the last batch was reported. */
  readonly values: TableValues;
  readonly words: NewWords;
  /** Line ends. */
  readonly lines: number;
  /** Bytes that the reader scanned in vain. */
  readonly spent: number;
}
