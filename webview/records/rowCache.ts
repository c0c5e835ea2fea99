import type { Order, Page, Row } from '../../src/protocol/answers/page.ts';
import type { Answering, Outcome } from '../../src/protocol/requests.ts';
import { say } from '../../src/protocol/say.ts';

/** Rows asked for at once: about five screens, some 60 KB. */
const chunkRows = 128;
/** Chunks kept: a few thousand rows. */
const keptChunks = 48;
const restartPause = 300;

interface Chunk {
  rows: readonly Row[];
  /** Snapshot that the rows come from; older ones are shown until newer ones arrive. */
  snapshot: number;
}

/**
 * Rows of one result, fetched in chunks as they come into view. What has left the view before it arrived is cancelled, so
 * that dragging the scroll bar over millions of rows asks only for where it stops.
 */
export class RowCache {
  readonly #answering: Answering;
  readonly #query: string;
  readonly #order: Order;
  readonly #changed: () => void;
  readonly #chunks = new Map<number, Chunk>();
  readonly #asking = new Map<number, AbortController>();
  matching: number | undefined;
  total = 0;
  problem: string | undefined;

  constructor(answering: Answering, query: string, order: Order, changed: () => void) {
    this.#answering = answering;
    this.#query = query;
    this.#order = order;
    this.#changed = changed;
  }

  isFor(query: string, order: Order): boolean {
    return query === this.#query && order === this.#order;
  }

  row(position: number): Row | undefined {
    return this.#chunks.get(Math.floor(position / chunkRows))?.rows[position % chunkRows];
  }

  /** Says which rows are in view; asks for those that are missing or older than `snapshot`. */
  want(first: number, end: number, snapshot: number): void {
    const wanted = new Set<number>();
    for (let chunk = Math.floor(first / chunkRows); chunk * chunkRows < Math.max(end, first + 1); chunk++) {
      wanted.add(chunk);
    }
    for (const [chunk, asking] of this.#asking) {
      if (!wanted.has(chunk)) {
        asking.abort();
        this.#asking.delete(chunk);
      }
    }
    for (const chunk of wanted) {
      const known = this.#chunks.get(chunk);
      if (known !== undefined) {
        // Moved to the end: the oldest of a Map are the first to be dropped.
        this.#chunks.delete(chunk);
        this.#chunks.set(chunk, known);
      }
      if ((known === undefined || known.snapshot < snapshot) && !this.#asking.has(chunk)) {
        void this.#fetch(chunk);
      }
    }
  }

  dispose(): void {
    for (const asking of this.#asking.values()) {
      asking.abort();
    }
    this.#asking.clear();
  }

  async #fetch(chunk: number): Promise<void> {
    const asking = new AbortController();
    this.#asking.set(chunk, asking);
    const params = { query: this.#query, order: this.#order, from: { at: chunk * chunkRows }, count: chunkRows };
    const outcome = await this.#answering.ask('page', params, asking.signal);
    if (asking.signal.aborted) {
      return;
    }
    if (outcome.status === 'restarted' || outcome.status === 'cancelled') {
      await new Promise((resolve) => setTimeout(resolve, restartPause));
    }
    if (!asking.signal.aborted) {
      this.#asking.delete(chunk);
      this.#keep(chunk, outcome);
      this.#changed();
    }
  }

  #keep(chunk: number, outcome: Outcome<Page>): void {
    if (outcome.status === 'error') {
      this.problem = say(outcome.message);
    }
    if (outcome.status !== 'ok') {
      return;
    }
    const page = outcome.answer;
    this.problem = undefined;
    this.matching = page.matching;
    this.total = page.total;
    this.#chunks.delete(chunk);
    this.#chunks.set(chunk, { rows: page.rows, snapshot: page.snapshot });
    for (const oldest of this.#chunks.keys()) {
      if (this.#chunks.size <= keptChunks) {
        break;
      }
      this.#chunks.delete(oldest);
    }
  }
}
