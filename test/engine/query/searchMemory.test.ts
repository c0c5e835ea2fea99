import { describe, expect, it } from 'vitest';
import type { LogSource } from '../../../src/core/reading/source.ts';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';

const never = new AbortController().signal;

/** A source that makes an array for each reading unless it is given one, and counts the bytes of those that it makes. */
class CountingSource implements LogSource {
  readonly name = 'counted';
  made = 0;
  reads = 0;
  private readonly bytes: Uint8Array;

  constructor(text: string) {
    this.bytes = new TextEncoder().encode(text);
  }

  open(): Promise<number> {
    return Promise.resolve(this.bytes.length);
  }

  read(offset: number, length: number, into?: Uint8Array): Promise<Uint8Array> {
    const part = this.bytes.subarray(offset, offset + length);
    this.reads++;
    this.made += into === undefined ? part.length : 0;
    const target = into ?? new Uint8Array(part.length);
    target.set(part);
    return Promise.resolve(target.subarray(0, part.length));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

const line = (row: number): string => `{"operationName":"Op","key${row % 3}":"${'x'.repeat(900)}","more":${row}}`;

async function open(records: number): Promise<{ readonly session: LogSession; readonly source: CountingSource }> {
  const source = new CountingSource(Array.from({ length: records }, (_, row) => line(row)).join('\n'));
  const session = new LogSession(() => undefined, nodeCompression);
  await session.read([source]);
  source.made = source.reads = 0;
  return { session, source };
}

describe('a search in records', () => {
  it.each([
    ['text:nowhere', 1],
    ['text=nowhere', 1],
    ['text:größe', 1],
    ['text:a*b', 1],
    ['time="x"', 1],
    // Records that mention the key are decoded.
    ['key.key1:y', 2],
    ['text:nowhere OR text:xyx OR key.more:y', 4],
  ])('reads bytes into memory that it makes once: %s, times %i', async (query, times) => {
    const { session, source } = await open(9000);
    await session.request('page', { query, order: 'file', from: { at: 0 }, count: 0 }, never);
    expect(source.made).toBe(0);
    // Pieces of at most 1 MiB.
    expect(source.reads).toBe(9 * times);
    await session.close();
  });

  it('leaves out bytes far from the records that columns leave open', async () => {
    const rows = Array.from({ length: 4000 }, (_, row) => (row % 1000 === 0 ? '{"operationName":"Rare"}' : line(row)));
    const source = new CountingSource(rows.join('\n'));
    const session = new LogSession(() => undefined, nodeCompression);
    await session.read([source]);
    source.reads = 0;
    const outcome = await session.request('page', { query: 'operation:Rare text:rare', order: 'file', from: { at: 0 }, count: 0 }, never);
    expect(outcome).toMatchObject({ answer: { matching: 4 } });
    expect(source.reads).toBe(4);
    await session.close();
  });

  it('is made once for searches that go on at the same time', async () => {
    const { session, source } = await open(9000);
    const ask = (query: string) => session.request('page', { query, order: 'file', from: { at: 0 }, count: 0 }, never);
    const outcomes = await Promise.all(['text:xyx', 'text:xyx operation:Op', 'text:xyx OR operation:Other', '-text:xyx'].map(ask));
    expect(outcomes.map((outcome) => (outcome.status === 'ok' ? outcome.answer.matching : undefined))).toEqual([0, 0, 0, 9000]);
    expect(source.reads).toBe(9);
    await session.close();
  });
});
