import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileMatcher } from '../../../src/core/query/compileMatcher.ts';
import { parseQuery } from '../../../src/core/query/parseQuery.ts';
import { ticksOf } from '../../../src/core/record/ticks.ts';
import { blockRows } from '../../../src/engine/columns/blocks.ts';
import { BlockTimes } from '../../../src/engine/columns/blockTimes.ts';
import { invalidTime, noTime, RecordTable, validTime } from '../../../src/engine/columns/recordTable.ts';
import { numberPasses, sequencePredicate, timePredicate, timeStatePredicate } from '../../../src/engine/query/numericPredicate.ts';
import { runs } from '../../runs.ts';
import { predicateRows } from './predicateRows.ts';
import { appendRows } from '../appendRows.ts';

interface Row {
  readonly time: number | 'none' | 'invalid';
  readonly sequence: number | bigint | undefined;
}

const day = 738_000;

function tableOf(rows: readonly Row[]): RecordTable {
  const table = new RecordTable(3);
  appendRows(table, rows, (fields, { time, sequence }) => {
    fields.timeState = time === 'none' ? noTime : time === 'invalid' ? invalidTime : validTime;
    fields.time.day = day;
    fields.time.ticksOfDay = typeof time === 'number' ? time : 0;
    fields.sequence = sequence;
  });
  return table;
}

const time = fc.oneof(fc.nat({ max: 40 }), fc.constantFrom('none' as const, 'invalid' as const));
const sequence = fc.oneof(
  fc.nat({ max: 12 }),
  fc.constantFrom(undefined, Number.MAX_SAFE_INTEGER, 2n ** 53n, 2n ** 53n + 1n, 2n ** 64n - 1n),
);
const rows = fc.array(fc.record({ time, sequence }), { maxLength: 80 });

function term(text: string) {
  const parsed = parseQuery(text);
  if (!parsed.ok || parsed.query.kind !== 'field') {
    throw new Error(text);
  }
  const { matcher } = parsed.query;
  if (matcher.kind === 'anyOf' || matcher.kind === 'regex') {
    throw new Error(text);
  }
  const test = compileMatcher(matcher, 'number');
  if (typeof test !== 'function') {
    throw new Error(text);
  }
  return { matcher, test };
}

describe('predicates over numbers', () => {
  it('find the rows whose time lies in a range, exact to a tick', () => {
    fc.assert(
      fc.property(rows, fc.nat({ max: 45 }), fc.nat({ max: 45 }), (several, from, to) => {
        const table = tableOf(several);
        const times = new BlockTimes(table);
        times.extend(table.length);
        const predicate = timePredicate(table, times, { from: ticksOf(day, from), to: ticksOf(day, to) });
        const expected = several.flatMap((row, index) =>
          typeof row.time === 'number' && row.time >= from && row.time <= to ? [index] : [],
        );
        expect(predicateRows(predicate, several.length, 'certain')).toEqual(expected);
        expect(predicateRows(predicate, several.length, 'possible')).toEqual(expected);
      }),
      { numRuns: runs(300) },
    );
  });

  it('find times in more than one block', () => {
    const several = Array.from({ length: blockRows * 2 + 5 }, (_, index): Row => ({ time: index, sequence: undefined }));
    const table = tableOf(several);
    const times = new BlockTimes(table);
    times.extend(table.length);
    const inRange = (from: number, to: number): number =>
      predicateRows(timePredicate(table, times, { from: ticksOf(day, from), to: ticksOf(day, to) }), several.length, 'certain').length;
    expect([inRange(0, 1e6), inRange(blockRows - 1, blockRows), inRange(blockRows * 2, 1e6), inRange(1e6, 2e6)]).toEqual([
      several.length,
      2,
      5,
      0,
    ]);
  });

  it('tell rows with a valid time, with another one and with none apart', () => {
    const table = tableOf([
      { time: 1, sequence: undefined },
      { time: 'none', sequence: undefined },
      { time: 'invalid', sequence: undefined },
    ]);
    expect([validTime, noTime, invalidTime].map((state) => predicateRows(timeStatePredicate(table, state), 3, 'certain'))).toEqual([
      [0],
      [1],
      [2],
    ]);
  });

  it.each(['seq:5', 'seq:3..7', 'seq>=9007199254740992', 'seq<=9007199254740992', 'seq:null', 'seq:18446744073709551615'])(
    'compare sequence numbers exactly: %s',
    (text) => {
      fc.assert(
        fc.property(rows, (several) => {
          const { matcher, test } = term(text);
          const predicate = sequencePredicate(tableOf(several), matcher, test);
          const expected = several.flatMap((row, index) => (test(row.sequence === undefined ? null : String(row.sequence)) ? [index] : []));
          expect(predicateRows(predicate, several.length, 'certain')).toEqual(expected);
        }),
        { numRuns: runs(100) },
      );
    },
  );

  it('leave open what the column does not hold', () => {
    const { matcher, test } = term('seq=7');
    const predicate = sequencePredicate(tableOf([7, 8, Infinity].map((one) => ({ time: 0, sequence: one }))), matcher, test);
    expect([predicateRows(predicate, 3, 'certain'), predicateRows(predicate, 3, 'possible')]).toEqual([[0], [0, 2]]);
  });

  it('decide numbers as their text would', () => {
    fc.assert(
      fc.property(fc.nat({ max: 30 }), fc.constantFrom('line:7', 'line:3..9', 'line>20', 'line<=1'), (value, text) => {
        const { matcher, test } = term(text);
        expect(numberPasses(matcher, test)(value)).toBe(test(String(value)));
      }),
    );
  });
});
