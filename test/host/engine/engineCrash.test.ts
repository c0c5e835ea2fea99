import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { node } from '../../../scripts/platforms.ts';
import { EngineClient } from '../../../src/host/engine/engineClient.ts';
import { startNodeWorker } from '../../../src/host/node/startNodeWorker.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';

const folder = mkdtempSync(join(tmpdir(), 'audit-log-crash-'));
const log = join(folder, 'log.ndjson');
const starts = join(folder, 'starts');
const script = join(folder, 'crashing.cjs');
const records = 60_000;
const never = new AbortController().signal;

/** The engine as it is bundled, which ends with its first question when it is started for the first time. */
beforeAll(async () => {
  await build({ ...node, entryPoints: ['src/engine/node/worker.ts'], outfile: join(folder, 'engine.cjs'), bundle: true });
  writeFileSync(log, '{"operationName":"SetCurrentPolicy","resultType":"Success"}\n'.repeat(records));
  writeFileSync(
    script,
    `const fs = require('node:fs');
    const starts = ${JSON.stringify(starts)};
    fs.appendFileSync(starts, 'x');
    if (fs.readFileSync(starts, 'utf8') === 'x') {
      require('node:worker_threads').parentPort.on('message', ({ kind }) => kind === 'channel' && process.exit(7));
    }
    require('./engine.cjs');`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

it('is started again when its thread ends in the middle of reading, and reads the log anew', async () => {
  const reported: string[] = [];
  const client = new EngineClient({
    startWorker: startNodeWorker(script),
    log: { info: () => undefined, warn: (line) => reported.push(line), error: (line) => reported.push(line) },
    now: () => 0,
    onGivenUp: (reason) => reported.push(reason),
  });
  const session = client.open(() => Promise.resolve([{ kind: 'file', path: log, name: 'log.ndjson' }]));
  const snapshots: Snapshot[] = [];
  const begun = new Promise<void>((resolve) => session.onSnapshot(() => resolve()));
  const whole = new Promise<void>((resolve) => {
    session.onSnapshot((snapshot) => {
      snapshots.push(snapshot);
      if (snapshot.complete) {
        resolve();
      }
    });
  });
  await begun;
  expect(await session.request('summary', { query: '', top: 1 }, never)).toEqual({ status: 'restarted' });
  await whole;
  expect(snapshots.at(-1)).toMatchObject({ complete: true, records, reading: 1 });
  expect(snapshots.map(({ snapshot }) => snapshot)).toEqual(snapshots.map((_, index) => index + 1));
  expect(await session.request('summary', { query: '', top: 1 }, never)).toMatchObject({ status: 'ok', answer: { records } });
  expect(reported).toEqual(['The engine crashed and is started again: it ended with code 7']);
  expect(readFileSync(starts, 'utf8')).toBe('xx');
  client.dispose();
}, 30_000);
