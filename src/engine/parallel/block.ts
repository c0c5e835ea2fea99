import type { TableRows } from '../columns/tableRows.ts';
import type { TableValues } from '../columns/tableValues.ts';
import type { FindingRows } from '../findings/findingRows.ts';
import type { SourceNote } from '../ingest/general/perSourceFindings.ts';

/** A stretch of a source from the beginning of a line up to the beginning of another. */
export interface Block {
  readonly start: number;
  readonly end: number;
}

/**
 * What a block holds, as plain data which is sent between threads. Records and lines are counted from the block's first;
 * offsets are the source's, ids those of whoever read it.
 */
export interface BlockContent {
  readonly rows: TableRows;
  /** Values that have become known since the last content was reported. */
  readonly values: TableValues;
  readonly findings: FindingRows;
  readonly notes: readonly SourceNote[];
  /** Line ends. */
  readonly lines: number;
  /** Bytes that the reader scanned in vain. */
  readonly spent: number;
}
