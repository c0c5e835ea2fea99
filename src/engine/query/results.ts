import { parseQuery } from '../../core/query/parseQuery.ts';
import { positionedMessage, type QueryError } from '../../core/query/queryError.ts';
import type { Message } from '../../core/message.ts';
import type { Order } from '../../protocol/answers/page.ts';
import { validTime } from '../columns/recordTable.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { LongWork } from '../longWork.ts';
import { compileFilter } from './compileFilter.ts';
import { evaluate } from './evaluate.ts';
import { firstByTime } from './firstByTime.ts';
import { LeastRecent } from './leastRecent.ts';
import { timeStateTest } from './numberTests.ts';
import { QueryMemory } from './queryMemory.ts';
import { RowSet } from './rowSet.ts';
import { sortByTime } from './sortByTime.ts';
import { countTimes, stretchByTime, type TimeCounts } from './stretchByTime.ts';
import { fallingOrder, joined, noRows, risingOrder, sortedOrder, type OrderedRows } from './timeOrder.ts';

/** A request that cannot be answered as it was asked, and why. */
export class BadRequest extends Error {
  readonly sentence: Message;

  constructor(sentence: Message) {
    super(sentence.code);
    this.sentence = sentence;
  }
}

/** How many results are remembered. */
const remembered = 12;
/** So many rows of the beginning of an order are found one by one. */
const mostFirst = 2000;
/** Of those that had to be sorted, which take 32 times the memory. */
const rememberedSorted = 3;

/**
 * The rows that filters find in one snapshot. Histogram, facets and list of one filter share one result, and a result
 * is made once for each order in which it is asked for. What holds for the next snapshot too is kept in `memory`.
 */
export class Results {
  /** The log as its snapshot holds it. */
  readonly index: LogIndex;
  readonly memory: QueryMemory;
  private readonly found = new LeastRecent<Promise<RowSet>>(remembered);
  private readonly ordered = new LeastRecent<Promise<OrderedRows>>(remembered);
  private readonly counted = new LeastRecent<Promise<TimeCounts>>(remembered);
  private readonly sorted = new LeastRecent<Promise<Uint32Array>>(rememberedSorted);

  /** @param memory That of earlier results of the same log. */
  constructor(index: LogIndex, memory = new QueryMemory(index)) {
    this.index = index.pinned();
    this.memory = memory;
  }

  /** The matching rows. Rejects with {@link BadRequest} if the filter is at fault. */
  matching(query: string, signal: AbortSignal): Promise<RowSet> {
    return shared(this.found, query, () => this.find(query, new LongWork(signal)));
  }

  /** The matching rows in an order; records without a valid time stand at the end of the orders by time. */
  async inOrder(query: string, order: Order, signal: AbortSignal): Promise<OrderedRows> {
    const rows = await this.matching(query, signal);
    return order === 'file' ? rows : shared(this.ordered, `${order} ${query}`, () => this.byTime(query, rows, order, signal));
  }

  /**
   * The rows at some places in an order, of a log that is not in the order of its times: without putting all in order.
   * Undefined where they are known already, or have to be put in order for it.
   */
  async stretchInOrder(query: string, order: Order, from: number, to: number, signal: AbortSignal): Promise<Uint32Array | undefined> {
    const { times, rows: all } = this.index;
    if (order === 'file' || times.areSorted(all) || this.sorted.get(query) !== undefined) {
      return undefined;
    }
    const { timed, untimed } = await this.byValidity(await this.matching(query, signal), signal);
    const end = Math.min(to, timed.count);
    const found =
      from >= end ? new Uint32Array(0) : await this.stretch(query, timed, { from, to: end }, order === 'newest', new LongWork(signal));
    return found && joined(found, to > end ? untimed.slice(Math.max(0, from - timed.count), to - timed.count) : new Uint32Array(0));
  }

  /** The same of rows with a valid time, all that the query finds. */
  private async stretch(
    query: string,
    timed: RowSet,
    { from, to }: { readonly from: number; readonly to: number },
    newest: boolean,
    work: LongWork,
  ): Promise<Uint32Array | undefined> {
    if (to <= mostFirst) {
      return (await firstByTime(this.index, timed, to, newest, work)).subarray(from);
    }
    const counted = await shared(this.counted, query, () => countTimes(this.index, timed, work));
    return stretchByTime(this.index, timed, counted, { from, to }, newest, work);
  }

  /** Rows with and without a valid time. */
  private async byValidity(rows: RowSet, signal: AbortSignal): Promise<{ readonly timed: RowSet; readonly untimed: OrderedRows }> {
    if (this.index.times.areValid(this.index.rows)) {
      return { timed: rows, untimed: noRows };
    }
    const withTime = await this.timed(signal);
    return { timed: rows.and(withTime), untimed: rows.without(withTime) };
  }

  /** The rows with a valid time. */
  private timed(signal: AbortSignal): Promise<RowSet> {
    // No filter is written like this.
    return shared(this.found, '(timed', () => {
      const filter = { test: timeStateTest(this.index.table, validTime), open: [] };
      return evaluate(this.index, filter, this.memory.timed, new LongWork(signal)).then((rows) => (this.memory.timed = rows));
    });
  }

  private async byTime(query: string, rows: RowSet, order: Order, signal: AbortSignal): Promise<OrderedRows> {
    const work = new LongWork(signal);
    const { times, rows: all } = this.index;
    const { timed, untimed } = await this.byValidity(rows, signal);
    if (times.areSorted(all)) {
      return order === 'newest' ? fallingOrder(timed, untimed) : risingOrder(timed, untimed);
    }
    const sorted = await shared(this.sorted, query, () => sortByTime(this.index, timed, work));
    return sortedOrder(sorted, untimed, order === 'newest');
  }

  private async find(text: string, work: LongWork): Promise<RowSet> {
    const parsed = parseQuery(text);
    if (!parsed.ok) {
      throw badQuery(parsed.error);
    }
    const { rows } = this.index;
    if (parsed.query.kind === 'all') {
      return RowSet.all(rows);
    }
    const filter = compileFilter(parsed.query, this.memory, this.index.findingCounts, {});
    if (!('test' in filter)) {
      throw badQuery(filter);
    }
    for (const prepare of filter.preparations) {
      await prepare(work);
    }
    if (!filter.isLasting) {
      return evaluate(this.index, filter, undefined, work);
    }
    const found = await evaluate(this.index, filter, this.memory.found.get(text), work);
    if (found.total > (this.memory.found.get(text)?.total ?? 0)) {
      this.memory.found.set(text, found);
    }
    return found;
  }
}

function badQuery(error: QueryError): BadRequest {
  return new BadRequest(positionedMessage(error));
}

/** What is being made for somebody else already, or is begun now. What fails or is cancelled does not answer the next one. */
function shared<T>(known: LeastRecent<Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  const found = known.get(name);
  if (found !== undefined) {
    return found;
  }
  const made = make();
  void known.set(name, made);
  made.catch(() => known.forget(name, made));
  return made;
}
