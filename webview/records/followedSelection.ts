import type { ReactiveControllerHost } from 'lit';
import type { Order } from '../../src/protocol/answers/page.ts';
import type { RecordRef } from '../../src/protocol/reference.ts';
import { QueryController } from '../base/queryController.ts';
import type { ViewContext } from '../base/viewContext.ts';

/**
 * Where the selected record is in a list. The host owns the selection; but a list under the user's fingers moves on
 * before the host has agreed, so selections that were sent from here are recognised when they come back. A selection that
 * comes from elsewhere is looked up in the result.
 */
export class FollowedSelection {
  /** Position of the selected record in the result, once known. */
  position: number | undefined;
  /** A position that was moved to before its row had arrived: which record that is will be known then. */
  awaited: number | undefined;
  readonly #place: QueryController<'page'>;
  /** Selections sent that the host has not confirmed yet. */
  #sent: readonly string[] = [];
  /** The selection for which {@link position} was found. */
  #placed: string | undefined;
  /** A selection whose place is looked up again because the log has changed, which is no reason to move the list. */
  #renewed: string | undefined;
  /** The first snapshot whose places hold. */
  #since = 0;

  constructor(host: ReactiveControllerHost) {
    this.#place = new QueryController(host, 'page');
  }

  /** The result is another one: nothing is known of it. */
  forget(): void {
    this.position = undefined;
    this.awaited = undefined;
    this.#placed = undefined;
    this.#renewed = undefined;
  }

  /** Records may be elsewhere from this snapshot on. */
  outdate(snapshot: number): void {
    this.#since = snapshot;
    this.#renewed = this.#placed ?? this.#renewed;
    this.#placed = undefined;
  }

  moveTo(position: number, ref: RecordRef | undefined, context: ViewContext): void {
    this.position = position;
    this.awaited = ref === undefined ? position : undefined;
    // The list has moved on: a record that is selected again later is news.
    this.#renewed = undefined;
    if (ref !== undefined) {
      this.#sent = [...this.#sent, refKey(ref)];
      context.link.intend({ kind: 'select', ref });
    }
  }

  /** Looks at what the host sends; answers with a position that is to be brought into view, if one was found. */
  follow(context: ViewContext, query: string, order: Order): number | undefined {
    const { selected } = context.view.state;
    const key = selected === null ? undefined : refKey(selected);
    if (key !== undefined && this.#sent.includes(key)) {
      this.#sent = this.#sent.slice(this.#sent.indexOf(key) + 1);
      this.#placed = key;
    }
    const isOwn = this.#sent.length > 0 || this.awaited !== undefined;
    if (selected === null && !isOwn) {
      this.forget();
    }
    const isWanted = selected !== null && !isOwn && key !== this.#placed;
    this.#place.want(context, isWanted ? { query, order, from: { around: selected }, count: 1 } : undefined);
    // A place from before the log changed is asked for again, as is every answer that is older than the log.
    if (this.#place.answer === undefined || this.#place.isWaiting || this.#place.answer.snapshot < this.#since) {
      return undefined;
    }
    this.#placed = key;
    this.position = this.#place.answer.found ?? undefined;
    const isRenewed = key === this.#renewed;
    this.#renewed = undefined;
    return isRenewed ? undefined : this.position;
  }
}

function refKey(ref: RecordRef): string {
  return `${ref.source}:${ref.index}`;
}
