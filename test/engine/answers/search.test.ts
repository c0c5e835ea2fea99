import { afterEach, describe, expect, it } from 'vitest';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { BytesSource } from '../../../src/engine/sources/bytesSource.ts';
import type { RequestName, Requests } from '../../../src/protocol/requests.ts';

const records = 36_000;
/** One record in a thousand holds the word; each has a number of its own. */
const log = Array.from({ length: records }, (_, row) =>
  JSON.stringify({
    operationName: row % 2 === 0 ? 'aaa' : 'bbb',
    resultDescription: row % 1000 === 7 ? 'a needle lies here' : 'hay',
    detail: { number: row % 10 },
    env_time: new Date(1_600_000_000_000 + ((row * 7919) % records) * 1000).toISOString(),
  }),
).join('\n');
const slow = 'text:needle';

/** Counts the bytes that are read, and acts before each read. */
class CountedSource extends BytesSource {
  bytesRead = 0;
  beforeRead: () => void | Promise<void> = () => undefined;

  override async read(offset: number, length: number): Promise<Uint8Array> {
    await this.beforeRead();
    this.bytesRead += length;
    return super.read(offset, length);
  }
}

describe('a search through records', () => {
  let session: LogSession;
  afterEach(() => session.close());

  async function open(): Promise<CountedSource> {
    session = new LogSession(() => undefined, nodeCompression);
    const source = new CountedSource('log.ndjson', new TextEncoder().encode(log));
    await session.read([source]);
    source.bytesRead = 0;
    return source;
  }

  async function ask<Name extends RequestName>(name: Name, params: Requests[Name]['params']): Promise<Requests[Name]['answer']> {
    const outcome = await session.request(name, params, new AbortController().signal);
    if (outcome.status !== 'ok') {
      throw new Error(outcome.status);
    }
    return outcome.answer;
  }

  const pageSoFar = (query: string, order: 'file' | 'newest' = 'file') =>
    ask('page', { query, order, from: { at: 0 }, count: 1000, soFar: true });

  it('is not begun by answers that do not wait for it', async () => {
    const source = await open();
    const page = await pageSoFar(slow);
    expect([page.rows, page.matching, page.searching]).toEqual([[], 0, { left: records, total: records }]);
    expect(source.bytesRead).toBe(0);
  });

  it('shows what it has found so far, and how far it is', async () => {
    const source = await open();
    const states: (readonly [matching: number, left: number, rows: readonly number[]])[] = [];
    let isLooking = false;
    source.beforeRead = async () => {
      // Rows are read as well.
      if (!isLooking) {
        isLooking = true;
        const { matching, searching, rows } = await pageSoFar(slow);
        states.push([matching, searching!.left, rows.map(({ ref }) => ref.index)]);
        isLooking = false;
      }
    };
    expect((await ask('search', { query: slow })).matching).toBe(records / 1000);
    expect(states.map(([, left]) => left)).toEqual(states.map(([, left]) => left).toSorted((one, other) => other - one));
    expect(states.some(([matching, left]) => matching > 0 && left > 0)).toBe(true);
    for (const [matching, , rows] of states) {
      expect(rows).toEqual(Array.from({ length: matching }, (_, found) => found * 1000 + 7));
    }
    source.beforeRead = () => undefined;
    const last = await pageSoFar(slow);
    expect([last.matching, last.searching]).toEqual([records / 1000, undefined]);
  });

  it('stops reading when it is cancelled, and goes on from there', async () => {
    const source = await open();
    const controller = new AbortController();
    let atAbort = -1;
    source.beforeRead = () => {
      if (atAbort === -1 && source.bytesRead > log.length / 2) {
        controller.abort();
        atAbort = source.bytesRead;
      }
    };
    expect(await session.request('search', { query: slow }, controller.signal)).toEqual({ status: 'cancelled' });
    expect(source.bytesRead - atAbort).toBeLessThan(1024 * 1024 + 1);
    const stopped = await pageSoFar(slow);
    expect(stopped.matching).toBeGreaterThan(0);
    const { left, total } = stopped.searching!;
    expect(left).toBeLessThan(total * 0.7);
    expect(total).toBe(records);

    source.bytesRead = 0;
    expect((await ask('search', { query: slow })).matching).toBe(records / 1000);
    expect(source.bytesRead).toBeLessThan(log.length * 0.7);
  });

  it.each([
    slow,
    `${slow} key.detail.number:7`,
    `${slow} OR key.detail.number:3`,
    `operation:aaa -key.detail.number:4`,
    `NOT (${slow} OR key.detail.number:(1, 2))`,
    `operation:bbb ${slow}`,
  ])('never shows a record that does not match: %s', async (query) => {
    const source = await open();
    const whole = new LogSession(() => undefined, nodeCompression);
    await whole.read([new BytesSource('log.ndjson', new TextEncoder().encode(log))]);
    const all = await whole.request('search', { query }, new AbortController().signal);
    const expected = all.status === 'ok' ? all.answer.matching : -1;
    let reads = 0;
    const controller = new AbortController();
    source.beforeRead = () => {
      if (++reads % 3 === 0) {
        controller.abort();
      }
    };
    await session.request('search', { query }, controller.signal);
    const page = await pageSoFar(query, 'newest');
    const timeline = await ask('timeline', { query, width: 10, soFar: true });
    const facets = await ask('facets', { query, field: 'operation', limit: 10, soFar: true });
    expect([timeline.matching, facets.matching]).toEqual([page.matching, page.matching]);
    expect(timeline.searching).toEqual(page.searching);
    const found = await whole.request('page', { query, order: 'newest', from: { at: 0 }, count: 1000 }, new AbortController().signal);
    const matching = new Set(found.status === 'ok' && found.answer.matching <= 1000 ? found.answer.rows.map(({ ref }) => ref.index) : []);
    if (matching.size > 0) {
      expect(page.rows.filter(({ ref }) => !matching.has(ref.index))).toEqual([]);
    }
    const times = page.rows.map(({ time }) => time!.ticks);
    expect(times).toEqual(times.toSorted().toReversed());
    expect((await ask('search', { query })).matching).toBe(expected);
    expect((await pageSoFar(query)).matching).toBe(expected);
    await whole.close();
  });
});
