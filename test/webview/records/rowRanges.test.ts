import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countRows, hasRow, noRows, rowsBetween, toggleRow, type RowRanges } from '../../../webview/records/rowRanges.ts';

/** The rows of ranges, one by one. */
const rowsOf = (ranges: RowRanges): readonly number[] =>
  ranges.flatMap(([first, end]) => Array.from({ length: end - first }, (_, offset) => first + offset));

describe('ranges of rows', () => {
  it.each([
    [3, 5, [[3, 6]]],
    [5, 3, [[3, 6]]],
    [4, 4, [[4, 5]]],
  ] as const)('lie between %i and %i', (one, other, expected) => {
    expect(rowsBetween(one, other)).toEqual(expected);
  });

  it.each([
    ['an empty one', noRows, 4, [[4, 5]]],
    [
      'the middle',
      [[2, 7]],
      4,
      [
        [2, 4],
        [5, 7],
      ],
    ],
    ['an end', [[2, 7]], 2, [[3, 7]]],
    ['the only row', [[2, 3]], 2, []],
    [
      'what joins two',
      [
        [2, 4],
        [5, 7],
      ],
      4,
      [[2, 7]],
    ],
    [
      'what touches the one before',
      [
        [2, 4],
        [6, 7],
      ],
      4,
      [
        [2, 5],
        [6, 7],
      ],
    ],
  ] as const)('are toggled at %s', (_, ranges, row, expected) => {
    expect(toggleRow(ranges, row)).toEqual(expected);
  });

  it('hold what a set of rows would hold, as few as they can be', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 40 }), (toggled) => {
        const rows = new Set<number>();
        let ranges = noRows;
        for (const row of toggled) {
          if (!rows.delete(row)) {
            rows.add(row);
          }
          ranges = toggleRow(ranges, row);
        }
        const expected = [...rows].sort((left, right) => left - right);
        expect(rowsOf(ranges)).toEqual(expected);
        expect(countRows(ranges)).toBe(rows.size);
        expect(Array.from({ length: 14 }, (_, row) => hasRow(ranges, row))).toEqual(Array.from({ length: 14 }, (_, row) => rows.has(row)));
        expect(ranges.every(([first], at) => at === 0 || ranges[at - 1]![1] < first)).toBe(true);
      }),
    );
  });
});
