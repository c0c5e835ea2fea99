import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockRows, idReader, wholeBlock } from '../../../src/engine/columns/blocks.ts';
import { RequestedColumn } from '../../../src/engine/query/requestedColumn.ts';
import { slowPredicate, slowRequestedPredicate, type SlowPredicate } from '../../../src/engine/query/slowPredicate.ts';
import { CooperativeTask } from '../../../src/engine/scheduling/cooperativeTask.ts';
import { predicateRows } from './predicateRows.ts';
import { runs } from '../../runs.ts';

const never = new AbortController().signal;

function partOf(ids: readonly number[], values: readonly (readonly (string | null)[])[]) {
  return { read: idReader({ data: Uint8Array.from(ids) }), size: () => values.length - 1, valuesOf: (id: number) => values[id] ?? [] };
}

async function meetAll({ meet }: SlowPredicate, rows: number, work = new CooperativeTask(never)): Promise<void> {
  for (let start = 0; start < rows; start += blockRows) {
    await meet(wholeBlock(start, rows), work);
  }
}

describe('a slow test', () => {
  it('leaves all rows open at first, and then decides them as their values say', async () => {
    const values = fc.array(fc.array(fc.constantFrom(null, 'a', 'b', 'c'), { maxLength: 3 }), { minLength: 1, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(
        values,
        values,
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 50, size: 'max' }),
        fc.nat({ max: 1 }),
        async (first, second, picks, blocks) => {
          const padding = Array.from({ length: blocks * (blockRows - 20) }, (_, row) => [row, row + 1] as const);
          const rows = [...padding, ...picks].map(([one, other]) => [one % first.length, other % second.length] as const);
          const predicate = slowPredicate(
            [
              partOf(
                rows.map(([id]) => id),
                first,
              ),
              partOf(
                rows.map(([, id]) => id),
                second,
              ),
            ],
            (value) => value === 'b',
          );
          expect(predicateRows(predicate.test, rows.length, 'certain')).toEqual([]);
          expect(predicateRows(predicate.test, rows.length, 'possible')).toHaveLength(rows.length);
          await meetAll(predicate, rows.length);
          const wanted = rows.flatMap(([one, other], row) => ([...first[one]!, ...second[other]!].includes('b') ? [row] : []));
          expect(predicateRows(predicate.test, rows.length, 'certain')).toEqual(wanted);
          expect(predicateRows(predicate.test, rows.length, 'possible')).toEqual(wanted);
        },
      ),
      { numRuns: runs(60) },
    );
  });

  it('tests each value once, and lets others have their turn after each', async () => {
    const tested: (string | null)[] = [];
    let turns = 0;
    let now = 0;
    const work = new CooperativeTask(
      never,
      () => void turns++,
      () => (now += 100),
    );
    const predicate = slowPredicate([partOf([1, 2, 1, 3, 2, 3], [[], ['a'], ['b'], ['c']])], (value) => tested.push(value) > 0);
    await meetAll(predicate, 6, work);
    await meetAll(predicate, 6, work);
    expect([tested, turns]).toEqual([['a', 'b', 'c'], 3]);
  });

  it('ends when nobody wants it any more', async () => {
    const controller = new AbortController();
    const tested: (string | null)[] = [];
    const predicate = slowPredicate([partOf([1, 2, 3], [[], ['a'], ['b'], ['c']])], (value) => {
      controller.abort();
      return tested.push(value) > 0;
    });
    await expect(meetAll(predicate, 3, new CooperativeTask(controller.signal))).rejects.toMatchObject({ name: 'AbortError' });
    expect(tested).toEqual(['a']);
  });
});

it('leaves rows and values open that a column on request does not have', async () => {
  const column = new RequestedColumn({ kind: 'key', name: 'a' }, 0, { values: 2, units: 100, entries: 10 });
  for (const values of [['a'], ['b'], [], ['c'], ['a', 'c'], ['b', 'c']]) {
    column.push(values);
  }
  const predicate = slowRequestedPredicate(column, (value) => value === 'a');
  await meetAll(predicate, 8);
  expect(predicateRows(predicate.test, 8, 'certain')).toEqual([0, 4]);
  expect(predicateRows(predicate.test, 8, 'possible')).toEqual([0, 3, 4, 5, 6, 7]);
});
