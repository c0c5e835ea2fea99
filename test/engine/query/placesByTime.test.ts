import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noTime, validTime } from '../../../src/engine/columns/recordTable.ts';
import { blockRows } from '../../../src/engine/columns/blocks.ts';
import { LogIndex } from '../../../src/engine/index/logIndex.ts';
import { placeByTime, rowsAtPlaces } from '../../../src/engine/query/placesByTime.ts';
import { emptyWords, RowSet } from '../../../src/engine/query/rowSet.ts';
import { CooperativeTask } from '../../../src/engine/scheduling/cooperativeTask.ts';
import { runs } from '../../runs.ts';

const work = (): CooperativeTask => new CooperativeTask(new AbortController().signal);

interface Times {
  readonly rows: number;
  readonly every: number;
  /** The day and the ticks of that day of a row. */
  readonly of: (row: number) => readonly [day: number, ticks: number];
}

/** A log with these times, some rows without one; and its timed rows in order, sorted in the obvious way. */
function logOf({ rows, every, of }: Times): { index: LogIndex; timed: RowSet; inOrder: readonly number[] } {
  const index = new LogIndex(1);
  const { table } = index;
  const words = emptyWords(rows);
  for (let row = 0; row < rows; row++) {
    const isTimed = row % 17 !== 3;
    table.result.push(0);
    table.pushTime(isTimed ? validTime : noTime, ...of(row));
    if (isTimed && row % every === 0) {
      words[row >>> 5]! |= 1 << (row & 31);
    }
  }
  index.times.extend(rows);
  const timed = new RowSet(words, rows);
  const inOrder = Array.from(timed.slice(0, timed.count)).sort((left, right) => {
    const difference = table.ticksAt(left) - table.ticksAt(right);
    return difference < 0n ? -1 : difference > 0n ? 1 : left - right;
  });
  return { index, timed, inOrder };
}

const mixed = (row: number, salt: number): number => Math.imul(row + salt, 0x9e37_79b1) >>> 8;

it('finds the rows at any places, and the place of any row, as sorting does', async () => {
  const log = fc.record({
    rows: fc.integer({ min: 1, max: 8 * blockRows + 50 }),
    /** How far from order: times are spread over so many rows. */
    spread: fc.constantFrom(1, 5000, 1_000_000),
    /** How many rows in order have one time. */
    alike: fc.constantFrom(1, 3, 10_000),
    isFar: fc.boolean(),
    /** One row in so many is a thousand years earlier. */
    outliers: fc.constantFrom(Infinity, 900),
    salt: fc.nat(9999),
    every: fc.constantFrom(1, 1, 3),
    place: fc.double({ min: 0, max: 1, noNaN: true }),
    wanted: fc.constantFrom(1, 100, 2000),
  });
  let counted = 0;
  await fc.assert(
    fc.asyncProperty(log, async ({ rows, spread, alike, isFar, outliers, salt, every, place, wanted }) => {
      const { index, timed, inOrder } = logOf({
        rows,
        every,
        of: (row) => [
          (isFar ? 3_600_000 : 737_000) - (row % outliers === 7 ? 365_000 : 0),
          Math.floor((row + (mixed(row, salt) % spread)) / alike),
        ],
      });
      if (timed.count === 0) {
        return;
      }
      const from = Math.floor(place * (timed.count - 1));
      const to = Math.min(timed.count, from + wanted);
      const found = await rowsAtPlaces(index, timed, from, to, work());
      if (found !== undefined) {
        counted++;
        expect([...found]).toEqual(inOrder.slice(from, to));
      }
      expect(await placeByTime(index, timed, inOrder[from]!, work())).toBe(from);
    }),
    { numRuns: runs(50) },
  );
  expect(counted).toBeGreaterThan(runs(50) / 3);
});

it('leaves rows to sorting that have nearly one time', async () => {
  const { index, timed } = logOf({ rows: 10 * blockRows, every: 1, of: (row) => [737_000, row % 2] });
  expect(await rowsAtPlaces(index, timed, 100, 200, work())).toBeUndefined();
});

it('narrows what a single outlier leaves in one bin', async () => {
  const rows = 10 * blockRows;
  const { index, timed, inOrder } = logOf({ rows, every: 1, of: (row) => [row === 0 ? 100 : 737_000, mixed(row, 5) % 1_000_000] });
  const found = await rowsAtPlaces(index, timed, 20_000, 20_100, work());
  expect([...found!]).toEqual(inOrder.slice(20_000, 20_100));
});
