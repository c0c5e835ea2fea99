import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CooperativeTask } from '../../../src/engine/scheduling/cooperativeTask.ts';
import { blockRows } from '../../../src/engine/columns/blocks.ts';
import { firstByTime } from '../../../src/engine/query/unsortedOrder.ts';
import { runs } from '../../runs.ts';
import { mixed, timedLog } from './timedLog.ts';

const farDay = 3_600_000;

it('is the beginning of all rows in the order of their times', async () => {
  const log = fc.record({
    rows: fc.integer({ min: 1, max: 6 * blockRows + 50 }),
    /** How far from order: times are spread over so many rows. */
    spread: fc.constantFrom(1, 7, 5000, 1_000_000),
    /** How many rows in order have one time. */
    alike: fc.constantFrom(3, 3, 10_000, 10_000_000),
    isFar: fc.boolean(),
    salt: fc.nat(9999),
    every: fc.constantFrom(1, 3, 1000),
    wanted: fc.constantFrom(1, 5, 100, 2000),
    newest: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(log, async ({ rows, spread, alike, isFar, salt, every, wanted, newest }) => {
      const { index, timed, sorted } = timedLog(rows, every, (row) => [
        isFar ? farDay : 737_000,
        Math.floor((row + (mixed(row, salt) % spread)) / alike),
      ]);
      const found = await firstByTime(index, timed, wanted, newest, new CooperativeTask(new AbortController().signal));
      expect([...found]).toEqual((newest ? sorted.toReversed() : sorted).slice(0, wanted));
    }),
    { numRuns: runs(120) },
  );
});
