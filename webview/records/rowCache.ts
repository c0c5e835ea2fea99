import type { Order, Page, Row, RowMark } from '../../src/protocol/answers/page.ts';
import type { Responder, Outcome } from '../../src/protocol/requests.ts';
import { say } from '../../src/protocol/say.ts';
import { noSearch, type Search } from '../base/searchController.ts';
import { ListTravel } from './listTravel.ts';
import { MarkCache } from './markCache.ts';
import { withoutWaiting } from '../base/queryController.ts';

/** Rows asked for at once: two or three screens, some 30 KB. More take longer to come through VS Code than to find. */
const chunkRows = 64;
/** Chunks kept: a few thousand rows. */
const keptChunks = 96;
const restartPause = 300;

interface Chunk {
  /** By place in the chunk; undefined where the result had no row yet. */
  readonly rows: readonly (Row | undefined)[];
  /** Snapshot that the rows come from; older ones are shown until newer ones arrive. */
  readonly snapshot: number;
  /** The search was under way: only what was found at that tick of it. */
  readonly searchedAt: number | undefined;
  /** Those of which the rows have values. */
  readonly fields: readonly string[];
}

/** For what a chunk was asked for. */
interface Asked {
  readonly snapshot: number;
  /** Of the search. */
  readonly tick: number;
  readonly fields: readonly string[];
}

/**
 * Rows of one result, fetched in chunks as they come into view. What has left the view before it arrived is cancelled, so
 * that dragging the scroll bar over millions of rows asks only for where it stops; marks of the rows come at once. The chunks that are
 * next in the direction of travel are asked for ahead. Answers may come from different snapshots
 * of a growing log: a row is where its answer says, and the newest snapshot says how many rows there are.
 */
export class RowCache {
  readonly #answering: Responder;
  readonly #query: string;
  readonly #order: Order;
  readonly #changed: () => void;
  readonly #chunks = new Map<number, Chunk>();
  readonly #asking = new Map<number, AbortController>();
  /** Chunks in view whose question failed, with the snapshot for which they were wanted: the same would fail again. */
  readonly #failed = new Map<number, number>();
  readonly #marks: MarkCache;
  readonly #travel = new ListTravel(chunkRows);
  /** The list has leapt to where nothing is known yet. */
  #isLeaping = false;
  /** The newest snapshot of which an answer has come. */
  #newest = -1;
  /** The newest snapshot for which rows were wanted. */
  #wanted = 0;
  /** The search of the filter when rows were wanted last. */
  #search = noSearch;
  /** Whether the newest answer holds only what a search has found so far. */
  isPartial = false;
  matching: number | undefined;
  /** Records that could not be put in the order. */
  unsorted = 0;
  /** Whose values are asked for with the rows. Rows without them are shown until those with them arrive. */
  fields: readonly string[] = [];
  problem: string | undefined;

  constructor(answering: Responder, query: string, order: Order, changed: () => void) {
    this.#answering = answering;
    this.#query = query;
    this.#order = order;
    this.#changed = changed;
    this.#marks = new MarkCache(answering, query, order, changed);
  }

  isFor(query: string, order: Order): boolean {
    return query === this.#query && order === this.#order;
  }

  /**
   * The row at a position, from 0. Undefined while it is not known, and after the end of the result.
   * @param since Undefined also where the row comes from an older snapshot than this one.
   */
  row(position: number, since = 0): Row | undefined {
    const number = Math.floor(position / chunkRows);
    const chunk = this.#chunks.get(number);
    return chunk === undefined || chunk.snapshot < since || position >= (this.matching ?? 0)
      ? undefined
      : chunk.rows[position - number * chunkRows];
  }

  /** What is known at once of a row that is not known yet. */
  mark(position: number): RowMark | undefined {
    return position < (this.matching ?? 0) ? this.#marks.at(position) : undefined;
  }

  /** The first of the rows whose marks have come last; undefined before any have. */
  get marked(): number | undefined {
    return this.#marks.first;
  }

  /** Whether there is something to show for each of these rows. */
  knows(first: number, end: number): boolean {
    for (let position = first; position < end; position++) {
      if (this.row(position) === undefined && this.mark(position) === undefined) {
        return false;
      }
    }
    return true;
  }

