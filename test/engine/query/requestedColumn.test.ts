import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RequestedColumn, type ColumnLimits } from '../../../src/engine/query/requestedColumn.ts';
import { runs } from '../../runs.ts';

type Values = readonly (string | null)[];

const field = { kind: 'key', name: 'a' } as const;
const roomy: ColumnLimits = { values: 100, units: 1000, entries: 10_000 };

function columnOf(rows: readonly Values[], limits = roomy): RequestedColumn {
  const column = new RequestedColumn(field, rows.length, limits);
  rows.forEach((values) => column.push(values));
  return column;
}

function byText(left: string | null, right: string | null): number {
  return String(left) < String(right) ? -1 : 1;
}

/** What a column says of each row: its kept values, sorted, with `…` for others. */
function said(column: RequestedColumn): readonly Values[] {
  return Array.from({ length: column.rows }, (_, row) => {
    const id = column.column.data[row]!;
    expect(id).toBeLessThanOrEqual(column.maxId);
    return [...column.valuesOf(id), ...(column.isPartial(id) ? ['…'] : [])].toSorted(byText);
  });
}

describe('a column made on request', () => {
  it('holds the distinct values of each row', () => {
    const values = fc.array(fc.constantFrom(null, '', 'a', 'b', '\ud800', '\ud801', '__proto__'), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(values, { maxLength: 600, size: 'max' }), (rows) => {
        expect(said(columnOf(rows))).toEqual(rows.map((one) => (one.length === 0 ? [null] : [...new Set(one)].toSorted(byText))));
      }),
      { numRuns: runs(30) },
    );
  });

  it.each<[limit: string, limits: Partial<ColumnLimits>, rows: readonly Values[], expected: readonly Values[]]>([
    [
      'distinct values',
      { values: 2 },
      [['a'], ['b'], ['c'], ['a', 'c'], ['c', 'd'], ['b']],
      [['a'], ['b'], ['…'], ['a', '…'], ['…'], ['b']],
    ],
    ['units of text', { units: 4 }, [['abc'], ['de'], ['d'], ['abc']], [['abc'], ['…'], ['d'], ['abc']]],
    [
      'entries of lists',
      { entries: 3 },
      [['a', 'b'], ['a', 'c'], ['a', 'b'], ['b', 'a'], ['a']],
      [['a', 'b'], ['…'], ['a', 'b'], ['a', 'b'], ['a']],
    ],
  ])('says which rows have values beyond its limit of %s', (_, limits, rows, expected) => {
    expect(said(columnOf(rows, { ...roomy, ...limits }))).toEqual(expected);
  });

  it('forgets rows that are taken back, and says so by its generation', () => {
    const column = columnOf([['a'], ['b'], []]);
    column.keep(1);
    column.push(['c']);
    expect([said(column), column.generation]).toEqual([[['a'], ['c']], 1]);
  });
});
