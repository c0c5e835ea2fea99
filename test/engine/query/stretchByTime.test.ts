import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noTime, validTime } from '../../../src/engine/columns/recordTable.ts';
import { LogIndex } from '../../../src/engine/index/logIndex.ts';
import { LongWork } from '../../../src/engine/longWork.ts';
import { emptyWords, RowSet } from '../../../src/engine/query/rowSet.ts';
import { countTimes, stretchByTime } from '../../../src/engine/query/stretchByTime.ts';

const never = new AbortController().signal;
const nearDay = 737_000;
const farDay = 3_600_000;

interface Timed {
  readonly index: LogIndex;
  readonly timed: RowSet;
  /** In the order of their times. */
  readonly sorted: readonly number[];
}

/** A log of so many rows, of which some have no time and some are filtered out. */
function logOf(rows: number, every: number, timeOf: (row: number) => readonly [day: number, ticks: number]): Timed {
  const index = new LogIndex(1);
  const { table } = index;
  const words = emptyWords(rows);
  for (let row = 0; row < rows; row++) {
    const isTimed = row % 17 !== 3;
    table.result.push(0);
    table.pushTime(isTimed ? validTime : noTime, ...timeOf(row));
    if (isTimed && row % every === 0) {
      words[row >>> 5]! |= 1 << (row & 31);
    }
  }
  index.times.extend(rows);
  const timed = new RowSet(words, rows);
  const sorted = Array.from(timed.slice(0, timed.count)).sort((left, right) => table.compareTimes(left, right) || left - right);
  return { index, timed, sorted };
}

function mixed(row: number, salt: number): number {
  return Math.imul(row + salt, 0x9e37_79b1) >>> 8;
}

async function stretch({ index, timed }: Timed, from: number, to: number, newest: boolean): Promise<Uint32Array | undefined> {
  const work = new LongWork(never);
  return stretchByTime(index, timed, await countTimes(index, timed, work), { from, to }, newest, work);
}

async function check(made: Timed, from: number, count: number, newest: boolean): Promise<void> {
  const { sorted } = made;
  const to = Math.min(sorted.length, from + count);
  const found = await stretch(made, from, to, newest);
  expect([...found!]).toEqual((newest ? sorted.toReversed() : sorted).slice(from, to));
}

describe('a stretch in the order of times', () => {
  it('is that of all rows put in order', async () => {
    const log = fc.record({
      rows: fc.integer({ min: 20, max: 14_000 }),
      spread: fc.constantFrom(1, 7, 5000, 1_000_000),
      day: fc.constantFrom(nearDay, farDay),
      salt: fc.nat(9999),
      every: fc.constantFrom(1, 3),
      place: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      count: fc.integer({ min: 1, max: 200 }),
      newest: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(log, async ({ rows, spread, day, salt, every, place, count, newest }) => {
        const made = logOf(rows, every, (row) => [day, Math.floor((row + (mixed(row, salt) % spread)) / 3)]);
        await check(made, Math.floor(place * made.sorted.length), count, newest);
      }),
      { numRuns: 60 },
    );
  });

  it('is found among many rows of nearly one time, with others far away', async () => {
    // All but a few are in one bucket of those that reach from the first day to the last.
    const made = logOf(60_000, 1, (row) => [row % 20_000 === 0 ? (row === 0 ? 1 : farDay) : nearDay, mixed(row, 5) % 50_000]);
    for (const [from, newest] of [
      [0, true],
      [20_000, false],
      [30_000, true],
      [made.sorted.length - 100, false],
    ] as const) {
      await check(made, from, 100, newest);
    }
  });

  it('is found where many rows have one time', async () => {
    const made = logOf(60_000, 1, (row) => [nearDay, row % 2]);
    await check(made, 5000, 100, false);
    await check(made, Math.floor(made.sorted.length / 2) - 50, 100, true);
  });

  it('is not looked for where too many rows have times that the column does not tell apart', async () => {
    const made = logOf(60_000, 1, (row) => [row === 0 ? 1 : farDay, row % 2]);
    expect(await stretch(made, 5000, 5100, false)).toBeUndefined();
  });

  it('is left when nobody wants it any more', async () => {
    const { index, timed } = logOf(60_000, 1, (row) => [nearDay, mixed(row, 1)]);
    const left = new LongWork(AbortSignal.abort());
    const counted = await countTimes(index, timed, new LongWork(never));
    await expect(countTimes(index, timed, left)).rejects.toThrow('aborted');
    await expect(stretchByTime(index, timed, counted, { from: 9000, to: 9001 }, false, left)).rejects.toThrow('aborted');
  });
});
