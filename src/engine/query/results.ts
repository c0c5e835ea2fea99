import { parseQuery } from '../../core/query/parseQuery.ts';
import { positionedMessage, type QueryError } from '../../core/query/queryError.ts';
import type { Message } from '../../core/message.ts';
import type { Order } from '../../protocol/answers/page.ts';
import { validTime } from '../columns/recordTable.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { LongWork } from '../longWork.ts';
import { compileFilter } from './compileFilter.ts';
import { evaluate } from './evaluate.ts';
import { LeastRecent } from './leastRecent.ts';
import { timeStateTest } from './numberTests.ts';
import { QueryMemory } from './queryMemory.ts';
import { RowSet } from './rowSet.ts';
import { TimeIndex } from './timeIndex.ts';
import { fallingOrder, inTurn, noRows, risingOrder, type OrderedRows } from './timeOrder.ts';
import { unsortedOrder } from './unsortedOrder.ts';

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
/** Of those whose rows are known by time, which take 32 times the memory. */
const rememberedTimes = 3;
const never = new AbortController().signal;

interface ByValidity {
  readonly timed: RowSet;
  readonly untimed: OrderedRows;
}

/**
 * The rows that filters find in one snapshot. Histogram, facets and list of one filter share one result, and a result
 * is made once for each order in which it is asked for. What holds for the next snapshot too is kept in `memory`.
 */
export class Results {
  /** The log as its snapshot holds it. */
  readonly index: LogIndex;
  readonly memory: QueryMemory;
  private readonly found = new LeastRecent<Promise<RowSet>>(remembered);
  private readonly divided = new LeastRecent<Promise<ByValidity>>(remembered);
  private readonly timeIndexes = new LeastRecent<Promise<TimeIndex>>(rememberedTimes);
  private readonly madeTimeIndexes = new LeastRecent<TimeIndex>(rememberedTimes);

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
    return order === 'file' ? rows : this.byTime(query, rows, order, signal);
  }

  /** Rows with and without a valid time. */
  private byValidity(query: string, rows: RowSet, signal: AbortSignal): Promise<ByValidity> {
    return shared(this.divided, query, async () => {
      if (this.index.times.areValid(this.index.rows)) {
        return { timed: rows, untimed: noRows };
      }
      const withTime = await this.timed(signal);
      return { timed: rows.and(withTime), untimed: rows.without(withTime) };
    });
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
    const { times, rows: all } = this.index;
    const { timed, untimed } = await this.byValidity(query, rows, signal);
    if (times.areSorted(all)) {
      return order === 'newest' ? fallingOrder(timed, untimed) : risingOrder(timed, untimed);
    }
    const make = (until: AbortSignal): Promise<TimeIndex> =>
      shared(this.timeIndexes, query, () => this.indexTimes(query, timed, new LongWork(until)));
    const indexing = {
      known: this.madeTimeIndexes.get(query),
      make: () => make(signal),
      // The results of a log that is still being read do not last.
      prepare: () => void (this.index.complete && make(never)),
    };
    return inTurn(unsortedOrder(this.index, timed, order === 'newest', indexing, signal), untimed);
  }

  private async indexTimes(query: string, timed: RowSet, work: LongWork): Promise<TimeIndex> {
    return this.madeTimeIndexes.set(query, await TimeIndex.of(this.index.table, timed, work));
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
