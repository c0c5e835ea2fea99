import { describe, expect, it } from 'vitest';
import { MultiSelection, type Selecting } from '../../../webview/records/multiSelection.ts';

/** A selection after moves, each a row and how it is selected. */
function after(...moves: readonly (readonly [row: number, selecting: Selecting])[]): MultiSelection {
  const selection = new MultiSelection();
  for (const [row, selecting] of moves) {
    selection.move(row, selecting);
  }
  return selection;
}

describe('rows selected together', () => {
  it.each([
    ['a row alone', [[3, 'alone']], []],
    [
      'a range',
      [
        [3, 'alone'],
        [5, 'extend'],
      ],
      [[3, 6]],
    ],
    [
      'a range that is extended to the other side',
      [
        [3, 'alone'],
        [5, 'extend'],
        [1, 'extend'],
      ],
      [[1, 4]],
    ],
    [
      'a range that is taken back',
      [
        [3, 'alone'],
        [4, 'extend'],
        [3, 'extend'],
      ],
      [],
    ],
    ['a range without a row before', [[3, 'extend']], []],
    [
      'two rows apart',
      [
        [3, 'alone'],
        [7, 'toggle'],
      ],
      [
        [3, 4],
        [7, 8],
      ],
    ],
    ['the first row, without a row before', [[7, 'toggle']], []],
    [
      'the one that is left',
      [
        [3, 'alone'],
        [7, 'toggle'],
        [7, 'toggle'],
      ],
      [[3, 4]],
    ],
    [
      'the last one, which stays',
      [
        [7, 'alone'],
        [7, 'toggle'],
      ],
      [],
    ],
    [
      'a range from the row that was toggled last',
      [
        [3, 'alone'],
        [7, 'toggle'],
        [9, 'extend'],
      ],
      [[7, 10]],
    ],
    [
      'what was selected before the current row moved on',
      [
        [3, 'alone'],
        [4, 'keep'],
        [5, 'keep'],
      ],
      [[3, 4]],
    ],
    [
      'rows apart by moving on',
      [
        [3, 'alone'],
        [4, 'keep'],
        [5, 'keep'],
        [5, 'toggle'],
      ],
      [
        [3, 4],
        [5, 6],
      ],
    ],
    [
      'nothing more once a row is selected alone',
      [
        [3, 'alone'],
        [9, 'extend'],
        [5, 'alone'],
      ],
      [],
    ],
    [
      'the current row alone where it comes back to it',
      [
        [3, 'alone'],
        [4, 'keep'],
        [3, 'keep'],
      ],
      [],
    ],
  ] as const)('are %s', (_, moves, expected) => {
    expect(after(...moves).ranges).toEqual(expected);
  });

  it('are counted, and a row alone is not', () => {
    expect(after([3, 'alone']).count).toBe(0);
    expect(after([3, 'alone'], [5, 'extend']).count).toBe(3);
    expect([2, 3, 5, 6].map((row) => after([3, 'alone'], [5, 'extend']).has(row))).toEqual([false, true, true, false]);
    expect(after([3, 'alone']).has(3)).toBe(true);
    // The current row is not selected where it has only been moved to.
    expect(after([3, 'alone'], [4, 'keep']).has(4)).toBe(false);
  });

  it('are all, a million of them as one range', () => {
    const selection = after([3, 'alone']);
    selection.selectAll(1_000_000);
    expect(selection.ranges).toEqual([[0, 1_000_000]]);
    selection.follow(3);
    expect(selection.count).toBe(1_000_000);
    selection.selectAll(0);
    expect(selection.count).toBe(0);
  });

  it('are given up where the current row is moved by others', () => {
    const selection = after([3, 'alone'], [9, 'extend']);
    selection.follow(9);
    expect(selection.count).toBe(7);
    selection.follow(4);
    expect(selection.count).toBe(0);
    selection.move(6, 'extend');
    expect(selection.ranges).toEqual([[4, 7]]);
    selection.follow(undefined);
    expect(selection.has(4)).toBe(false);
  });
});
