import { message } from '../../core/finding/message.ts';
import type { FieldRef } from '../../core/query/fields.ts';
import type { Searching } from '../../protocol/answers/answer.ts';
import type { FieldOrder, Order } from '../../protocol/answers/page.ts';
import { validTime } from '../columns/recordTable.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { Precedence } from '../scheduling/precedence.ts';
import { BadRequest } from './badRequest.ts';
import type { Filter } from './compileFilter.ts';
import { decide, evaluate } from './evaluate.ts';
import { idReader } from '../columns/blocks.ts';
import { LruCache } from '../collections/lruCache.ts';
import type { FieldOccurrences } from './fieldOccurrences.ts';
import { fieldNamed } from './fieldNamed.ts';
import { orderByField } from './fieldOrder.ts';
import type { MatchingRows } from './matchingRows.ts';
import { timeStatePredicate } from './numericPredicate.ts';
import { QueryMemory } from './queryMemory.ts';
import type { RequestedColumn } from './requestedColumn.ts';
import { RowSet } from './rowSet.ts';
import { sharedPromise } from './sharedPromise.ts';
import { shownParts } from './shownParts.ts';
import { SnapshotFilters } from './snapshotFilters.ts';
import { TimeIndex } from './timeIndex.ts';
import { fallingOrder, inTurn, noRows, risingOrder, type OrderedRows } from './timeOrder.ts';
import { unsortedOrder, type TimeIndexing } from './unsortedOrder.ts';

/** How many results are remembered. */
const remembered = 12;
/** Of those whose rows are known by time, which take 32 times the memory. */
const rememberedTimes = 3;
const never = new AbortController().signal;

type TimeOrFileOrder = Exclude<Order, FieldOrder>;

interface ByValidity {
  readonly timed: RowSet;
  readonly untimed: OrderedRows;
}

/**
 * The rows that filters find in one snapshot. Histogram, facets and list of one filter share one result, and a result
 * is made once for each order in which it is asked for. What holds for the next snapshot too is kept in `memory`.
 */
export class Results implements MatchingRows {
  /** The log as its snapshot holds it. */
  readonly index: LogIndex;
  readonly memory: QueryMemory;
  private readonly filters: SnapshotFilters;
  private readonly found = new LruCache<Promise<RowSet>>(remembered);
  /** Those of {@link found} that are there. */
  private readonly whole = new LruCache<RowSet>(remembered);
  private readonly divided = new LruCache<Promise<ByValidity>>(remembered);
  private readonly fieldOrders = new LruCache<Promise<OrderedRows>>(rememberedTimes);
  private readonly timeIndexes = new LruCache<Promise<TimeIndex>>(rememberedTimes);
  private readonly madeTimeIndexes = new LruCache<TimeIndex>(rememberedTimes);
  private readonly precedence = new Precedence();

  /** @param memory That of earlier results of the same log. */
  constructor(index: LogIndex, memory = new QueryMemory(index)) {
    this.index = index.pinned();
    this.memory = memory;
    this.filters = new SnapshotFilters(this.index, memory);
  }

  /** The matching rows. Rejects with {@link BadRequest} if the filter is at fault. */
  matching(query: string, signal: AbortSignal): Promise<RowSet> {
    return sharedPromise(this.found, query, () => this.find(query, new CooperativeTask(signal)));
  }

  /** The rows that match as far as is known: never waits for a search through records, and begins none. */
  async soFar(query: string, signal: AbortSignal): Promise<{ readonly rows: RowSet; readonly searching: Searching | undefined }> {
    const whole = this.whole.get(query);
    if (whole !== undefined) {
      return { rows: whole, searching: undefined };
    }
    const work = new CooperativeTask(signal);
    const filter = await this.filters.compile(query, work);
    const unread = filter === undefined ? 0 : await this.filters.decideKnown(filter, work);
    if (filter === undefined || (filter.open.length === 0 && unread === 0)) {
      return { rows: await this.matching(query, signal), searching: undefined };
    }
    const { certain, open } = await decide(this.index, filter, filter.isLasting ? this.memory.found.get(query) : undefined, work);
    if (open.count === 0 && unread === 0) {
      return { rows: await this.matching(query, signal), searching: undefined };
    }
    const rows = new RowSet(certain, this.index.rows);
    if (unread > 0) {
      // Terms on the whole log come first, and decide what else is to be searched.
      return { rows, searching: { left: unread, total: filter.wholeLog.length * this.index.rows } };
    }
    const progress = this.memory.searchOf(query);
    return { rows, searching: { left: open.count, total: Math.max(progress.total, open.count) } };
  }

  occurrences(field: FieldRef, work: CooperativeTask): Promise<FieldOccurrences | undefined> {
    return this.filters.knownOccurrences(field, work);
  }

  column(field: FieldRef, signal: AbortSignal): Promise<RequestedColumn> {
    return this.memory.columns.whole(field, this.index, new CooperativeTask(signal));
  }

