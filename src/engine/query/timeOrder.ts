import type { RowSet } from './rowSet.ts';

/** The rows of a result in some order, found by place and by row. */
export interface OrderedRows {
  readonly count: number;
  /** Rows that could not be put in order, where there can be any. */
  readonly unsorted?: number;
  /** The rows at some places, from 0. */
  slice(from: number, to: number): Uint32Array | Promise<Uint32Array>;
  /** The place of a row; -1 if it is not in the result. */
  placeOf(row: number): number | Promise<number>;
}

export const noRows: OrderedRows = { count: 0, slice: () => new Uint32Array(0), placeOf: () => -1 };

/** A log that was written in order needs no sorting: the result is in order as it stands. */
export function risingOrder(timed: RowSet, untimed: OrderedRows): OrderedRows {
  return inTurn(timed, untimed);
}

/** The same from its end. Rows of one time are in reverse too. */
export function fallingOrder(timed: RowSet, untimed: OrderedRows): OrderedRows {
  return inTurn(
    {
      count: timed.count,
      slice: (from, to) => timed.slice(timed.count - Math.min(to, timed.count), timed.count - from).toReversed(),
      placeOf: (row) => {
        const place = timed.placeOf(row);
        return place === -1 ? -1 : timed.count - 1 - place;
      },
    },
    untimed,
  );
}

/** Rows after others. */
function joined(first: Uint32Array, second: Uint32Array): Uint32Array {
  const rows = new Uint32Array(first.length + second.length);
  rows.set(first);
  rows.set(second, first.length);
  return rows;
}

/** One order after another. */
export function inTurn(first: OrderedRows, second: OrderedRows): OrderedRows {
  return {
    count: first.count + second.count,
    slice: async (from, to) => {
      const own = from < first.count ? await first.slice(from, Math.min(to, first.count)) : new Uint32Array(0);
      const others = to > first.count ? await second.slice(Math.max(0, from - first.count), to - first.count) : new Uint32Array(0);
      return joined(own, others);
    },
    placeOf: async (row) => {
      const own = await first.placeOf(row);
      const other = own === -1 ? await second.placeOf(row) : -1;
      return other === -1 ? own : first.count + other;
    },
  };
}
