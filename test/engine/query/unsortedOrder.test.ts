import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noTime, validTime } from '../../../src/engine/columns/recordTable.ts';
import { LogIndex } from '../../../src/engine/index/logIndex.ts';
import { CooperativeTask } from '../../../src/engine/scheduling/cooperativeTask.ts';
import { blockRows } from '../../../src/engine/columns/blocks.ts';
import { firstByTime } from '../../../src/engine/query/unsortedOrder.ts';
import { emptyWords, RowSet } from '../../../src/engine/query/rowSet.ts';
import { runs } from '../../runs.ts';

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
      const index = new LogIndex(1);
      const { table } = index;
      const words = emptyWords(rows);
      for (let row = 0; row < rows; row++) {
        const isTimed = row % 17 !== 3;
        table.result.push(0);
        table.pushTime(
          isTimed ? validTime : noTime,
          isFar ? farDay : 737_000,
          Math.floor((row + ((Math.imul(row + salt, 0x9e37_79b1) >>> 8) % spread)) / alike),
        );
        if (isTimed && row % every === 0) {
          words[row >>> 5]! |= 1 << (row & 31);
        }
      }
      index.times.extend(rows);
      const timed = new RowSet(words, rows);
      const all = Array.from(timed.slice(0, timed.count)).sort((left, right) => {
        const difference = table.ticksAt(left) - table.ticksAt(right);
        return difference < 0n ? -1 : difference > 0n ? 1 : left - right;
      });
      const found = await firstByTime(index, timed, wanted, newest, new CooperativeTask(new AbortController().signal));
      expect([...found]).toEqual((newest ? all.toReversed() : all).slice(0, wanted));
    }),
    { numRuns: runs(120) },
  );
});
