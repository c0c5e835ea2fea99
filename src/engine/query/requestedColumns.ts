import { fieldName, type FieldRef } from '../../core/query/fields.ts';
import { LruCache } from '../collections/lruCache.ts';
import type { LogIndex } from '../index/logIndex.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { extendColumn } from './extendColumn.ts';
import { OneAtATime } from './oneAtATime.ts';
import { columnLimits, RequestedColumn } from './requestedColumn.ts';

/** How many columns are kept, and how many bytes together: but for the one that was used last, which is always kept. */
export interface KeptColumns {
  readonly count: number;
  readonly bytes: number;
}

const keptColumns: KeptColumns = { count: 16, bytes: 256 * 1024 * 1024 };

/** Columns of fields that have none of their own, made when somebody asks for one; the least recently used make room. */
export class RequestedColumns {
  private readonly index: LogIndex;
  private readonly kept: KeptColumns;
  private readonly limits: typeof columnLimits;
  private readonly columns: LruCache<RequestedColumn>;
  /** Scans that go on at the same time would read the same records, each for itself. */
  private readonly scans = new OneAtATime();

  constructor(index: LogIndex, kept = keptColumns, limits = columnLimits) {
    this.index = index;
    this.kept = kept;
    this.limits = limits;
    this.columns = new LruCache(kept.count);
  }

  /** The column of a field as far as it has been made; undefined where nobody asked for it, or it had to make room. */
  known(field: FieldRef): RequestedColumn | undefined {
    return this.columns.get(fieldName(field));
  }

  /**
   * The column of a field, with all rows of a snapshot. What is missing is read from the records, which takes as long as a
   * search; if it is cancelled, the next request resumes there.
   */
  async whole(field: FieldRef, snapshot: LogIndex, work: CooperativeTask): Promise<RequestedColumn> {
    const column = this.known(field) ?? this.add(field);
    if (column.rows < snapshot.rows) {
      const { generation } = column;
      await this.scans.run(() => extendColumn(column, generation, snapshot, work));
      this.makeRoom(column);
    }
    return column;
  }

  /** Hands over all columns, of the first rows: the others have been taken back, and what extends a column now has to stop. */
  upTo(rows: number): RequestedColumns {
    const others = new RequestedColumns(this.index, this.kept, this.limits);
    for (const [name, column] of this.columns.entries()) {
      column.keep(rows);
      others.columns.set(name, column);
      this.columns.forget(name, column);
    }
    return others;
  }

  private add(field: FieldRef): RequestedColumn {
    const { index } = this;
    return this.columns.set(fieldName(field), new RequestedColumn(field, index.rows, this.limits));
  }

  private makeRoom(used: RequestedColumn): void {
    const all = this.columns.entries();
    let bytes = all.reduce((sum, [, column]) => sum + column.bytes, 0);
    for (const [name, column] of all) {
      if (bytes > this.kept.bytes && column !== used) {
        bytes -= column.bytes;
        this.columns.forget(name, column);
      }
    }
  }
}
