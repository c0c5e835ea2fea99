import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blockRows } from '../../../src/engine/columns/blocks.ts';
import { placeByTime, rowsAtPlaces } from '../../../src/engine/query/placesByTime.ts';
import { CooperativeTask } from '../../../src/engine/scheduling/cooperativeTask.ts';
import { runs } from '../../runs.ts';
import { mixed, timedLog } from './timedLog.ts';

const work = (): CooperativeTask => new CooperativeTask(new AbortController().signal);

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
      const { index, timed, sorted } = timedLog(rows, every, (row) => [
        (isFar ? 3_600_000 : 737_000) - (row % outliers === 7 ? 365_000 : 0),
        Math.floor((row + (mixed(row, salt) % spread)) / alike),
      ]);
      if (timed.count === 0) {
        return;
      }
      const from = Math.floor(place * (timed.count - 1));
      const to = Math.min(timed.count, from + wanted);
      const found = await rowsAtPlaces(index, timed, from, to, work());
      if (found !== undefined) {
        counted++;
        expect([...found]).toEqual(sorted.slice(from, to));
      }
      expect(await placeByTime(index, timed, sorted[from]!, work())).toBe(from);
    }),
    { numRuns: runs(50) },
  );
  expect(counted).toBeGreaterThan(runs(50) / 3);
});

it('leaves rows to sorting that have nearly one time', async () => {
  const { index, timed } = timedLog(10 * blockRows, 1, (row) => [737_000, row % 2]);
  expect(await rowsAtPlaces(index, timed, 100, 200, work())).toBeUndefined();
});

it('narrows what a single outlier leaves in one bin', async () => {
  const { index, timed, sorted } = timedLog(10 * blockRows, 1, (row) => [row === 0 ? 100 : 737_000, mixed(row, 5) % 1_000_000]);
  const found = await rowsAtPlaces(index, timed, 20_000, 20_100, work());
  expect([...found!]).toEqual(sorted.slice(20_000, 20_100));
});
