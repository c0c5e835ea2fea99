import type { LogIndex } from '../index/logIndex.ts';
import type { LongWork } from '../longWork.ts';
import type { RowSet } from './rowSet.ts';

const digitValues = 0x1_0000;
const unit = 2 ** 32;
/** Rows that are handled between two looks at whether to go on. */
const atOnce = 16 * 1024;

/**
 * Sorts rows with a valid time by it, and rows of one time as they stand in the file. Digit by digit, the last first, and
 * with the digits in arrays of their own: all that is done ten million times is a few reads and a write.
 */
export async function sortByTime({ table }: LogIndex, timed: RowSet, work: LongWork): Promise<Uint32Array> {
  const rows = timed.slice(0, timed.count);
  const { low, high } = await keysOf(table.time.data, rows, work);
  let order = new Uint32Array(rows.length);
  await inSlices(rows.length, work, (from, to) => {
    for (let place = from; place < to; place++) {
      order[place] = place;
    }
  });
  let spare = new Uint32Array(rows.length);
  for (const [keys, shift] of [
    [low, 0],
    [low, 16],
    [high, 0],
    [high, 16],
  ] as const) {
    const places = await placesOf(keys, shift, work);
    if (places !== undefined) {
      await distribute(order, spare, keys, shift, places, work);
      [order, spare] = [spare, order];
    }
  }
  await inSlices(rows.length, work, (from, to) => {
    for (let place = from; place < to; place++) {
      spare[place] = rows[order[place]!]!;
    }
  });
  return table.timesAreNear ? spare : settleTies(table, spare, work);
}

/** The times as the column holds them, in two parts of 32 bits; the upper one counts from the earliest. */
async function keysOf(
  times: Float64Array,
  rows: Uint32Array,
  work: LongWork,
): Promise<{ readonly low: Uint32Array; readonly high: Uint32Array }> {
  let earliest = Infinity;
  await inSlices(rows.length, work, (from, to) => {
    let least = earliest;
    for (let place = from; place < to; place++) {
      least = Math.min(least, times[rows[place]!]!);
    }
    earliest = least;
  });
  const low = new Uint32Array(rows.length);
  const high = new Uint32Array(rows.length);
  const base = Math.floor(earliest / unit);
  await inSlices(rows.length, work, (from, to) => {
    for (let place = from; place < to; place++) {
      const ticks = times[rows[place]!]!;
      const upper = Math.floor(ticks / unit);
      // Both differences are exact, whereas that of two times need not be.
      high[place] = upper - base;
      low[place] = ticks - upper * unit;
    }
  });
  return { low, high };
}

/** The first place of each value of a digit; undefined if all keys have the same. */
async function placesOf(keys: Uint32Array, shift: number, work: LongWork): Promise<Uint32Array | undefined> {
  const places = new Uint32Array(digitValues);
  await inSlices(keys.length, work, (from, to) => {
    for (let place = from; place < to; place++) {
      places[(keys[place]! >>> shift) & 0xffff]!++;
    }
  });
  if (places.includes(keys.length)) {
    return undefined;
  }
  let sum = 0;
  for (let digit = 0; digit < digitValues; digit++) {
    const count = places[digit]!;
    places[digit] = sum;
    sum += count;
  }
  return places;
}

async function distribute(
  order: Uint32Array,
  target: Uint32Array,
  keys: Uint32Array,
  shift: number,
  places: Uint32Array,
  work: LongWork,
): Promise<void> {
  await inSlices(order.length, work, (from, to) => {
    for (let place = from; place < to; place++) {
      const item = order[place]!;
      target[places[(keys[item]! >>> shift) & 0xffff]!++] = item;
    }
  });
}

/** Puts in order what the column holds as equal although it is not. */
async function settleTies(table: LogIndex['table'], rows: Uint32Array, work: LongWork): Promise<Uint32Array> {
  const times = table.time.data;
  for (let start = 0; start < rows.length;) {
    let end = start + 1;
    while (end < rows.length && times[rows[end]!] === times[rows[start]!]) {
      end++;
    }
    if (end - start > 1 && !Number.isSafeInteger(times[rows[start]!]!)) {
      rows.subarray(start, end).sort((left, right) => table.compareTimes(left, right) || left - right);
    }
    await work.pause();
    start = end;
  }
  return rows;
}

async function inSlices(count: number, work: LongWork, step: (from: number, to: number) => void): Promise<void> {
  for (let from = 0; from < count; from += atOnce) {
    step(from, Math.min(count, from + atOnce));
    await work.pause();
  }
}