  /** Rows in the order of a field; `columnOf` gives the values of one that has no column of its own. */
  async byField(
    rows: RowSet,
    { field: name, descending }: FieldOrder,
    columnOf: (field: FieldRef) => Promise<RequestedColumn>,
    signal: AbortSignal,
  ): Promise<OrderedRows> {
    const { index, memory } = this;
    const field = fieldNamed(index, name);
    if (field.kind === 'named' && field.name === 'time') {
      return this.ordered(rows, descending ? 'newest' : 'oldest', signal);
    }
    // What is found about a record changes as further ones are read.
    if (field.kind === 'named' && field.name === 'finding') {
      throw new BadRequest(message('engine.noOrder', name));
    }
    const work = new CooperativeTask(signal);
    const parts = shownParts({ table: index.table, formats: index.formats, resources: memory.resources }, field);
    if (parts !== undefined) {
      return orderByField(rows, { parts, known: index.rows, isPartial: () => false }, descending, work);
    }
    const column = await columnOf(field);
    const part = { read: idReader(column.column), size: () => column.maxId, valuesOf: (id: number) => column.valuesOf(id) };
    const sorted = { parts: [part], known: Math.min(column.rows, index.rows), isPartial: (id: number) => column.isPartial(id) };
    return orderByField(rows, sorted, descending, work);
  }

  /** Rows that need not be all that match, in an order. What is found out on the way is not kept. */
  async ordered(rows: RowSet, order: TimeOrFileOrder, signal: AbortSignal): Promise<OrderedRows> {
    if (order === 'file') {
      return rows;
    }
    const { timed, untimed } = await this.divide(rows, signal);
    const indexing = {
      known: undefined,
      make: () => TimeIndex.of(this.index.table, timed, new CooperativeTask(signal)),
      prepare: () => undefined,
      precedence: this.precedence,
    };
    return this.byTime(timed, untimed, order, indexing, signal);
  }

  /** The matching rows in an order; records without a valid time are at the end of the orders by time. */
  async inOrder(query: string, order: Order, signal: AbortSignal): Promise<OrderedRows> {
    const rows = await this.matching(query, signal);
    if (order === 'file') {
      return rows;
    }
    if (typeof order === 'object') {
      const columnOf = (field: FieldRef): Promise<RequestedColumn> => this.column(field, signal);
      return sharedPromise(this.fieldOrders, JSON.stringify([query, order.field, order.descending]), () =>
        this.byField(rows, order, columnOf, signal),
      );
    }
    const { timed, untimed } = await sharedPromise(this.divided, query, () => this.divide(rows, signal));
    const make = (work: CooperativeTask): Promise<TimeIndex> =>
      sharedPromise(this.timeIndexes, query, () => this.indexTimes(query, timed, work));
    const indexing = {
      known: this.madeTimeIndexes.get(query),
      make: () => make(new CooperativeTask(signal)),
      // The results of a log that is still being read do not last.
      prepare: () => void (this.index.complete && make(new CooperativeTask(never, () => this.precedence.giveWay()))),
      precedence: this.precedence,
    };
    return this.byTime(timed, untimed, order, indexing, signal);
  }

  /** Rows with and without a valid time. */
  private async divide(rows: RowSet, signal: AbortSignal): Promise<ByValidity> {
    if (this.index.times.areValid(this.index.rows)) {
      return { timed: rows, untimed: noRows };
    }
    const withTime = await this.timed(signal);
    return { timed: rows.and(withTime), untimed: rows.without(withTime) };
  }

  /** The rows with a valid time. */
  private timed(signal: AbortSignal): Promise<RowSet> {
    // No filter is written like this.
    return sharedPromise(this.found, '(timed', () => {
      const filter = { test: timeStatePredicate(this.index.table, validTime), open: [] };
      return evaluate(this.index, filter, this.memory.timed, new CooperativeTask(signal)).then((rows) => (this.memory.timed = rows));
    });
  }

  private byTime(timed: RowSet, untimed: OrderedRows, order: TimeOrFileOrder, indexing: TimeIndexing, signal: AbortSignal): OrderedRows {
    const isNewest = order === 'newest';
    if (this.index.times.areSorted(this.index.rows)) {
      return isNewest ? fallingOrder(timed, untimed) : risingOrder(timed, untimed);
    }
    return inTurn(unsortedOrder(this.index, timed, isNewest, indexing, signal), untimed);
  }

  private async indexTimes(query: string, timed: RowSet, work: CooperativeTask): Promise<TimeIndex> {
    return this.madeTimeIndexes.set(query, await TimeIndex.of(this.index.table, timed, work));
  }

  private async find(text: string, work: CooperativeTask): Promise<RowSet> {
    const filter = await this.filters.compile(text, work);
    if (filter !== undefined) {
      await this.filters.decideWholeLog(filter, work);
    }
    const found = filter === undefined ? RowSet.all(this.index.rows) : await this.inTurn(text, filter, work);
    return this.whole.set(text, found);
  }

  /** Searches that go on at the same time would read the same records, each for itself. */
  private inTurn(text: string, filter: Filter, work: CooperativeTask): Promise<RowSet> {
    const search = (): Promise<RowSet> => this.search(text, filter, work);
    return filter.open.length === 0 ? search() : this.memory.queue.run(search);
  }

  private async search(text: string, filter: Filter, work: CooperativeTask): Promise<RowSet> {
    const progress = filter.open.length === 0 ? undefined : this.memory.searchOf(text);
    if (!filter.isLasting) {
      return evaluate(this.index, filter, undefined, work, progress);
    }
    const found = await evaluate(this.index, filter, this.memory.found.get(text), work, progress);
    if (found.total > (this.memory.found.get(text)?.total ?? 0)) {
      this.memory.found.set(text, found);
    }
    return found;
  }
}
