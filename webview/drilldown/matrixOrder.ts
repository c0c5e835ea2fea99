import type { Matrix } from '../../src/protocol/answers/matrix.ts';
import { resultGroups } from '../../src/core/record/results.ts';
import type { GroupCounts } from '../../src/protocol/answers/answer.ts';

/** What the rows of a matrix are sorted by: their names, all of their records, or those in the column of a value. */
export interface MatrixOrder {
  readonly by: 'name' | 'all' | { readonly column: string | null };
  readonly descending: boolean;
}

export const firstOrder: MatrixOrder = { by: 'all', descending: true };

export function isSameBy(left: MatrixOrder['by'], right: MatrixOrder['by']): boolean {
  return typeof left === 'object' && typeof right === 'object' ? left.column === right.column : left === right;
}

/** The order after a click on a head: numbers begin with the largest, names with the first; another click turns it round. */
export function nextOrder(order: MatrixOrder, by: MatrixOrder['by']): MatrixOrder {
  return { by, descending: isSameBy(order.by, by) ? !order.descending : by !== 'name' };
}

/** The positions of the rows in an order; what is equal stays as it was. */
export function orderedRows({ rows, columns, cells }: Matrix, { by, descending }: MatrixOrder): readonly number[] {
  const column = typeof by === 'object' ? columns.findIndex(({ value }) => value === by.column) : -1;
  const compare = (left: number, right: number): number =>
    by === 'name'
      ? (rows[left]!.value ?? '').localeCompare(rows[right]!.value ?? '')
      : by === 'all'
        ? rows[left]!.count - rows[right]!.count
        : recordsOf(cells[left]![column] ?? null) - recordsOf(cells[right]![column] ?? null);
  return rows.map((_, row) => row).toSorted((left, right) => (descending ? compare(right, left) : compare(left, right)));
}

export function recordsOf(groups: GroupCounts | null): number {
  return groups === null ? 0 : resultGroups.reduce((sum, group) => sum + groups[group], 0);
}
