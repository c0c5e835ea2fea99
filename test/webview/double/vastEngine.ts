import type { Coverage } from '../../../src/protocol/answers/coverage.ts';
import type { FacetValue } from '../../../src/protocol/answers/facets.ts';
import type { Page, Row } from '../../../src/protocol/answers/page.ts';
import type { RecordDetail } from '../../../src/protocol/answers/record.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import type { Timeline } from '../../../src/protocol/answers/timeline.ts';
import type { Responder, Outcome, RequestName, Requests } from '../../../src/protocol/requests.ts';
import { inventedRecord, type Json } from './inventedRecords.ts';
import { ndjson, RealLog } from '../realLog.ts';

/** From one record to the next: further apart than records that may have been logged twice. */
const seconds = 2;
const ticksApart = BigInt(seconds) * 10_000_000n;
const start = Date.UTC(2020, 10, 2, 6);
const never = new AbortController().signal;

/** A record of the vast log. All lines are equally long. */
export function vastRecord(index: number): Json {
  return {
    ...inventedRecord(0),
    env_time: new Date(start + index * seconds * 1000).toISOString(),
    env_seqNum: 10_000_000_000 + index,
  };
}

/**
 * A log of any number of records that are made up when they are looked at. Answers, without a filter, what the page asks while
 * it shows the list of records, from what the real engine says of one record; everything else is an error. A test holds its
 * answers against those of the real engine.
 */
export class VastEngine implements Responder {
  readonly snapshot: Snapshot;
  readonly #records: number;
  readonly #one: RealLog;
  readonly #row: Row;
  readonly #firstTicks: bigint;

  private constructor(records: number, one: RealLog, row: Row) {
    this.#records = records;
    this.#one = one;
    this.#row = row;
    this.#firstTicks = BigInt(row.time!.ticks);
    const bytes = records * lineLength();
    const source = one.snapshot.sources[0]!;
    this.snapshot = {
      ...one.snapshot,
      records,
      bytesRead: bytes,
      bytesTotal: bytes,
      last: this.#rowAt(records - 1).time,
      // One record alone is an object; several are lines.
      sources: [{ ...source, container: records === 1 ? source.container : 'ndjson', records, bytes, decodedBytes: bytes }],
    };
  }

  /** At least one record. */
  static async of(records: number): Promise<VastEngine> {
    const one = await RealLog.open([vastRecord(0)]);
    const { rows } = await answerOf(one, 'page', { query: '', order: 'file', from: { at: 0 }, count: 1 });
    return new VastEngine(records, one, rows[0]!);
  }