  /**
   * Says which rows are in view; asks for those that are missing, older than `snapshot`, or what an earlier tick of the search
   * had found.
   */
  want(first: number, end: number, snapshot: number, search: Search = noSearch): void {
    this.#wanted = snapshot;
    this.#search = search;
    const wanted = new Set<number>();
    for (let chunk = Math.floor(first / chunkRows); chunk * chunkRows < Math.max(end, first + 1); chunk++) {
      wanted.add(chunk);
    }
    const isMove = this.#travel.note(first);
    const needsMarks = this.matching !== undefined && !this.knows(first, Math.min(end, this.matching));
    if (needsMarks) {
      this.#marks.want(first, end, search);
    }
    // Where the list has leapt to, the marks come first: it may be elsewhere by then.
    this.#isLeaping = needsMarks && !this.#marks.haveFailed && ((isMove && this.#travel.isLeap) || this.#isLeaping);
    for (const chunk of this.#travel.ahead(end, this.#isLeaping ? 0 : (this.matching ?? 0))) {
      wanted.add(chunk);
    }
    this.#forgetAllBut(wanted);
    for (const chunk of wanted) {
      this.#touch(chunk);
      if (!this.#isLeaping && this.#isDue(chunk, snapshot, search.tick)) {
        void this.#fetch(chunk);
      }
    }
  }

  /** Breaks off what is asked for and is not in view any more. */
  #forgetAllBut(wanted: ReadonlySet<number>): void {
    for (const [chunk, asking] of this.#asking) {
      if (!wanted.has(chunk)) {
        asking.abort();
        this.#asking.delete(chunk);
      }
    }
    for (const chunk of this.#failed.keys()) {
      if (!wanted.has(chunk)) {
        this.#failed.delete(chunk);
      }
    }
  }

  /** Moves a chunk to the end: the oldest of a Map are the first to be dropped. */
  #touch(chunk: number): void {
    const known = this.#chunks.get(chunk);
    if (known !== undefined) {
      this.#chunks.delete(chunk);
      this.#chunks.set(chunk, known);
    }
  }

  /** Whether a chunk is neither known as of a snapshot and a tick of the search, nor asked for. */
  #isDue(chunk: number, snapshot: number, tick: number): boolean {
    const known = this.#chunks.get(chunk);
    const settled = Math.max(known?.snapshot ?? -1, this.#failed.get(chunk) ?? -1);
    const isPassed = known?.searchedAt !== undefined && known.searchedAt < tick;
    const lacksFields = known !== undefined && known.fields !== this.fields && !this.#failed.has(chunk);
    return (settled < snapshot || isPassed || lacksFields) && !this.#asking.has(chunk);
  }

  dispose(): void {
    for (const asking of this.#asking.values()) {
      asking.abort();
    }
    this.#asking.clear();
    this.#marks.dispose();
  }

  async #fetch(chunk: number): Promise<void> {
    const asking = new AbortController();
    const [snapshot, search, fields] = [this.#wanted, this.#search, this.fields];
    this.#asking.set(chunk, asking);
    const wanted = { query: this.#query, order: this.#order, from: { at: chunk * chunkRows }, count: chunkRows };
    const params = fields.length === 0 ? wanted : { ...wanted, fields };
    const outcome = await this.#answering.request('page', withoutWaiting(params, search), asking.signal);
    if (asking.signal.aborted) {
      return;
    }
    if (outcome.status === 'restarted' || outcome.status === 'cancelled') {
      await new Promise((resolve) => setTimeout(resolve, restartPause));
    }
    if (!asking.signal.aborted) {
      this.#asking.delete(chunk);
      this.#take(chunk, outcome, { snapshot, tick: search.tick, fields });
      this.#changed();
    }
  }

  #take(chunk: number, outcome: Outcome<Page>, asked: Asked): void {
    if (outcome.status === 'error' || outcome.status === 'closed') {
      this.#failed.set(chunk, asked.snapshot);
    }
    if (outcome.status === 'error') {
      this.problem = say(outcome.message);
    }
    if (outcome.status === 'ok') {
      this.problem = undefined;
      this.#failed.delete(chunk);
      this.#keep(chunk, outcome.answer, asked);
    }
  }

  #keep(chunk: number, page: Page, { tick, fields }: Asked): void {
    if (page.snapshot >= this.#newest) {
      this.isPartial = page.searching !== undefined;
      this.#newest = page.snapshot;
      this.matching = page.matching;
      this.unsorted = page.unsorted ?? 0;
    }
    // What was asked for is kept, at the place where the answer says that it is.
    const offset = chunk * chunkRows - page.at;
    const rows = Array.from({ length: chunkRows }, (_, place) => page.rows[offset + place]);
    this.#chunks.delete(chunk);
    const searchedAt = page.searching === undefined ? undefined : tick;
    this.#chunks.set(chunk, { rows, snapshot: page.snapshot, searchedAt, fields });
    for (const oldest of this.#chunks.keys()) {
      if (this.#chunks.size <= keptChunks) {
        break;
      }
      this.#chunks.delete(oldest);
    }
  }
}
