import { describe, expect, it } from 'vitest';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import type { LogSource } from '../../../src/core/reading/source.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';

const never = new AbortController().signal;

/** A source that is read up to a place and no farther until it is let go, and that notes what is read of it meanwhile. */
class HeldSource implements LogSource {
  readonly name = 'held';
  /** Where each reading of bytes that had been read before began. */
  readonly again: number[] = [];
  private readTo = 0;
  private letGo: () => void = () => undefined;
  private readonly held = new Promise<void>((resolve) => (this.letGo = resolve));
  private bytes: Uint8Array;
  private readonly hold: number;

  constructor(text: string, hold: number) {
    this.bytes = new TextEncoder().encode(text);
    this.hold = hold;
  }

  open(): Promise<number> {
    return Promise.resolve(this.bytes.length);
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    if (offset < this.readTo) {
      this.again.push(offset);
    } else if (offset + length > this.hold) {
      await this.held;
    }
    this.readTo = Math.max(this.readTo, offset + length);
    return this.bytes.slice(offset, offset + length);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  cut(length: number): void {
    this.bytes = this.bytes.subarray(0, length);
  }

  free(): void {
    this.letGo();
  }
}

/** Records with rising numbers; every third is called Odd. Number 1 is written twice, the second time at the end. */
const lines = Array.from(
  { length: 9000 },
  (_, index) =>
    `{"operationName":"${index % 3 === 0 ? 'Odd' : 'SetCurrentPolicy'}","env_epoch":"E","env_seqNum":${index === 8999 ? 1 : index},"more":${index % 5}}`,
);

async function open(): Promise<{ readonly session: LogSession; readonly source: HeldSource; readonly read: () => Promise<Snapshot> }> {
  const snapshots: Snapshot[] = [];
  const session = new LogSession((snapshot) => snapshots.push(snapshot), nodeCompression);
  const source = new HeldSource(lines.join('\n'), 400_000);
  const reading = session.read([source]);
  await expect.poll(() => snapshots.length).toBeGreaterThan(0);
  return {
    session,
    source,
    read: async () => {
      source.free();
      await reading;
      return snapshots.at(-1)!;
    },
  };
}

describe('while a log is being read', () => {
  it.each(['text:odd', 'key.more:3', '-text:odd key.more:(1, 2)', 'operation:Odd'])(
    'a filter goes on from what it has found: %s',
    async (query) => {
      const { session, source, read } = await open();
      const ask = async () => session.request('page', { query, order: 'file', from: { at: 0 }, count: 0 }, never);
      const first = await ask();
      expect(first).toMatchObject({ status: 'ok' });
      const last = await read();
      source.again.length = 0;
      const second = await ask();
      const total = first.status === 'ok' ? first.answer.total : 0;
      expect(total).toBeLessThan(9000);
      const rows = lines.flatMap((line, row) => (matches[query]!(line) ? [row] : []));
      expect(first).toMatchObject({ answer: { matching: rows.filter((row) => row < total).length } });
      expect(second).toMatchObject({ answer: { snapshot: last.snapshot, total: 9000, matching: rows.length } });
      // No record that was decided for the first answer is read for the second.
      const decided = lines.slice(0, total).join('\n').length;
      expect(source.again.filter((offset) => offset < decided)).toEqual([]);
      await session.close();
    },
  );

  it('a filter of findings is decided anew, as later records tell of earlier ones', async () => {
    const { session, read } = await open();
    const ask = async (query: string) => session.request('page', { query, order: 'file', from: { at: 0 }, count: 10 }, never);
    expect(await ask('finding:sequence.*')).toMatchObject({ answer: { matching: 0 } });
    await read();
    expect(await ask('finding:sequence.*')).toMatchObject({ answer: { matching: 1, rows: [{ ref: { index: 8999 } }] } });
    await session.close();
  });

  it.each([
    ['rare(epoch, 5000)', true, false],
    ['count(operation)>5000', false, true],
    ['rare(key.more, 1000)', true, false],
  ])('a filter on the whole log is decided anew, as counts grow: %s', async (query, before, after) => {
    const { session, read } = await open();
    const ask = async () => session.request('page', { query, order: 'file', from: { at: 0 }, count: 0 }, never);
    const first = await ask();
    const total = first.status === 'ok' ? first.answer.total : 0;
    expect(first).toMatchObject({ answer: { matching: before ? total : 0 } });
    await read();
    const second = await ask();
    expect(second).toMatchObject({ answer: { total: 9000 } });
    expect(second.status === 'ok' && second.answer.matching > 0).toBe(after);
    await session.close();
  });

  it('histogram, facets and list of one snapshot agree', async () => {
    const { session, read } = await open();
    const params = { query: 'text:odd' };
    const [page, facets, timeline] = await Promise.all([
      session.request('page', { ...params, order: 'file', from: { at: 0 }, count: 0 }, never),
      session.request('facets', { ...params, field: 'operation', limit: 10 }, never),
      session.request('timeline', { ...params, width: 10 }, never),
    ]);
    expect(page).toMatchObject({ status: 'ok' });
    const { snapshot, matching } = page.status === 'ok' ? page.answer : { snapshot: 0, matching: 0 };
    expect(facets).toMatchObject({ answer: { snapshot, matching, values: [{ value: 'Odd', count: matching }] } });
    expect(timeline).toMatchObject({ answer: { snapshot, matching, untimed: matching } });
    await read();
    await session.close();
  });
});

const matches: Readonly<Record<string, (line: string) => boolean>> = {
  'text:odd': (line) => line.includes('Odd'),
  'key.more:3': (line) => line.endsWith('"more":3}'),
  '-text:odd key.more:(1, 2)': (line) => !line.includes('Odd') && /"more":[12]\}/.test(line),
  'operation:Odd': (line) => line.includes('Odd'),
};

it('says so when a log has become shorter since it was read', async () => {
  const { session, source, read } = await open();
  await read();
  source.cut(1000);
  for (const query of ['text:odd', 'key.more:3']) {
    expect(await session.request('page', { query, order: 'file', from: { at: 0 }, count: 1 }, never)).toEqual({
      status: 'error',
      message: { code: 'reading.changed', args: ['held'] },
    });
  }
  await session.close();
});
