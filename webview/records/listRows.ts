import type { Order } from '../../src/protocol/answers/page.ts';
import type { Responder } from '../../src/protocol/requests.ts';
import { RowCache } from './rowCache.ts';

/** The rows of the result that a list shows, and of the one that it is about to show. */
export class ListRows {
  #shown: RowCache | undefined;
  #coming: RowCache | undefined;
  readonly #arrived: () => void;

  /** @param arrived Called when rows of what is shown have come. */
  constructor(arrived: () => void) {
    this.#arrived = arrived;
  }

  /** Those of the result that {@link show} was called with last. */
  get shown(): RowCache {
    return this.#shown!;
  }

  /** Shows a result; true if it is another one than before. Of one that was foreseen, rows may be there. */
  show(answering: Responder, query: string, order: Order): boolean {
    if (this.#shown?.isFor(query, order) === true) {
      return false;
    }
    this.#shown?.dispose();
    this.#shown = undefined;
    const foreseen = this.#coming?.isFor(query, order) === true ? this.#coming : undefined;
    if (foreseen === undefined) {
      this.#coming?.dispose();
    }
    this.#coming = undefined;
    this.#shown = foreseen ?? this.#of(answering, query, order);
    return true;
  }

  /**
   * The rows of a result that is about to be shown, to be asked for now so that they come with it. Undefined where it is shown or
   * foreseen already. Those of a result that was foreseen before and never shown are given up.
   */
  foresee(answering: Responder, query: string, order: Order): RowCache | undefined {
    if ([this.#shown, this.#coming].some((cache) => cache?.isFor(query, order))) {
      return undefined;
    }
    this.#coming?.dispose();
    this.#coming = this.#of(answering, query, order);
    return this.#coming;
  }

  dispose(): void {
    this.#shown?.dispose();
    this.#coming?.dispose();
    this.#shown = undefined;
    this.#coming = undefined;
  }

  #of(answering: Responder, query: string, order: Order): RowCache {
    const cache: RowCache = new RowCache(answering, query, order, () => {
      if (cache === this.#shown) {
        this.#arrived();
      }
    });
    return cache;
  }
}
