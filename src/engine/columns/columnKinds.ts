import type { Ticks } from '../../core/record/ticks.ts';
import { IdColumn, narrowed, uint32Column, uint8Column, type Expectation, type IdArray } from './column.ts';
import { ExactColumn, sliceExact, type ExactPart } from './exactColumn.ts';
import { LateColumn } from './lateColumn.ts';
import { OffsetColumn } from './offsetColumn.ts';

/** What every column can do. A part is some of its rows as plain data, which can be sent between threads. */
export interface Column<Part> {
  readonly length: number;
  /** Bytes of its arrays, unused capacity included. */
  readonly memory: number;
  /** Appends a part of so many rows. */
  append(part: Part, count: number): void;
  /** Forgets all rows but the first ones. */
  keep(length: number): void;
  /** A copy of the rows from one on. */
  from(row: number): Part;
  /** Gives back capacity that will not be used. */
  trim(): void;
}

/** A way to store a column, and what can be done with its parts. */
export interface ColumnKind<Stored extends Column<Part>, Part> {
  make(expectation: Expectation): Stored;
  /** The rows from `from` up to `to` of a part. */
  slice(part: Part, from: number, to: number): Part;
  /** The memory of a part, which can be handed over to another thread. */
  buffers(part: Part): readonly ArrayBufferLike[];
}

/** A way to store whole numbers that readers set. */
export interface FieldKind<Part> {
  /** A part with these numbers, of which none is greater than `largest`. May be the same array. */
  ofNumbers(numbers: Uint32Array, largest: number): Part;
}

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** A kind whose parts are plain arrays. */
function arrays<Stored extends Column<Part>, Part extends Numbers>(
  make: (expectation: Expectation) => Stored & Column<Part>,
): ColumnKind<Stored, Part> {
  return { make, slice: (part, from, to) => part.subarray(from, to) as Part, buffers: ({ buffer }) => [buffer] };
}

function exact<Exact extends bigint>(): ColumnKind<ExactColumn<Exact>, ExactPart<Exact>> {
  return { make: (expectation) => new ExactColumn(expectation), slice: sliceExact, buffers: ({ numbers }) => [numbers.buffer] };
}

export const columnKinds = {
  uint8: arrays<ReturnType<typeof uint8Column>, Uint8Array>(uint8Column),
  uint32: { ...arrays<ReturnType<typeof uint32Column>, Uint32Array>(uint32Column), ofNumbers: (numbers: Uint32Array) => numbers },
  /** Numbers of which most logs have none. */
  late: {
    ...arrays<LateColumn, Uint32Array>((expectation) => new LateColumn(expectation)),
    ofNumbers: (numbers: Uint32Array, largest: number) => (largest === 0 ? new Uint32Array(0) : numbers),
  },
  offset: arrays<OffsetColumn, Float64Array>((expectation) => new OffsetColumn(expectation)),
  /** Times: ticks, rounded or exact. */
  ticks: exact<Ticks>(),
  integer: exact<bigint>(),
  /** Ids of a dictionary, as narrow as the largest allows. */
  id: { ...arrays<IdColumn, IdArray>((expectation) => new IdColumn(expectation)), ofNumbers: narrowed },
} as const;
