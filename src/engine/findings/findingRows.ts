import type { DictionaryEntries } from '../columns/byteDictionary.ts';
import type { IdArray } from '../columns/column.ts';

/** Findings of a stretch of records as plain data, which can be sent between threads. */
export interface FindingRows {
  readonly codes: Uint8Array;
  /** Counted from the first record of the batch; -1 for none. */
  readonly records: Float64Array;
  readonly offsets: Float64Array;
  readonly lengths: Float64Array;
  readonly lines: Uint32Array;
  readonly pointers: IdArray;
  readonly sayings: IdArray;
}

/** Pointers and sayings that somebody's words have come to hold. */
export interface NewWords {
  readonly pointers: DictionaryEntries;
  readonly sayings: DictionaryEntries;
}

/** The findings from `from` up to `to`. */
export function sliceFindings(rows: FindingRows, from: number, to: number): FindingRows {
  return {
    codes: rows.codes.subarray(from, to),
    records: rows.records.subarray(from, to),
    offsets: rows.offsets.subarray(from, to),
    lengths: rows.lengths.subarray(from, to),
    lines: rows.lines.subarray(from, to),
    pointers: rows.pointers.subarray(from, to),
    sayings: rows.sayings.subarray(from, to),
  };
}
