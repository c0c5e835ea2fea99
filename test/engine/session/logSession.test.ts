import { describe, expect, it } from 'vitest';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { BytesSource } from '../../../src/engine/sources/bytesSource.ts';
import type { LogSource } from '../../../src/core/reading/source.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import { openLog } from '../openLog.ts';

const never = new AbortController().signal;

/** A source whose large reads wait until they are let go; single records are read at once. */
class SlowSource implements LogSource {
  readonly name = 'slow';
  closed = 0;
  private isFree = false;
  private readonly waiting: (() => void)[] = [];
  private notify: () => void = () => undefined;
  private readonly bytes: Uint8Array;

  constructor(text: string) {
    this.bytes = new TextEncoder().encode(text);
  }

  open(): Promise<number> {
    return Promise.resolve(this.bytes.length);
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    if (length > 10_000 && !this.isFree) {
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
        this.notify();
      });
    }
    return this.bytes.slice(offset, offset + Math.min(length, 100_000));
  }

  close(): Promise<void> {
    this.closed++;
    return Promise.resolve();
  }

  /** From now on nothing waits. */
  free(): void {
    this.isFree = true;
    this.waiting.splice(0).forEach((resolve) => resolve());
  }

  /** Resolves when a read waits: what was read before has been taken up. */
  async asked(): Promise<void> {
    if (this.waiting.length === 0) {
      await new Promise<void>((resolve) => (this.notify = resolve));
    }
  }

  async letGo(): Promise<void> {
    await this.asked();
    this.waiting.shift()!();
  }
}

const line = `{"operationName":"SetCurrentPolicy","auditEventCategory":[],"env_time":"2020-11-23T18:23:29Z"}\n`;

/** Content that is closed once it is let go, and refuses to be read from the beginning of that on, as a file does. */
class ClosingSource extends BytesSource {
  isOpen = true;
  letGo: () => void = () => undefined;
  private readonly goes = new Promise<void>((resolve) => {
    this.letGo = resolve;
  });

  override read(offset: number, length: number): Promise<Uint8Array> {
    return this.isOpen ? super.read(offset, length) : Promise.reject(new Error('It is closed.'));
  }

  override async close(): Promise<void> {
    this.isOpen = false;
    await this.goes;
    await super.close();
  }
}

