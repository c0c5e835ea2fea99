import type { Order } from '../../protocol/answers/page.ts';
import type { Searching } from '../../protocol/answers/answer.ts';
import type { FieldRef } from '../../core/query/fields.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { FieldOccurrences } from './fieldOccurrences.ts';
import type { MatchingRows } from './matchingRows.ts';
import type { QueryMemory } from './queryMemory.ts';
import { RequestedColumn } from './requestedColumn.ts';
import type { Results } from './results.ts';
import type { RowSet } from './rowSet.ts';
import type { OrderedRows } from './timeOrder.ts';

/**
 * The rows that filters have found so far, for answers that do not wait for a search through records. One object serves one
 * answer, and {@link searching} says afterwards what the answer leaves open.
 */
export class RowsSoFar implements MatchingRows {
  /** Undefined while everything that was asked for has been found. */
  searching: Searching | undefined;
  readonly memory: QueryMemory;
  private readonly results: Results;

  constructor(results: Results) {
    this.results = results;
    this.memory = results.memory;
  }

  async matching(query: string, signal: AbortSignal): Promise<RowSet> {
    const { rows, searching } = await this.results.soFar(query, signal);
    this.searching ??= searching;
    return rows;
  }

  column(field: FieldRef): Promise<RequestedColumn> {
    const { index, memory } = this.results;
    const column = memory.columns.known(field) ?? new RequestedColumn(field, 0);
    if (column.rows < index.rows) {
      this.searching ??= { left: index.rows - column.rows, total: index.rows };
    }
    return Promise.resolve(column);
  }

  occurrences(field: FieldRef, work: CooperativeTask): Promise<FieldOccurrences | undefined> {
    return this.results.occurrences(field, work);
  }

  async inOrder(query: string, order: Order, signal: AbortSignal): Promise<OrderedRows> {
    const rows = await this.matching(query, signal);
    if (typeof order === 'object') {
      return this.results.byField(rows, order, (field) => this.column(field), signal);
    }
    return this.searching === undefined ? this.results.inOrder(query, order, signal) : this.results.ordered(rows, order, signal);
  }
}
