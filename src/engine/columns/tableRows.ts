import type { Ticks } from '../../core/record/ticks.ts';
import type { IdArray } from './column.ts';

/** Rows of a record table as plain data, which can be sent between threads. Exceptions are told by row, from 0. */
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
  /** In the order of `idColumns`. */
  readonly ids: readonly IdArray[];
}
