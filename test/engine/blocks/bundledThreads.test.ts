import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FromEngine } from '../../../src/protocol/engineMessages.ts';
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
  const line = `{"operationName":"SetCurrentPolicy","resultType":"Success","env_cv":"${'x'.repeat(900)}"}\n`;
  for (let written = 0; written < records; written += 1000) {
    appendFileSync(file, line.repeat(1000));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Read {
  readonly records: number;
  readonly crashes: readonly string[];
}

/** Reads the file with a block worker that begins as given. */
async function read(beginning: string): Promise<Read> {
  writeFileSync(join(folder, 'blockWorker.js'), `require('node:fs').appendFileSync(${JSON.stringify(trace)}, 'x');\n${beginning}\n`);
  rmSync(trace, { force: true });
  const engine = new Worker(join(folder, 'engine.js'), { env: { ...process.env, AUDIT_LOG_WORKERS: '2' } });
  try {
    engine.postMessage({ kind: 'open', session: 1, sources: [{ kind: 'file', path: file, name: 'log.ndjson' }] });
    return await new Promise((resolve, reject) => {
      engine.on('error', reject);
      const crashes: string[] = [];
      engine.on('message', (message: FromEngine) => {
        if (message.kind === 'threadCrashed') {
          crashes.push(message.reason);
        } else if (message.kind === 'snapshot' && message.snapshot.complete) {
          resolve({ records: message.snapshot.records, crashes });
        }
      });
    });
  } finally {
    await engine.terminate();
  }
}

describe('the shipped engine', () => {
  it('starts its block workers for a large file', async () => {
    expect(await read("require('./realBlockWorker.js');")).toEqual({ records, crashes: [] });
    expect(readFileSync(trace, 'utf8')).toBe('xx');
  });

  it.each([
    ['one of them crashes', "if (readFileSync(trace, 'utf8') === 'x')"],
    ['both crash', ''],
  ])('reads on when %s in the middle of reading, and tells it once', async (_, condition) => {
    const crash = `
      const { readFileSync } = require('node:fs');
      const trace = ${JSON.stringify(trace)};
      let blocks = 0;
      ${condition} require('node:worker_threads').parentPort.on('message', () => ++blocks === 3 && process.exit(7));
      require('./realBlockWorker.js');`;
    expect(await read(crash)).toEqual({ records, crashes: ['A block worker has ended with 7.'] });
  });

  it('reads on by itself when they cannot start, and tells it once', async () => {
    expect(await read("throw new Error('no');")).toEqual({ records, crashes: ['no'] });
    expect(existsSync(trace)).toBe(true);
  });
});
