import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idReader } from '../../../src/engine/columns/blocks.ts';
import { IdColumn } from '../../../src/engine/columns/column.ts';
import { orderByField, type SortedField } from '../../../src/engine/query/fieldOrder.ts';
import { emptyWords, RowSet } from '../../../src/engine/query/rowSet.ts';
import { sortedTexts } from '../../../src/engine/query/sortedTexts.ts';
import { CooperativeTask } from '../../../src/engine/scheduling/cooperativeTask.ts';
import { compareNumbers, isJsonNumber } from './naive/quantities.ts';
import { runs } from '../../runs.ts';

const work = new CooperativeTask(new AbortController().signal);

type Values = readonly (string | null)[];

const numbers = ['10', '9', '-1', '1.5', '1e3', '9007199254740993', '9007199254740992', '1.0'];
const texts = ['b', 'A', 'a', 'B', '', '10', '9', 'ü', 'z'];

/** Compares as the documentation says. */
function compare(left: string, right: string, areNumbers: boolean): number {
  const [one, other] = areNumbers ? [left, right] : [left.toLowerCase(), right.toLowerCase()];
  const first = areNumbers ? compareNumbers(one, other) : one < other ? -1 : Number(one > other);
  return first || (left < right ? -1 : Number(left > right));
}

interface Log {
  /** The values of each part, of each row. */
  readonly rows: readonly (readonly Values[])[];
  readonly chosen: readonly boolean[];
  readonly known: number;
  /** Rows with more values than are known. */
  readonly partial: ReadonlySet<number>;
}

/** The order, slowly: sorted, then unknown, then without a value, each as in the file. */
function expected({ rows, chosen, known, partial }: Log, descending: boolean): { rows: readonly number[]; unsorted: number } {
  const all = rows.map((_, row) => row).filter((row) => chosen[row]);
  const isOpen = (row: number): boolean => row >= known || partial.has(row);
  const valuesOf = (row: number): readonly string[] => rows[row]!.flat().filter((value) => value !== null);
  const areNumbers = all.filter((row) => row < known).every((row) => valuesOf(row).every(isJsonNumber));
  const sign = descending ? -1 : 1;
  const first = (row: number): string => valuesOf(row).toSorted((one, other) => sign * compare(one, other, areNumbers))[0]!;
  const open = all.filter(isOpen);
  const without = all.filter((row) => !isOpen(row) && valuesOf(row).length === 0);
  const sorted = all
    .filter((row) => !isOpen(row) && valuesOf(row).length > 0)
    .toSorted((one, other) => sign * compare(first(one), first(other), areNumbers) || one - other);
  return { rows: [...sorted, ...open, ...without], unsorted: open.length };
}

/** A part for each of the values of rows, with an id for each row. */
function fieldOf({ rows, known, partial }: Log, parts: number): SortedField {
  const made = Array.from({ length: parts }, (_, part) => {
    const column = new IdColumn();
    rows.slice(0, known).forEach((_values, row) => column.push(row));
    return { read: idReader(column), size: () => rows.length, valuesOf: (id: number) => rows[id]![part]! };
  });
  return { parts: made, known, isPartial: (id) => partial.has(id) };
}

const logs: fc.Arbitrary<Log> = fc
  .record({
    pool: fc.constantFrom(numbers, texts, [...numbers, 'x']),
    rows: fc.array(fc.tuple(...[0, 1].map(() => fc.array(fc.nat({ max: 9 }), { maxLength: 2 }))), { maxLength: 200, size: 'max' }),
    chosen: fc.array(fc.boolean(), { minLength: 200, maxLength: 200 }),
    known: fc.nat({ max: 260 }),
    partial: fc.array(fc.nat({ max: 199 }), { maxLength: 5 }),
  })
  .map(({ pool, rows, chosen, known, partial }) => ({
    rows: rows.map((parts) => parts.map((picks) => picks.map((pick) => pool[pick] ?? null))),
    chosen,
    known: Math.min(known, rows.length),
    partial: new Set(partial),
  }));

describe('rows in the order of a field', () => {
  it.each([false, true])('are those that sorting them one by one gives, descending: %s', async (descending) => {
    await fc.assert(
      fc.asyncProperty(logs, async (log) => {
        const words = emptyWords(log.rows.length);
        log.rows.forEach((_, row) => (words[row >>> 5]! |= Number(log.chosen[row]) << (row & 31)));
        const ordered = await orderByField(new RowSet(words, log.rows.length), fieldOf(log, 2), descending, work);
        const wanted = expected(log, descending);
        expect({ rows: Array.from(await ordered.slice(0, ordered.count)), unsorted: ordered.unsorted }).toEqual(wanted);
        expect(Array.from(await ordered.slice(1, 3))).toEqual(wanted.rows.slice(1, 3));
        for (const [place, row] of wanted.rows.entries()) {
          expect(await ordered.placeOf(row)).toBe(place);
        }
        expect(await ordered.placeOf(log.rows.length)).toBe(-1);
      }),
      { numRuns: runs(100) },
    );
  });

  it('compares numbers exactly where all values are numbers, and texts without regard to case', async () => {
    expect(await sortedTexts(['9007199254740993', '10', '9', '9007199254740992', '-1'], work)).toEqual([
      '-1',
      '9',
      '10',
      '9007199254740992',
      '9007199254740993',
    ]);
    expect(await sortedTexts(['b', '9', 'A', '10', 'a'], work)).toEqual(['10', '9', 'A', 'a', 'b']);
  });
});
