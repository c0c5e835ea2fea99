import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CooperativeTask } from '../../../src/engine/scheduling/cooperativeTask.ts';
import { TimeIndex } from '../../../src/engine/query/timeIndex.ts';
import { runs } from '../../runs.ts';
import { mixed, timedLog, type TimedLog } from './timedLog.ts';

const never = new AbortController().signal;
const nearDay = 737_000;
const farDay = 3_600_000;

async function check({ index, timed, sorted }: TimedLog, stretches: readonly (readonly [from: number, count: number])[]): Promise<void> {
  const work = new CooperativeTask(never);
  const times = await TimeIndex.of(index.table, timed, work);
  for (const [from, count] of stretches) {
    const wanted = sorted.slice(from, from + count);
    expect(await times.slice(from, from + count, work)).toEqual(Uint32Array.from(wanted));
    for (const [place, row] of wanted.slice(0, 5).entries()) {
      expect(await times.placeOf(row, work)).toBe(from + place);
    }
  }
}

describe('rows by time', () => {
  it('stand as all rows that are put in order do', async () => {
    const log = fc.record({
      rows: fc.integer({ min: 20, max: 14_000 }),
      spread: fc.constantFrom(1, 7, 5000, 1_000_000),
      day: fc.constantFrom(nearDay, farDay),
      salt: fc.nat(9999),
      every: fc.constantFrom(1, 3),
      places: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.integer({ min: 0, max: 200 })), {
        minLength: 1,
        maxLength: 4,
      }),
    });
    await fc.assert(
      fc.asyncProperty(log, async ({ rows, spread, day, salt, every, places }) => {
        const made = timedLog(rows, every, (row) => [day, Math.floor((row + (mixed(row, salt) % spread)) / 3)]);
        await check(
          made,
          places.map(([place, count]) => [Math.floor(place * made.sorted.length), count]),
        );
      }),
      { numRuns: runs(60) },
    );
  });

  it('are found among many rows of nearly one time, with others far away', async () => {
    // All but a few are in one bucket of those that reach from the first day to the last.
    const made = timedLog(60_000, 1, (row) => [row % 20_000 === 0 ? (row === 0 ? 1 : farDay) : nearDay, mixed(row, 5) % 50_000]);
    await check(made, [
      [0, 100],
      [20_000, 100],
      [30_000, 100],
      [made.sorted.length - 100, 200],
      [0, 60_000],
    ]);
  });

  it.each([
    ['the same', (row: number) => [nearDay, row % 2] as const],
    ['so far away that the column does not tell them apart', (row: number) => [row === 0 ? 1 : farDay, row % 3] as const],
  ])('are found where many have times that are %s', async (_, timeOf) => {
    const made = timedLog(60_000, 1, timeOf);
    await check(made, [
      [5000, 100],
      [Math.floor(made.sorted.length / 2) - 50, 100],
      [0, 60_000],
    ]);
  });

  it('are found by several at once', async () => {
    const { index, timed, sorted } = timedLog(60_000, 1, (row) => [row < 2 ? row + 1 : nearDay, mixed(row, 1) % 50_000]);
    const times = await TimeIndex.of(index.table, timed, new CooperativeTask(never));
    const slices = await Promise.all([100, 30_000, 5000].map((from) => times.slice(from, from + 50, new CooperativeTask(never))));
    expect(slices.map((rows) => [...rows])).toEqual([100, 30_000, 5000].map((from) => sorted.slice(from, from + 50)));
  });

  it('are left when nobody wants them any more', async () => {
    const { index, timed } = timedLog(60_000, 1, (row) => [row < 2 ? row + 1 : nearDay, mixed(row, 1)]);
    const left = new CooperativeTask(AbortSignal.abort());
    await expect(TimeIndex.of(index.table, timed, left)).rejects.toThrow('aborted');
    const times = await TimeIndex.of(index.table, timed, new CooperativeTask(never));
    await expect(times.slice(9000, 9001, left)).rejects.toThrow('aborted');
  });
});
