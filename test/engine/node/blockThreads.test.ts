import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditFormat } from '../../../src/core/formats/definition/format.ts';
import type { BlockWorkers } from '../../../src/engine/parallel/blockWorkers.ts';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import { blockThreads } from '../../../src/engine/node/blockThreads.ts';
import { FileSource } from '../../../src/engine/node/fileSource.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import { everyAnswer } from '../parallel/everyAnswer.ts';

const folder = mkdtempSync(join(tmpdir(), 'audit-log-blocks-'));
const file = join(folder, 'log.ndjson');
const records = 25_000;

/** Some lines are damaged, and some end with CRLF. */
function line(number: number): string {
  const text = JSON.stringify({
    operationName: number % 3 === 0 ? 'SetCurrentPolicy' : 'CreateInstance',
    resultType: 'Success',
    callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: `someone${number % 70}@contoso.com` }],
    env_time: new Date(1_603_000_000_000 + number * 1000).toISOString(),
    env_epoch: 'E1',
    env_seqNum: number,
    env_cv: 'x'.repeat(200),
  });
  return number % 1000 === 999 ? text.slice(0, 50) : number % 2 === 0 ? text : `${text}\r`;
}

beforeAll(() => {
  writeFileSync(file, Array.from({ length: records }, (_, number) => `${line(number)}\n`).join(''));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Threads that begin at once, and leave traces. */
class SpiedThreads implements BlockWorkers {
  /** Several pieces. */
  readonly blockSize = 700 * 1024;
  readonly minRest = 1024 * 1024;
  readonly count = 2;
  readonly callerReads = false;
  readonly crashes: string[] = [];
  read = 0;
  onRead: (read: number) => void = () => undefined;

  crashed(reason: string): void {
    this.crashes.push(reason);
  }

  start(...[source, setup]: Parameters<BlockWorkers['start']>): ReturnType<BlockWorkers['start']> {
    const worker = blockThreads(() => undefined).start(source, setup);
    return (
      worker && {
        started: worker.started,
        read: async (block, from) => {
          this.onRead(++this.read);
          return worker.read(block, from);
        },
        close: () => worker.close(),
      }
    );
  }
}

async function open(threads: BlockWorkers | undefined): Promise<{ last: Snapshot; session: LogSession }> {
  let last: Snapshot | undefined;
  const session = new LogSession((snapshot) => (last = snapshot), nodeCompression, threads);
  await session.read([new FileSource('log.ndjson', file)]);
  return { last: last!, session };
}

describe('threads that read blocks', () => {
  it('make no difference to answers', async () => {
    const alone = await open(undefined);
    const wanted = await everyAnswer(alone.session);
    await alone.session.close();
    const threads = new SpiedThreads();
    const { last, session } = await open(threads);
    expect(await everyAnswer(session)).toEqual(wanted);
    await session.close();
    expect(last).toMatchObject({ complete: true, bytesRead: last.bytesTotal, records: alone.last.records });
    expect(threads.read).toBeGreaterThan(5);
    expect(threads.crashes).toEqual([]);
  });

  it('look for the formats of the session', async () => {
    const own: AuditFormat = {
      id: 'numbered',
      title: 'Numbered',
      documentation: 'https://contoso.example/numbered',
      detection: [{ path: 'number', weight: 10 }],
      time: ['at'],
      operation: ['act'],
    };
    const text = (number: number): string =>
      JSON.stringify({ number, at: 1_603_000_000 + number, act: `do ${number % 9}`, pad: 'x'.repeat(300) });
    const others = join(folder, 'numbered.ndjson');
    writeFileSync(others, Array.from({ length: records }, (_, number) => `${text(number)}\n`).join(''));
    const threads = new SpiedThreads();
    const session = new LogSession(() => undefined, nodeCompression, threads, { own: [own], without: [] });
    await session.read([new FileSource('numbered.ndjson', others)]);
    const outcome = await session.request('summary', { query: 'format:numbered operation:"do 3"', top: 1 }, new AbortController().signal);
    expect(outcome).toMatchObject({ status: 'ok', answer: { records: 2778, sources: [{ formats: { numbered: records } }] } });
    await session.close();
    expect(threads.read).toBeGreaterThan(5);
    expect(threads.crashes).toEqual([]);
  });

  it('are ended when reading is', async () => {
    const threads = new SpiedThreads();
    const session = new LogSession(() => undefined, nodeCompression, threads);
    const reading = session.read([new FileSource('log.ndjson', file)]);
    await new Promise<void>((resolve) => (threads.onRead = (read) => read > 3 && resolve()));
    await session.close();
    await reading;
    // Of more than fifteen.
    expect(threads.read).toBeLessThan(10);
    expect(threads.crashes).toEqual([]);
  });

  it('end with the file where it is cut off meanwhile', async () => {
    const threads = new SpiedThreads();
    threads.onRead = (read) => {
      if (read === 1) {
        truncateSync(file, 3_000_000);
      }
    };
    const { last, session } = await open(threads);
    expect(last).toMatchObject({ complete: true, problem: null, bytesRead: 3_000_000 });
    expect(last.records).toBeLessThan(records / 2);
    await session.close();
  });
});
