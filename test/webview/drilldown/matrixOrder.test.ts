import { describe, expect, it } from 'vitest';
import type { Matrix } from '../../../src/protocol/answers/matrix.ts';
import { firstOrder, type MatrixOrder, nextOrder, orderedRows } from '../../../webview/drilldown/matrixOrder.ts';

const groups = (success: number) => ({ success, clientError: 0, failure: 0, other: 0 });
const value = (name: string | null, count: number) => ({ value: name, count, groups: groups(count) });

const matrix: Matrix = {
  snapshot: 1,
  rows: [value('b', 5), value('c', 3), value('a', 3), value(null, 1)],
  rowsTotal: 4,
  columns: [value('x', 7), value('y', 5)],
  columnsTotal: 2,
  cells: [
    [groups(4), groups(1)],
    [groups(1), groups(2)],
    [groups(2), groups(1)],
    [null, groups(1)],
  ],
};

describe('the order of the rows of a matrix', () => {
  it.each<[string, MatrixOrder, readonly (string | null)[]]>([
    ['most records first', firstOrder, ['b', 'c', 'a', null]],
    ['fewest records first', { by: 'all', descending: false }, [null, 'c', 'a', 'b']],
    ['names', { by: 'name', descending: false }, [null, 'a', 'b', 'c']],
    ['names, the last first', { by: 'name', descending: true }, ['c', 'b', 'a', null]],
    ['a column', { by: { column: 'x' }, descending: true }, ['b', 'a', 'c', null]],
    ['another column, ties as they are', { by: { column: 'y' }, descending: true }, ['c', 'b', 'a', null]],
  ])('is that of %s', (_, order, names) => {
    expect(orderedRows(matrix, order).map((row) => matrix.rows[row]?.value)).toEqual(names);
  });

  it('turns round at another click on the same head, and begins anew at one on another', () => {
    const byColumn = nextOrder(firstOrder, { column: 'x' });
    expect(byColumn).toEqual({ by: { column: 'x' }, descending: true });
    expect(nextOrder(byColumn, { column: 'x' })).toEqual({ by: { column: 'x' }, descending: false });
    expect(nextOrder(byColumn, { column: 'y' })).toEqual({ by: { column: 'y' }, descending: true });
    expect(nextOrder(byColumn, 'name')).toEqual({ by: 'name', descending: false });
  });
});
