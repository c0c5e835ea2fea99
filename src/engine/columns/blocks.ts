/**
 * Queries go through a log block by block, and through a block column by column. A block is small enough for its values
 * to stay in the processor's cache and for its work to end within a turn, and large enough for what is done once a block
 * to cost nothing: looking at the clock, at the signal, or at whether the block can be skipped.
 *
 * Columns are as narrow as their ids allow. Most readers widen a block of their column before anybody looks at it, so that
 * the loops over values meet one type of array only.
 */
import type { IdArray } from './column.ts';

/** Rows of a block. A multiple of 32, so that blocks begin with a word of a set of rows. */
export const blockRows = 4096;
export const blockWords = blockRows / 32;

/** Some or all rows of one block, in file order. */
export interface Block {
  /** The first row of the block, a multiple of {@link blockRows}. */
  readonly start: number;
  /** The row after its last one. */
  readonly end: number;
  /** How many rows are meant. */
  readonly count: number;
  /** Where they are, from `start`; undefined where all rows of the block are meant. */
  readonly places: Uint16Array | undefined;
}

export function wholeBlock(start: number, rows: number): Block {
  const end = Math.min(start + blockRows, rows);
  return { start, end, count: end - start, places: undefined };
}

/** The row of the block's n-th value. */
export function rowAt({ start, places }: Block, index: number): number {
  return start + (places === undefined ? index : places[index]!);
}

/** The values of a block's rows, in their order. They are valid until the next block is read. */
export type BlockReader<T extends Uint32Array | Float64Array = Uint32Array> = (block: Block) => T;

/** Reads ids and other whole numbers, {@link blockRows} of them where all rows are meant. The column may grow, and move, between two blocks. */
export function idReader(column: { readonly data: Uint8Array | Uint16Array | Uint32Array }): BlockReader {
  const wide = new Uint32Array(blockRows);
  const chosen = new Uint32Array(blockRows);
  return ({ start, end, count, places }) => {
    const { data } = column;
    let all: Uint32Array = wide;
    if (data instanceof Uint32Array && end - start === blockRows) {
      all = data.subarray(start, end);
    } else {
      wide.set(data.subarray(start, end));
    }
    if (places === undefined) {
      return all;
    }
    for (let index = 0; index < count; index++) {
      chosen[index] = all[places[index]!]!;
    }
    return chosen;
  };
}

/** The same without widening, for loops in which that would be half of the work. */
export function narrowReader(column: { readonly data: IdArray }): (block: Block) => IdArray {
  const read = idReader(column);
  return (block) => (block.places === undefined ? column.data.subarray(block.start, block.end) : read(block));
}

export function numberReader(column: { readonly data: Float64Array }): BlockReader<Float64Array> {
  const chosen = new Float64Array(blockRows);
  return ({ start, end, count, places }) => {
    const all = column.data.subarray(start, end);
    if (places === undefined) {
      return all;
    }
    for (let index = 0; index < count; index++) {
      chosen[index] = all[places[index]!]!;
    }
    return chosen;
  };
}