describe('a session', () => {
  it('tells whole, numbered snapshots while it reads', async () => {
    const snapshots: Snapshot[] = [];
    // The clock stands: only the first piece is told of while the others are read.
    const session = new LogSession(
      (snapshot) => snapshots.push(snapshot),
      nodeCompression,
      undefined,
      undefined,
      () => 0,
    );
    const source = new SlowSource(line.repeat(5000));
    const reading = session.read([source]);
    await source.letGo();
    await source.asked();
    expect(snapshots).toHaveLength(1);
    expect(snapshots[0]).toMatchObject({ snapshot: 1, complete: false, isAuditLog: true, bytesTotal: line.length * 5000 });
    const page = session.request('page', { query: '', order: 'file', from: { at: 0 }, count: 0 }, never);
    await source.letGo();
    await source.asked();
    const timeline = session.request('timeline', { query: '', width: 1 }, never);
    await expect(timeline).resolves.toMatchObject({ status: 'ok', answer: { snapshot: 1, total: snapshots[0]!.records } });
    await expect(page).resolves.toMatchObject({ status: 'ok', answer: { snapshot: 1, total: snapshots[0]!.records } });
    source.free();
    await reading;
    expect(snapshots.at(-1)).toMatchObject({ complete: true, records: 5000 });
    expect(snapshots.map(({ snapshot }) => snapshot)).toEqual(snapshots.map((_, index) => index + 1));
    await session.close();
    expect(source.closed).toBe(1);
  });

  it('tells snapshots while it compares records, with what it finds between them at the end', async () => {
    const snapshots: Snapshot[] = [];
    let time = 0;
    const session = new LogSession(
      (snapshot) => snapshots.push(snapshot),
      nodeCompression,
      undefined,
      undefined,
      () => (time += 20),
    );
    const records = 3000;
    // Each number occurs twice.
    const text = Array.from({ length: records }, (_, row) => `{"env_epoch":"E","env_seqNum":${row >> 1},"env_cv":"${row}"}\n`).join('');
    await session.read([new BytesSource('log.ndjson', new TextEncoder().encode(text))]);
    const comparing = snapshots.filter(({ bytesRead, complete }) => bytesRead === text.length && !complete);
    expect(comparing.length).toBeGreaterThan(1);
    const { findings: before } = comparing[0]!;
    expect(comparing.every(({ findings, records: read }) => read === records && findings.error === before.error)).toBe(true);
    expect(snapshots.at(-1)).toMatchObject({ complete: true, records });
    expect(snapshots.at(-1)!.findings).not.toEqual(before);
    expect(snapshots.map(({ snapshot }) => snapshot)).toEqual(snapshots.map((_, index) => index + 1));
  });

  it('reads anew, and goes on numbering', async () => {
    const snapshots: Snapshot[] = [];
    const session = new LogSession((snapshot) => snapshots.push(snapshot), nodeCompression);
    await session.read([new BytesSource('a', new TextEncoder().encode(line))]);
    const before = snapshots.at(-1)!.snapshot;
    await session.read([new BytesSource('a', new TextEncoder().encode(line + line))]);
    expect(snapshots.at(-1)).toMatchObject({ complete: true, records: 2 });
    expect(snapshots.at(-1)!.snapshot).toBeGreaterThan(before);
  });

  it('abandons a reading that is replaced', async () => {
    const snapshots: Snapshot[] = [];
    const session = new LogSession((snapshot) => snapshots.push(snapshot), nodeCompression);
    const slow = new SlowSource(line.repeat(5000));
    const first = session.read([slow]);
    await slow.letGo();
    const second = session.read([new BytesSource('b', new TextEncoder().encode(line))]);
    slow.free();
    await Promise.all([first, second]);
    expect(snapshots.at(-1)).toMatchObject({ complete: true, records: 1 });
    expect(slow.closed).toBe(1);
  });

  it('has what was asked before asked again where its source is closed meanwhile', async () => {
    const source = new ClosingSource('log.ndjson', new TextEncoder().encode(line.repeat(3)));
    const session = new LogSession(() => undefined, nodeCompression);
    await session.read([source]);
    const reading = session.read([new BytesSource('log.ndjson', new TextEncoder().encode(line))]);
    // What reads the record comes after the source was closed.
    const asked = session.request('record', { ref: { source: 0, index: 2 } }, never);
    source.isOpen = false;
    expect(await asked).toEqual({ status: 'restarted' });
    source.letGo();
    await reading;
    expect(await session.request('record', { ref: { source: 0, index: 0 } }, never)).toMatchObject({ status: 'ok' });
  });

  it('ends every request: cancelled, closed, or at fault', async () => {
    const { session } = await openLog(line.repeat(10));
    const aborted = new AbortController();
    aborted.abort();
    expect(await session.request('summary', { query: '', top: 1 }, aborted.signal)).toEqual({ status: 'cancelled' });
    expect(await session.request('summary', { query: 'nope:1', top: 1 }, never)).toMatchObject({ status: 'error' });
    expect(await session.request('facets', { query: '', field: 'nope', limit: 1 }, never)).toMatchObject({ status: 'error' });
    await session.close();
    expect(await session.request('summary', { query: '', top: 1 }, never)).toEqual({ status: 'closed' });
  });

  it('lets one request be cancelled while another waits for the same search', async () => {
    const { session } = await openLog(line.repeat(20_000));
    const controller = new AbortController();
    const params = { query: 'text:policy', order: 'file', from: { at: 0 }, count: 1 } as const;
    const first = session.request('page', params, controller.signal);
    const second = session.request('page', params, never);
    controller.abort();
    expect((await first).status).toBe('cancelled');
    expect(await second).toMatchObject({ status: 'ok', answer: { matching: 20_000 } });
  });

  it('tells in one sentence what is no log', async () => {
    const { last } = await openLog('hello\n');
    expect(last).toMatchObject({ complete: true, records: 0, problem: { code: 'reading.text' } });
  });

  it('takes an empty source for a log of no records', async () => {
    const { last } = await openLog('');
    expect(last).toMatchObject({ complete: true, records: 0, problem: null });
  });
});
