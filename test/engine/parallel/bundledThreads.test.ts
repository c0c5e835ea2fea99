import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FromEngine, ToEngine } from '../../../src/protocol/engineMessages.ts';
import { node } from '../../../scripts/platforms.ts';

/** The engine as it is shipped: its block worker is a script beside it. */
const folder = mkdtempSync(join(tmpdir(), 'audit-log-bundled-'));
const file = join(folder, 'log.ndjson');
const trace = join(folder, 'started');
const records = 75_000;

beforeAll(async () => {
  for (const [entry, output] of [
    ['worker', 'engine.js'],
    ['blockWorker', 'realBlockWorker.js'],
  ] as const) {
    await build({ ...node, entryPoints: [`src/engine/node/${entry}.ts`], outfile: join(folder, output), bundle: true });
  }
  // Large enough to be worth it.
  const line = (number: number): string =>
    `{"operationName":"Operation${number % 700}","resultType":"Success","env_seqNum":${number},"env_cv":"${'x'.repeat(900)}"}\n`;
  for (let written = 0; written < records; written += 1000) {
    appendFileSync(file, Array.from({ length: 1000 }, (_, at) => line(written + at)).join(''));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Read {
  readonly records: number;
  readonly summary: unknown;
  /** Block workers. */
  readonly started: number;
  readonly crashes: readonly Crash[];
}

interface Crash {
  readonly reason: string;
  readonly isStartedAgain: boolean;
}

/** Reads the file with a block worker that begins as given. */
async function read(beginning: string): Promise<Read> {
  writeFileSync(join(folder, 'blockWorker.js'), `require('node:fs').appendFileSync(${JSON.stringify(trace)}, 'x');\n${beginning}\n`);
  rmSync(trace, { force: true });
  const engine = new Worker(join(folder, 'engine.js'), { env: { ...process.env, AUDIT_LOG_WORKERS: '3' } });
  try {
    engine.postMessage({ kind: 'open', session: 1, sources: [{ kind: 'file', path: file, name: 'log.ndjson' }] });
    return await new Promise((resolve, reject) => {
      engine.on('error', reject);
      const crashes: Crash[] = [];
      let count = 0;
      engine.on('message', (message: FromEngine) => {
        if (message.kind === 'threadCrashed') {
          const { reason, isStartedAgain } = message;
          crashes.push({ reason, isStartedAgain });
        } else if (message.kind === 'snapshot' && message.snapshot.complete) {
          count = message.snapshot.records;
          const request = { kind: 'request', id: 1, name: 'summary', params: { query: '', top: 3 } } as const;
          engine.postMessage({ kind: 'channel', session: 1, message: request } satisfies ToEngine);
        } else if (message.kind === 'channel' && message.message.kind === 'outcome' && message.message.outcome.status === 'ok') {
          const summary = { ...message.message.outcome.answer, snapshot: 0 };
          resolve({ records: count, summary, started: readFileSync(trace, 'utf8').length, crashes });
        }
      });
    });
  } finally {
    await engine.terminate();
  }
}

/** Ends with its third block, if a condition holds. */
function crashing(condition: string): string {
  return `
    const { readFileSync } = require('node:fs');
    const trace = ${JSON.stringify(trace)};
    let blocks = 0;
    ${condition} require('node:worker_threads').parentPort.on('message', () => ++blocks === 3 && process.exit(7));
    require('./realBlockWorker.js');`;
}

const ended = 'A block worker has ended with 7.';

describe('the shipped engine', () => {
  let whole: Read;

  it('starts its block workers for a large file', async () => {
    whole = await read("require('./realBlockWorker.js');");
    expect(whole).toMatchObject({ records, started: 2, crashes: [] });
  });

  it('starts one again that crashes in the middle of reading, tells it, and answers the same', async () => {
    const restarted = await read(crashing("if (readFileSync(trace, 'utf8') === 'x')"));
    expect(restarted).toEqual({ ...whole, started: 3, crashes: [{ reason: ended, isStartedAgain: true }] });
  });

  it('reads on without those that crash ever again, and tells it once', async () => {
    // All eight together read no more than sixteen of more than twenty blocks.
    const crashes = [true, false].map((isStartedAgain) => ({ reason: ended, isStartedAgain }));
    expect(await read(crashing(''))).toEqual({ ...whole, started: 8, crashes });
  });

  it('reads on by itself when they cannot start, and tells it once', async () => {
    expect(await read("throw new Error('no');")).toEqual({ ...whole, started: 2, crashes: [{ reason: 'no', isStartedAgain: false }] });
  });
});
