import { compileQuery } from '../../core/query/compileQuery.ts';
import { parseQuery } from '../../core/query/parseQuery.ts';
import { positionedMessage, type QueryError } from '../../core/query/queryError.ts';
import type { Order } from '../../protocol/answers.ts';
import { say } from '../../protocol/say.ts';
import { validTime } from '../columns/recordTable.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { visitRecords } from '../index/recordTexts.ts';
import { compileRowTest, unknown, yes } from './rowTest.ts';
import { valuesOfRow } from './valuesOfRow.ts';

/** A request that cannot be answered as it was asked: one sentence for whoever asked. */
export class BadRequest extends Error {}

/** How many results are remembered. */
const remembered = 12;

/**
 * The rows that filters find in one snapshot. Histogram, facets and list of one filter share one result, and a result
 * is made once for each order in which it is asked for.
 */
export class Results {
  /** The log as its snapshot holds it. */
  readonly index: LogIndex;
  private readonly rows = new Map<string, Promise<Uint32Array>>();
  private readonly ordered = new Map<string, Uint32Array>();

  constructor(index: LogIndex) {
    this.index = index.pinned();
  }

  /** The matching rows in file order. Throws {@link BadRequest} if the filter is at fault. */
  async matching(query: string, signal: AbortSignal): Promise<Uint32Array> {
    const known = this.rows.get(query);
    if (known !== undefined) {
      return known;
    }
    const made = this.find(query, signal);
    this.rows.set(query, made);
    if (this.rows.size > remembered) {
      this.rows.delete(this.rows.keys().next().value!);
    }
    // A cancelled or failed search must not answer the next one.
    made.catch(() => this.rows.delete(query));
    return made;
  }

  /** The matching rows in an order; records without a valid time stand at the end of the orders by time. */
  async inOrder(query: string, order: Order, signal: AbortSignal): Promise<Uint32Array> {
    const rows = await this.matching(query, signal);
    if (order === 'file') {
      return rows;
    }
    const key = `${order} ${query}`;
    const known = this.ordered.get(key);
    if (known !== undefined) {
      return known;
    }
    const sorted = this.sort(rows, order);
    this.ordered.set(key, sorted);
    if (this.ordered.size > remembered) {
      this.ordered.delete(this.ordered.keys().next().value!);
    }
    return sorted;
  }

  private async find(text: string, signal: AbortSignal): Promise<Uint32Array> {
    const { index } = this;
    const parsed = parseQuery(text);
    if (!parsed.ok) {
      throw badQuery(parsed.error);
    }
    const total = index.rows;
    if (parsed.query.kind === 'all') {
      return Uint32Array.from({ length: total }, (_, row) => row);
    }
    const test = compileRowTest(parsed.query, index, {});
    const slowTest = compileQuery(parsed.query, {});
    if (typeof test !== 'function' || typeof slowTest !== 'function') {
      throw badQuery((typeof test === 'function' ? slowTest : test) as QueryError);
    }
    const found = new Uint32Array(total);
    const doubtful: number[] = [];
    let count = 0;
    for (let row = 0; row < total; row++) {
      const verdict = test(row);
      if (verdict === yes) {
        found[count++] = row;
      } else if (verdict === unknown) {
        doubtful.push(row);
      }
    }
    if (doubtful.length > 0) {
      await visitRecords(index, Uint32Array.from(doubtful), signal, (row, bytes) => {
        if (slowTest(valuesOfRow(index, row, bytes))) {
          found[count++] = row;
        }
      });
      return found.slice(0, count).sort();
    }
    return found.slice(0, count);
  }

  private sort(rows: Uint32Array, order: Order): Uint32Array {
    const { table } = this.index;
    const timed = rows.filter((row) => table.timeState.data[row] === validTime);
    const untimed = rows.filter((row) => table.timeState.data[row] !== validTime);
    timed.sort((left, right) => table.compareTimes(left, right) || left - right);
    if (order === 'newest') {
      timed.reverse();
    }
    const all = new Uint32Array(rows.length);
    all.set(timed);
    all.set(untimed, timed.length);
    return all;
  }
}

function badQuery(error: QueryError): BadRequest {
  return new BadRequest(say(positionedMessage(error)));
}
