import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLong } from '../../../scripts/isLong.ts';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import type { Order } from '../../../src/protocol/answers/page.ts';
import { RowCache } from '../../../webview/records/rowCache.ts';
import { ChangingFile } from '../../engine/session/changingFile.ts';
import { HeldAnswers } from '../double/heldAnswers.ts';

const orders: readonly Order[] = ['file', 'oldest', 'newest'];
const records = 1000;
/** Around the borders of the chunks in which rows are fetched, and some in between; all of them in the long run. */
const lengthsAround = Array.from({ length: records + 1 }, (_, length) => length).filter(
  (length) => isLong || length % 19 === 0 || (length + 2) % 128 < 5,
);
/** Rows that are in view at a time: the windows end within chunks and at their borders. */
const viewport = 48;

/** Minutes of each record, out of order, several at one time; undefined without a valid time. */
const minutes = Array.from({ length: records }, (_, index) => (index % 97 === 13 ? undefined : (index * 389) % 701));
const targetResourceName = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Attestation/attestationProviders/contoso';
const lines = minutes.map((minute, index) =>
  JSON.stringify({
    operationName: 'SetCurrentPolicy',
    resultType: 'Success',
    targetResources: [{ targetResourceType: 'ResourceId', targetResourceName }],
    env_time: minute === undefined ? 'yesterday' : new Date(Date.UTC(2020, 10, 2) + minute * 60_000).toISOString(),
    env_seqNum: index,
  }),
);

function linesFrom(from: number, to: number): string {
  return lines
    .slice(from, to)
    .map((line) => `${line}\n`)
    .join('');
}

/** The numbers of the first records of the log in an order: records of one time as in the file, or in reverse; untimed ones last. */
function expected(count: number, order: Order): readonly number[] {
  const numbers = Array.from({ length: count }, (_, index) => index);
  if (order === 'file') {
    return numbers;
  }
  const timed = numbers.filter((index) => minutes[index] !== undefined);
  timed.sort((left, right) => minutes[left]! - minutes[right]! || left - right);
  return [...(order === 'newest' ? timed.toReversed() : timed), ...numbers.filter((index) => minutes[index] === undefined)];
}

/** A list as the page has one: whenever an answer comes, it says again what is in view. */
class ScrolledList {
  readonly cache: RowCache;
  readonly #engine: HeldAnswers;
  #first = 0;
  #snapshot = 0;

  constructor(engine: HeldAnswers, query: string, order: Order) {
    this.#engine = engine;
    this.cache = new RowCache(engine, query, order, () => this.#want());
  }

  show(first: number, snapshot: number): void {
    this.#first = first;
    this.#snapshot = snapshot;
    this.#want();
  }

  /** Scrolls from the beginning to the end, and looks at each row. */
  async everyRow(snapshot: number): Promise<readonly (number | undefined)[]> {
    const seen: (number | undefined)[] = [];
    let first = 0;
    do {
      this.show(first, snapshot);
      await this.#engine.allAnswered();
      for (let position = first; position < Math.min(this.cache.matching!, first + viewport); position++) {
        seen.push(this.cache.row(position, snapshot)?.ref.index);
      }
      first += viewport;
    } while (first < this.cache.matching!);
    return seen;
  }

  #want(): void {
    const { matching = 0 } = this.cache;
    const first = Math.min(this.#first, Math.max(0, matching - 1));
    this.cache.want(first, Math.min(matching, first + viewport), this.#snapshot);
  }
}

interface Opened {
  readonly session: LogSession;
  /** Number of the newest snapshot. */
  readonly snapshot: () => number;
  /** Writes more of the log and reads it. */
  readonly growTo: (length: number) => Promise<void>;
}

async function open(length: number): Promise<Opened> {
  const file = new ChangingFile(linesFrom(0, length));
  let written = length;
  let snapshot = 0;
  const session = new LogSession((reported) => (snapshot = reported.snapshot), nodeCompression);
  await session.read([file.source()]);
  return {
    session,
    snapshot: () => snapshot,
    growTo: async (next) => {
      file.append(linesFrom(written, next));
      written = next;
      await session.follow([file.source()]);
    },
  };
}

describe('the rows of a list', () => {
  let log: Opened;
  beforeAll(async () => {
    log = await open(records);
  });
  afterAll(() => log.session.close());

  it.each(orders)(
    'are each record once, however many there are: %s',
    async (order) => {
      const engine = new HeldAnswers(log.session);
      for (const length of lengthsAround) {
        // No record has a number below 0, and a filter that says so is refused.
        const list = new ScrolledList(engine, length === 0 ? '-record>=0' : `record<${length}`, order);
        const seen = await list.everyRow(log.snapshot());
        expect(list.cache.matching).toBe(length);
        expect(seen.join()).toBe(expected(length, order).join());
      }
    },
    60_000,
  );

  it.each(orders)('are none behind the end: %s', async (order) => {
    const engine = new HeldAnswers(log.session);
    const list = new ScrolledList(engine, 'record<130', order);
    await list.everyRow(log.snapshot());
    expect([129, 130, 131, 255, 256, 1000].map((position) => list.cache.row(position) !== undefined)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('the rows of a list whose log grows', () => {
  const lengths = [0, 1, 50, 127, 128, 129, 200, 255, 256, 257, 300, 384, 450, 511, 513, 640, 700, 895, 897, 999, 1000];

  it.each(orders)('are those of the log as it is, whatever was shown before: %s', async (order) => {
    const grown = await open(lengths[0]!);
    const engine = new HeldAnswers(grown.session);
    const list = new ScrolledList(engine, '', order);
    for (const length of lengths) {
      await grown.growTo(length);
      const seen = await list.everyRow(grown.snapshot());
      expect(list.cache.matching).toBe(length);
      expect(seen.join()).toBe(expected(length, order).join());
    }
    await grown.session.close();
  });

  it.each(orders)('are those of the log as it is where answers of before come after it has grown: %s', async (order) => {
    const grown = await open(1);
    const engine = new HeldAnswers(grown.session);
    const list = new ScrolledList(engine, '', order);
    for (const length of lengths.slice(2)) {
      const release = engine.hold();
      list.show(0, grown.snapshot());
      await engine.allMade();
      await grown.growTo(length);
      // A chunk that was not asked for yet is answered from the new snapshot, before the held ones.
      list.show(Math.max(0, length - 1), grown.snapshot());
      release();
      await engine.allAnswered();
      expect(list.cache.matching).toBe(length);
      expect(list.cache.row(length - 1, grown.snapshot())?.ref.index).toBe(expected(length, order).at(-1));
      const seen = await list.everyRow(grown.snapshot());
      expect(seen.join()).toBe(expected(length, order).join());
    }
    await grown.session.close();
  });

  it('are as many as the newest answer says, though an older one comes later', async () => {
    const grown = await open(300);
    const engine = new HeldAnswers(grown.session);
    const cache = new RowCache(engine, '', 'file', () => undefined);
    const before = grown.snapshot();
    const release = engine.hold();
    cache.want(0, 200, before);
    await engine.allMade();
    await grown.growTo(400);
    engine.letPass();
    cache.want(0, 300, before);
    await expect.poll(() => cache.matching).toBe(400);
    release();
    await engine.allAnswered();
    expect([cache.matching, cache.row(0)?.ref.index, cache.row(299)?.ref.index]).toEqual([400, 0, 299]);
    await grown.session.close();
  });
});
