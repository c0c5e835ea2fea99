import type { ListRows } from '../../src/protocol/viewMessages.ts';
import { withoutWaiting } from '../base/queryController.ts';
import { isLasting, type SelectedList } from './listSelection.ts';
import type { RowRanges } from './rowRanges.ts';

/** Rows of the list for the host to copy; null where the current row alone is selected, of which the host knows the record. */
export function copiedRows(ranges: RowRanges, list: SelectedList): ListRows | null {
  const { context, query, order, rows } = list;
  const { matching = 0, unsorted } = rows;
  const { reading } = context.snapshot;
  const snapshot = isLasting(list) ? null : list.snapshot;
  return ranges.length === 0 ? null : withoutWaiting({ query, order, ranges, reading, snapshot, matching, unsorted }, context.search);
}
