import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ValuePredicate } from '../../../src/core/query/compileMatcher.ts';
import { blockRows, idReader, type Block } from '../../../src/engine/columns/blocks.ts';
import type { IdArray } from '../../../src/engine/columns/column.ts';
import { columnPredicate } from '../../../src/engine/query/columnPredicate.ts';
import type { ColumnPart } from '../../../src/engine/query/columnPart.ts';
import { predicateRows } from './predicateRows.ts';
import { runs } from '../../runs.ts';

type Values = readonly (string | null)[];

/** A column of ids, each of which stands for some values; the values of the ids after the last one are their numbers. */
interface Ids {
  readonly ids: IdArray;
  readonly values: readonly Values[];
  readonly size: number;
}

const valuesOfId = ({ values }: Ids, id: number): Values => values[id] ?? [String(id)];

function partOf(ids: Ids, more: Pick<ColumnPart, 'growsByReading'> = {}): ColumnPart {
  const column = { data: ids.ids };
  return { read: idReader(column), column, valuesOf: (id) => valuesOfId(ids, id), size: () => ids.size, ...more };
}

/** The rows that match, found row by row as `compileQuery.ts` tells. */
function matching(parts: readonly Ids[], rows: number, test: ValuePredicate): readonly number[] {
  return Array.from({ length: rows }, (_, row) => row).filter((row) => {
    const values = parts.flatMap((part) => valuesOfId(part, part.ids[row] ?? 0));
    return values.length === 0 ? test(null) : values.some(test);
  });
}

const tests: Readonly<Record<string, ValuePredicate>> = {
  'is a': (value) => value === 'a',
  'is c': (value) => value === 'c',
  'is null': (value) => value === null,
  'is null or b': (value) => value === null || value === 'b',
  'is any text': (value) => value !== null,
  'is never': () => false,
};

const few: readonly Values[] = [[], ['a'], ['b', 'a'], [null], [null, 'b'], ['c']];
/** No null among them, as in most columns. */
const texts: readonly Values[] = [[], ['a'], ['b', 'a'], ['d'], ['e'], ['c']];
const rows = fc.constantFrom(1, 33, blockRows, blockRows + 5, 2 * blockRows);
/** Columns of bytes have a quick way; ids of others are wide. */
const array = fc.constantFrom<(values: number[]) => IdArray>(
  (values) => Uint8Array.from(values),
  (values) => Uint32Array.from(values),
);
/** More ids than are decided beforehand. */
const many = 5000;

const log = rows.chain((count) =>
  fc.record({
    count: fc.constant(count),
    parts: fc.array(
      fc.record({
        array,
        values: fc.constantFrom(few, texts),
        size: fc.constantFrom(few.length - 1, many),
        kinds: fc.array(fc.nat({ max: few.length - 1 }), { minLength: 1, maxLength: 9 }),
      }),
      { maxLength: 3 },
    ),
  }),
);

describe('a test of the values in columns', () => {
  it.each(Object.entries(tests))('finds the rows that are found row by row: %s', (_, test) => {
    fc.assert(
      fc.property(log, fc.boolean(), ({ count, parts }, grows) => {
        const made = parts.map(({ array: arrayOf, values, size, kinds }): Ids => ({
          ids: arrayOf(Array.from({ length: count }, (_row, row) => kinds[(row * 7) % kinds.length] ?? 0)),
          values,
          size,
        }));
        const predicate = columnPredicate(
          made.map((ids) => partOf(ids, grows ? { growsByReading: true } : {})),
          test,
        );
        const wanted = matching(made, count, test);
        expect(predicateRows(predicate, count, 'certain')).toEqual(wanted);
        expect(predicateRows(predicate, count, 'possible')).toEqual(wanted);
      }),
      { numRuns: runs(60) },
    );
  });

  it.each([
    ['no part', []],
    ['a part that cannot match', [{ ids: Uint8Array.of(0, 1, 5), values: few, size: 5 }]],
  ])('of %s decides by null alone', (_, parts) => {
    const ids: readonly Ids[] = parts;
    const none = columnPredicate(
      ids.map((one) => partOf(one)),
      (value) => value === 'z',
    );
    const all = columnPredicate([], (value) => value === null);
    expect([predicateRows(none, 3, 'certain'), predicateRows(all, 3, 'certain')]).toEqual([[], [0, 1, 2]]);
  });

  it('asks for each value once, however many rows have it', () => {
    const asked: (string | null)[] = [];
    const ids = Uint32Array.from({ length: 3 * blockRows }, (_, row) => row % 3);
    const predicate = columnPredicate([partOf({ ids, values: [['a'], ['b'], ['c']], size: many })], (value) => {
      asked.push(value);
      return value === 'b';
    });
    expect(predicateRows(predicate, 9, 'certain')).toEqual([1, 4, 7]);
    predicateRows(predicate, ids.length, 'certain');
    expect(asked).toEqual([null, 'a', 'b', 'c']);
  });

  it('knows ids that come while blocks are read', () => {
    let size = 0;
    const growing: ColumnPart = {
      read: ({ start }) => {
        size = Math.max(size, start / blockRows + 1);
        return new Uint32Array(blockRows).fill(size);
      },
      valuesOf: (id) => [`v${id}`],
      size: () => size,
      growsByReading: true,
    };
    const predicate = columnPredicate([growing], (value) => value === 'v2');
    expect(predicateRows(predicate, 2 * blockRows + 4, 'certain')).toEqual(Array.from({ length: blockRows }, (_, row) => blockRows + row));
  });

  it.each([few.length - 1, many])('tells of chosen rows in their order, where ids go up to %i', (size) => {
    const ids = Uint8Array.from({ length: blockRows }, (_, row) => (row % 100 === 0 ? 1 : 5));
    const block: Block = { start: 0, end: blockRows, count: 4, places: Uint16Array.of(1, 100, 150, 4000) };
    const single = partOf({ ids, values: few, size });
    const other = partOf({ ids: new Uint8Array(blockRows), values: few, size });
    const testOf = (...parts: readonly ColumnPart[]) => columnPredicate(parts, (value) => value === null || value === 'a');
    const bits = [testOf(single)(block), testOf(single, other)(block)].map(({ certain }) => (certain[0] ?? 0) & 0b1111);
    expect(bits).toEqual([0b1010, 0b1010]);
  });
});
