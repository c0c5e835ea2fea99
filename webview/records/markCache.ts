import type { Order, RowMark, RowMarks } from '../../src/protocol/answers/page.ts';
import type { Responder } from '../../src/protocol/requests.ts';
import { withoutWaiting } from '../base/queryController.ts';
import type { Search } from '../base/searchController.ts';

/** Marks of the rows in view, asked for in one question at a time: the next one is for where the list is by then. */
export class MarkCache {
  readonly #answering: Responder;
  readonly #query: string;
  readonly #order: Order;
  readonly #changed: () => void;
  readonly #disposed = new AbortController();
  /** The newest question had no answer. */
  haveFailed = false;
  #known: RowMarks | undefined;
  #isAsking = false;
  #wanted: (() => Promise<void>) | undefined;

  constructor(answering: Responder, query: string, order: Order, changed: () => void) {
    this.#answering = answering;
    this.#query = query;
    this.#order = order;
    this.#changed = changed;
  }

  /** The first position of which a mark is known; undefined before any is. */
  get first(): number | undefined {
    return this.#known?.at;
  }

  /** The mark at a position, from 0; undefined while it is not known. */
  at(position: number): RowMark | undefined {
    return this.#known?.marks[position - this.#known.at];
  }

  /** Says which rows are in view and not known. */
  want(first: number, end: number, search: Search): void {
    this.#wanted = () => this.#ask(first, end - first, search);
    void this.#next();
  }

  dispose(): void {
    this.#wanted = undefined;
    this.#disposed.abort();
  }

  async #next(): Promise<void> {
    const ask = this.#wanted;
    if (!this.#isAsking && ask !== undefined) {
      this.#wanted = undefined;
      this.#isAsking = true;
      await ask();
      this.#isAsking = false;
      void this.#next();
    }
  }

  async #ask(at: number, count: number, search: Search): Promise<void> {
    const params = { query: this.#query, order: this.#order, at, count };
    const outcome = await this.#answering.request('rowMarks', withoutWaiting(params, search), this.#disposed.signal);
    if (!this.#disposed.signal.aborted) {
      this.haveFailed = outcome.status !== 'ok';
      this.#known = outcome.status === 'ok' ? outcome.answer : undefined;
      this.#changed();
    }
  }
}