  async request<Name extends RequestName>(
    name: Name,
    params: Requests[Name]['params'],
    signal: AbortSignal,
  ): Promise<Outcome<Requests[Name]['answer']>> {
    type Answers = { readonly [Each in RequestName]?: (given: Requests[Each]['params']) => Promise<Requests[Each]['answer']> };
    const answers: Answers = {
      page: (given) => Promise.resolve(this.#page(given)),
      occurrences: () => Promise.resolve({ snapshot: this.snapshot.snapshot, values: [] }),
      stateChanges: () => Promise.resolve({ snapshot: this.snapshot.snapshot, changes: [], total: 0 }),
      record: ({ ref }) => this.#record(ref.index),
      timeline: (given) => Promise.resolve(this.#timeline(given)),
      outliers: (given) => answerOf(this.#one, 'outliers', given),
      findings: (given) => answerOf(this.#one, 'findings', given),
      facets: (given) => this.#facets(given),
      coverage: (given) => this.#coverage(given),
      formats: (given) => this.#formats(given),
    };
    const answer = answers[name];
    const isOther =
      ('query' in params && params.query !== '') || ('field' in params && params.field !== 'resultGroup') || 'lanesBy' in params;
    return signal.aborted
      ? { status: 'cancelled' }
      : answer === undefined || isOther
        ? { status: 'error', message: { code: 'engine.failed', args: [`a vast log does not answer ${name} ${JSON.stringify(params)}`] } }
        : { status: 'ok', answer: await answer(params) };
  }

  #rowAt(index: number): Row {
    const ticks = String(this.#firstTicks + BigInt(index) * ticksApart);
    return {
      ...this.#row,
      ref: { source: 0, index },
      line: index + 1,
      time: { text: String(vastRecord(index)['env_time']), ticks },
    };
  }

  #page({ order, from, count }: Requests['page']['params']): Page {
    const total = this.#records;
    const inOrder = (position: number): number => (order === 'newest' ? total - 1 - position : position);
    const found = 'around' in from ? inOrder(from.around.index) : null;
    const at = 'at' in from ? from.at : Math.max(0, Math.min(found! - Math.floor(count / 2), total - count));
    const rows = Array.from({ length: Math.max(0, Math.min(count, total - at)) }, (_, offset) => this.#rowAt(inOrder(at + offset)));
    return { snapshot: this.snapshot.snapshot, at, rows, matching: total, total, found };
  }

  /** The real engine tells of the record as if it were the only one; it stands further down. */
  async #record(index: number): Promise<RecordDetail> {
    const alone = await RealLog.open([vastRecord(index)]);
    const detail = await answerOf(alone, 'record', { ref: { source: 0, index: 0 } });
    return { ...detail, row: this.#rowAt(index), byteOffset: index * lineLength() };
  }

  #timeline({ range, width }: Requests['timeline']['params']): Timeline {
    const [from, to] = range?.map(BigInt) ?? [this.#firstTicks, this.#firstTicks + BigInt(this.#records - 1) * ticksApart + 1n];
    const bucket = ceilingDivide(to! - from!, BigInt(width));
    const count = Number(ceilingDivide(to! - from!, bucket));
    const before = (ticks: bigint): number => {
      const records = ticks <= this.#firstTicks ? 0n : ceilingDivide((ticks < to! ? ticks : to!) - this.#firstTicks, ticksApart);
      return Number(records < this.#records ? records : this.#records);
    };
    const counts = Array.from({ length: count }, (_, index) => {
      const left = from! + BigInt(index) * bucket;
      return before(left + bucket) - before(left);
    });
    const none = counts.map(() => 0);
    return {
      snapshot: this.snapshot.snapshot,
      from: String(from),
      to: String(from! + bucket * BigInt(count)),
      bucket: String(bucket),
      groups: { success: none, clientError: none, failure: none, other: none, [this.#row.group]: counts },
      matching: this.#records,
      untimed: 0,
      total: this.#records,
    };
  }

  /** All records have the same result. */
  async #formats(params: Requests['formats']['params']): Promise<Requests['formats']['answer']> {
    const found = await answerOf(this.#one, 'formats', params);
    return { ...found, formats: found.formats.map((format) => ({ ...format, count: this.#records })) };
  }

  async #facets(params: Requests['facets']['params']): Promise<Requests['facets']['answer']> {
    const facets = await answerOf(this.#one, 'facets', params);
    const many = ({ value, count, groups }: FacetValue): FacetValue => ({
      value,
      count: count * this.#records,
      groups: { ...groups, [this.#row.group]: groups[this.#row.group] * this.#records },
    });
    return { ...facets, values: facets.values.map(many), matching: this.#records };
  }

  async #coverage(params: Requests['coverage']['params']): Promise<Coverage> {
    const coverage = await answerOf(this.#one, 'coverage', params);
    const last = { last: String(vastRecord(this.#records - 1)['env_seqNum']), toTicks: this.snapshot.last!.ticks };
    const epochs = coverage.epochs.map((epoch) => ({ ...epoch, ...last, seen: this.#records }));
    return { ...coverage, seen: this.#records, epochs };
  }
}

function lineLength(): number {
  return ndjson([vastRecord(0)]).length;
}

/** Of numbers from 0; the divisor from 1. */
function ceilingDivide(number: bigint, by: bigint): bigint {
  return (number + by - 1n) / by;
}

async function answerOf<Name extends RequestName>(
  engine: Responder,
  name: Name,
  params: Requests[Name]['params'],
): Promise<Requests[Name]['answer']> {
  const outcome = await engine.request(name, params, never);
  if (outcome.status !== 'ok') {
    throw new Error(`the engine answers ${name} with ${outcome.status}`);
  }
  return outcome.answer;
}
