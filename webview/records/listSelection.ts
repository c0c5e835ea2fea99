import type { ReactiveControllerHost } from 'lit';
import type { Order } from '../../src/protocol/answers/page.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { FollowedSelection } from './followedSelection.ts';
import { MultiSelection, type Selecting } from './multiSelection.ts';
import type { RowCache } from './rowCache.ts';

/** The list that a selection is of. */
export interface SelectedList {
  readonly context: ViewContext;
  readonly query: string;
  readonly order: Order;
  readonly rows: RowCache;
  /** The snapshot that rows are asked from. */
  readonly snapshot: number;
}

/** Whether rows stay where they are when the log grows: under a filter, a record may match or not because of later ones. */
export function isLasting({ context, query, order }: SelectedList): boolean {
  return query === '' && order === 'file' && context.snapshot.sources.length === 1;
}

/** The selection of a list: the current row, of which the host has the record, and the rows that are selected together with it. */
export class ListSelection {
  readonly several = new MultiSelection();
  readonly #current: FollowedSelection;
  /** The first snapshot from which each row is where the newest one has it. */
  #placedSince = 0;
  /** Of the search, when it was followed last. */
  #tick = 0;

  constructor(host: ReactiveControllerHost) {
    this.#current = new FollowedSelection(host);
  }

  /** Position of the current row; undefined without one. */
  get position(): number | undefined {
    return this.#current.position;
  }

  /** The list is of another result. */
  reset(): void {
    this.#current.forget();
    this.several.single(undefined);
  }

  /** Rows are asked from another snapshot, of a log that has grown or was read again from its beginning. */
  renew(list: SelectedList, isReadAgain: boolean): void {
    // Where the log has only grown, a record keeps its place in the order of the file.
    if (list.order !== 'file' || isReadAgain) {
      this.#placedSince = list.snapshot;
      this.#current.outdate(list.snapshot);
    }
    if (isReadAgain || !isLasting(list)) {
      this.several.single(this.position);
    }
  }

  /** To be called on every update. Returns a position that is to be brought into view, if the host has selected a record elsewhere. */
  follow({ context, query, order, rows, snapshot }: SelectedList): number | undefined {
    const { tick } = context.search;
    // What a search finds may be before what it has found, whatever the order.
    if (rows.isPartial && this.#tick !== tick) {
      this.#current.outdate(snapshot);
      this.several.single(this.position);
    }
    this.#tick = tick;
    const found = rows.matching === undefined ? undefined : this.#current.follow(context, query, order);
    this.several.follow(this.position);
    return found;
  }

  /** Whether the row that is shown at a position may have moved, so that another one is there by now. */
  isOutdated(rows: RowCache, position: number): boolean {
    return rows.row(position) !== undefined && rows.row(position, this.#placedSince) === undefined;
  }

  /** Makes the row at a position the current one. Its record is selected as soon as it is known. */
  move(position: number, selecting: Selecting, { rows, context }: SelectedList): void {
    this.several.move(position, selecting);
    this.#moveTo(position, rows, context);
  }

  /** Rows have arrived. Returns the position of the current row if its record is known only now. */
  arrive({ rows, context }: SelectedList): number | undefined {
    const { awaited } = this.#current;
    if (awaited === undefined || rows.row(awaited, this.#placedSince) === undefined) {
      return undefined;
    }
    this.#moveTo(awaited, rows, context);
    return awaited;
  }

  #moveTo(position: number, rows: RowCache, context: ViewContext): void {
    this.#current.moveTo(position, rows.row(position, this.#placedSince)?.ref, context);
  }
}
