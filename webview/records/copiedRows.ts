import type { Order } from '../../src/protocol/answers/page.ts';
import type { ListRows } from '../../src/protocol/viewMessages.ts';
import { withoutWaiting } from '../base/queryController.ts';
import type { ViewContext } from '../base/viewContext.ts';
import type { RowCache } from './rowCache.ts';
import type { RowRanges } from './rowRanges.ts';

export interface CopiedList {
  readonly query: string;
  readonly order: Order;
  readonly rows: RowCache;
  /** The snapshot from which positions are what they are; null where they stay so when the log grows. */
  readonly snapshot: number | null;
}

/** Rows of the list for the host to copy; null where the current row alone is selected, of which the host knows the record. */
export function copiedRows(
  ranges: RowRanges,
  { query, order, rows, snapshot }: CopiedList,
  { snapshot: log, search }: ViewContext,
): ListRows | null {
  const { matching = 0, unsorted } = rows;
  return ranges.length === 0 ? null : withoutWaiting({ query, order, ranges, reading: log.reading, snapshot, matching, unsorted }, search);
}
