import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noTime, RecordTable, validTime } from '../../../src/engine/columns/recordTable.ts';
import { blockRows, wholeBlock } from '../../../src/engine/columns/blocks.ts';
import { BlockTimes } from '../../../src/engine/columns/blockTimes.ts';
import { runs } from '../../runs.ts';
import { appendRows } from '../appendRows.ts';

/** Days and ticks of a day; no time where undefined. Far ones are held rounded. */
type Time = readonly [day: number, ticks: number] | undefined;

const farDay = 3_600_000;

/** Times that mostly rise. What is at few places breaks the order, or not. */
const log = fc.record({
  rows: fc.integer({ min: 0, max: 2 * blockRows + 70 }),
  odd: fc.array(
    fc.tuple(
      fc.nat(2 * blockRows + 70),
      fc.constantFrom<Time>(undefined, [farDay, 0], [farDay, 1], [farDay, 2], [737_000, 5], [737_000, 3_000_000]),
    ),
    { maxLength: 4 },
  ),
  step: fc.constantFrom(1, 0),
  keep: fc.nat(2 * blockRows + 70),
});

function timesOf(rows: number, odd: readonly (readonly [number, Time])[], step: number): readonly Time[] {
  const times: Time[] = Array.from({ length: rows }, (_, row) => [737_000, 10 + row * step] as const);
  odd.forEach(([row, time]) => row < rows && (times[row] = time));
  return times;
}

function push(table: RecordTable, times: readonly Time[]): void {
  appendRows(table, times, (fields, time) => {
    const [day, ticksOfDay] = time ?? [0, 0];
    fields.timeState = time === undefined ? noTime : validTime;
    Object.assign(fields.time, { day, ticksOfDay });
  });
}

it('knows the order of a log that is read in steps, and taken back in part', () => {
  fc.assert(
    fc.property(log, fc.nat(), ({ rows, odd, step, keep }, cut) => {
      const table = new RecordTable(1);
      const times = new BlockTimes(table);
      const first = timesOf(rows, odd, step);
      push(table, first.slice(0, cut % (rows + 1)));
      times.extend(cut % (rows + 1));
      push(table, first.slice(cut % (rows + 1)));
      times.extend(rows);
      check(times, table, first);
      // Other rows come in place of the last ones.
      const kept = keep % (rows + 1);
      const second = [...first.slice(0, kept), ...timesOf(blockRows, [], 1)];
      table.keep(kept);
      times.keep(kept);
      push(table, second.slice(kept));
      times.extend(second.length);
      check(times, table, second);
    }),
    { numRuns: runs(60) },
  );
});

function check(times: BlockTimes, table: RecordTable, wanted: readonly Time[]): void {
  const exact = wanted.flatMap((time, row) => (time === undefined ? [] : [table.ticksAt(row)]));
  expect(times.areSorted(wanted.length)).toBe(exact.every((ticks, place) => place === 0 || exact[place - 1]! <= ticks));
  expect(times.areValid(wanted.length)).toBe(!wanted.includes(undefined));
  for (let start = 0; start + blockRows <= wanted.length; start += blockRows) {
    const known = times.of(wholeBlock(start, wanted.length))!;
    const values = [...table.time.data.subarray(start, start + blockRows)];
    expect(known).toMatchObject({
      earliestRow: start + values.indexOf(known.earliest),
      latestRow: start + values.lastIndexOf(known.latest),
      timed: values.filter((value) => !Number.isNaN(value)).length,
      earliest: Math.min(...values.filter((value) => !Number.isNaN(value))),
      latest: Math.max(...values.filter((value) => !Number.isNaN(value))),
    });
  }
}
