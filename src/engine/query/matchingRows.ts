import type { Order } from '../../protocol/answers/page.ts';
import type { FieldRef } from '../../core/query/fields.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { FieldOccurrences } from './fieldOccurrences.ts';
import type { RequestedColumn } from './requestedColumn.ts';
import type { OrderedRows } from './timeOrder.ts';
import type { QueryMemory } from './queryMemory.ts';
import type { RowSet } from './rowSet.ts';

/** The rows that filters find in one snapshot: all of them, or those found so far. */
export interface MatchingRows {
  readonly memory: QueryMemory;
  /** The matching rows. Rejects with `BadRequest` if the filter is at fault. */
  matching(query: string, signal: AbortSignal): Promise<RowSet>;
  /** The column of a field that has none of its own, with the rows of the snapshot: all of them, or those read so far. */
  column(field: FieldRef, signal: AbortSignal): Promise<RequestedColumn>;
  /** How often, and where first, the values of a field occur in the whole log; undefined where records would have to be read for that. */
  occurrences(field: FieldRef, work: CooperativeTask): Promise<FieldOccurrences | undefined>;
  /** The matching rows in an order; records without a valid time are at the end of the orders by time. */
  inOrder(query: string, order: Order, signal: AbortSignal): Promise<OrderedRows>;
}
