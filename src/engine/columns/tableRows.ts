import type { Ticks } from '../../core/record/ticks.ts';
import type { IdArray } from './column.ts';

/** Rows of a record table as plain data, which can be sent between threads. Exceptions are given by row, from 0. */
export interface TableRows {
  readonly count: number;
  readonly offset: Float64Array;
  readonly byteLength: Uint32Array;
  readonly line: Uint32Array;
  readonly timeState: Uint8Array;
  readonly time: Float64Array;
  readonly farTimes: readonly (readonly [row: number, ticks: Ticks])[];
  readonly sequence: Float64Array;
  readonly bigSequences: readonly (readonly [row: number, value: bigint])[];
  readonly request: Uint32Array;
  /** Empty where no row has one. */
  readonly recordId: Uint32Array;
  /** In the order of `idColumns`. */
  readonly ids: readonly IdArray[];
}

/** The rows from `from` up to `to`. */
export function sliceRows(rows: TableRows, from: number, to: number): TableRows {
  const inside = <T>(exceptions: readonly (readonly [row: number, value: T])[]): (readonly [row: number, value: T])[] =>
    exceptions.flatMap(([row, value]) => (row >= from && row < to ? [[row - from, value] as const] : []));
  return {
    count: to - from,
    offset: rows.offset.subarray(from, to),
    byteLength: rows.byteLength.subarray(from, to),
    line: rows.line.subarray(from, to),
    timeState: rows.timeState.subarray(from, to),
    time: rows.time.subarray(from, to),
    farTimes: inside(rows.farTimes),
    sequence: rows.sequence.subarray(from, to),
    bigSequences: inside(rows.bigSequences),
    request: rows.request.subarray(from, to),
    recordId: rows.recordId.subarray(from, to),
    ids: rows.ids.map((ids) => ids.subarray(from, to)),
  };
}
