import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browser, node } from '../../../scripts/platforms.ts';
import type { AuditFormat } from '../../../src/core/formats/definition/format.ts';
import type { PlacedFindings } from '../../../src/protocol/answers/findings.ts';
import type { Outcome } from '../../../src/protocol/requests.ts';
import type { AnyOutcome, ToSender } from '../../../src/protocol/channel.ts';
import type { FromEngine, SchemaDescription, SchemasDescription, ToEngine } from '../../../src/protocol/engineMessages.ts';
import { doorFormat } from '../../core/formats/doorFormat.ts';

/** The engine as the extension runs it: bundled, in a worker thread, spoken to by messages only. */
const folder = mkdtempSync(join(tmpdir(), 'audit-log-engine-'));
const file = join(folder, 'log.ndjson');
const line = `{"operationName":"SetCurrentPolicy","resultType":"Success","env_time":"2020-11-23T18:23:29.9427158Z"}\n`;
let worker: Worker;
let received: FromEngine[];
let notify: () => void = () => undefined;

beforeAll(async () => {
  await build({
    entryPoints: ['src/engine/node/worker.ts'],
    outfile: join(folder, 'engine.cjs'),
    bundle: true,
    ...node,
  });
  await build({
    entryPoints: ['src/engine/schemas/safeAjv.ts'],
    outfile: join(folder, 'validator.mjs'),
    bundle: true,
    ...browser,
    format: 'esm',
  });
  writeFileSync(file, line.repeat(30_000));
  received = [];
  worker = new Worker(join(folder, 'engine.cjs'));
  worker.on('message', (message: FromEngine) => {
    received.push(message);
    notify();
  });
});

afterAll(async () => {
  await worker.terminate();
  rmSync(folder, { recursive: true });
});

function post(message: ToEngine): void {
  worker.postMessage(message);
}

/** Waits for a message that fits. */
async function until<T extends FromEngine>(fits: (message: FromEngine) => message is T): Promise<T> {
  for (;;) {
    const found = received.find(fits);
    if (found !== undefined) {
      return found;
    }
    await new Promise<void>((resolve) => (notify = resolve));
  }
}

type Ended = Extract<FromEngine, { kind: 'channel' }> & { readonly message: Extract<ToSender, { kind: 'outcome' }> };

function ended(message: FromEngine): message is Ended {
  return message.kind === 'channel' && message.message.kind === 'outcome';
}

async function outcomeOf(id: number): Promise<AnyOutcome> {
  const { message } = await until((one): one is Ended => ended(one) && one.message.id === id);
  return message.outcome;
}

function completed(session: number): (message: FromEngine) => message is Extract<FromEngine, { kind: 'snapshot' }> {
  return (message): message is Extract<FromEngine, { kind: 'snapshot' }> =>
    message.kind === 'snapshot' && message.session === session && message.snapshot.complete;
}

describe('the engine in a worker', () => {
  it('reads a file and answers while it reads and afterwards', async () => {
    post({ kind: 'open', session: 1, sources: [{ kind: 'file', path: file, name: 'log.ndjson' }] });
    post({ kind: 'channel', session: 1, message: { kind: 'request', id: 1, name: 'timeline', params: { query: '', width: 10 } } });
    expect((await outcomeOf(1)).status).toMatch(/^(ok|restarted)$/);
    expect((await until(completed(1))).snapshot).toMatchObject({ records: 30_000, bytesRead: line.length * 30_000 });
    post({
      kind: 'channel',
      session: 1,
      message: { kind: 'request', id: 2, name: 'summary', params: { query: 'result:success', top: 1 } },
    });
    expect(await outcomeOf(2)).toMatchObject({ status: 'ok', answer: { records: 30_000 } });
  });

  it('tells a file that cannot be read', async () => {
    post({ kind: 'open', session: 2, sources: [{ kind: 'file', path: join(folder, 'none'), name: 'none' }] });
    expect((await until(completed(2))).snapshot).toMatchObject({ records: 0, problem: { code: 'reading.missing', args: ['none'] } });
  });

  it('reads content that is handed over, and replaces it', async () => {
    post({ kind: 'open', session: 3, sources: [{ kind: 'text', text: line, name: 'untitled', version: 1 }] });
    const before = (await until(completed(3))).snapshot;
    received = received.filter((message) => message.kind !== 'snapshot');
    post({ kind: 'replace', session: 3, sources: [{ kind: 'bytes', bytes: new TextEncoder().encode(line + line), name: 'untitled' }] });
    const after = (await until(completed(3))).snapshot;
    expect({ before: before.records, after: after.records, rises: after.snapshot > before.snapshot }).toEqual({
      before: 1,
      after: 2,
      rises: true,
    });
  });

  it('looks for formats of users in the session that is opened with them, and in no other', async () => {
    const door: AuditFormat = {
      ...doorFormat,
    };
    const sources = [{ kind: 'text', text: '{"badge":1,"act":"open"}', name: 'untitled', version: 1 }] as const;
    post({ kind: 'open', session: 4, sources, formats: { own: [door], without: [] } });
    post({ kind: 'open', session: 5, sources });
    for (const [session, id, format] of [
      [4, 3, 'doorLog'],
      [5, 4, 'generic'],
    ] as const) {
      await until(completed(session));
      post({ kind: 'channel', session, message: { kind: 'request', id, name: 'summary', params: { query: `format:${format}`, top: 1 } } });
      expect(await outcomeOf(id)).toMatchObject({ status: 'ok', answer: { records: 1, sources: [{ formats: { [format]: 1 } }] } });
    }
  });

  describe('with schemas of users’ own', () => {
    const validator = pathToFileURL(join(folder, 'validator.mjs')).href;
    const sources = [{ kind: 'text', text: line + line, name: 'untitled', version: 1 }] as const;
    const schema = (id: string, text: string): SchemaDescription => ({
      kind: 'schema',
      id,
      name: `${id}.json`,
      mode: 'extend',
      content: new TextEncoder().encode(text),
    });
    const files = [
      schema('door', '{"required":["door"]}'),
      schema('none', '{"type":7}'),
      { kind: 'missing', name: 'gone.json', why: 'unreadable' },
    ] as const satisfies readonly SchemaDescription[];

    function isChecked(session: number): (message: FromEngine) => message is Extract<FromEngine, { kind: 'schemas' }> {
      return (message): message is Extract<FromEngine, { kind: 'schemas' }> => message.kind === 'schemas' && message.session === session;
    }

    /** The codes, arguments and records of findings of a session that schemas have led to. */
    async function found(session: number, id: number): Promise<readonly unknown[]> {
      await until(completed(session));
      const params = { source: 0, limit: 100, query: '' };
      post({ kind: 'channel', session, message: { kind: 'request', id, name: 'placedFindings', params } });
      const outcome = (await outcomeOf(id)) as Outcome<PlacedFindings>;
      return outcome.status === 'ok'
        ? outcome.answer.findings
            .filter(({ code }) => code === 'schema.custom' || code === 'schema.unusable')
            .map(({ code, range, message }) => [code, range.startLine, message.code, message.args[0]])
        : [outcome];
    }

    it('loads the validator, checks records, and says what is wrong in the schemas', async () => {
      post({ kind: 'open', session: 6, sources, schemas: { validator, files } });
      const { schemas } = await until(isChecked(6));
      expect(schemas.map(({ id, faults }) => [id, faults.map(({ pointer, line: at, column }) => [pointer, at, column])])).toEqual([
        ['door', []],
        ['none', [['/type', 1, 9]]],
      ]);
      expect(await found(6, 5)).toEqual([
        ['schema.custom', 0, 'finding.schema.custom.record', 'door.json'],
        ['schema.custom', 1, 'finding.schema.custom.record', 'door.json'],
        ['schema.unusable', 0, 'finding.schema.unusable.faulty', 'none.json'],
        ['schema.unusable', 0, 'finding.schema.unusable.unreadable', 'gone.json'],
      ]);
    });

    it('checks anew with others, or with none', async () => {
      const again = async (id: number, schemas: SchemasDescription | undefined): Promise<readonly unknown[]> => {
        received = received.filter((message) => message.kind !== 'snapshot');
        post({ kind: 'replace', session: 6, sources, ...(schemas && { schemas }) });
        return found(6, id);
      };
      expect(await again(6, { validator, files: [schema('name', '{"required":["name"]}')] })).toEqual([
        ['schema.custom', 0, 'finding.schema.custom.record', 'name.json'],
        ['schema.custom', 1, 'finding.schema.custom.record', 'name.json'],
      ]);
      expect(await again(7, undefined)).toEqual([]);
    });

    it('reads the log all the same where the validator is gone', async () => {
      post({ kind: 'open', session: 7, sources, schemas: { validator: `${validator}.gone`, files } });
      expect(await found(7, 8)).toEqual(
        ['door.json', 'none.json', 'gone.json'].map((name) => ['schema.unusable', 0, 'finding.schema.unusable.unreadable', name]),
      );
    });
  });

  it('answers each request once: cancelled, closed, or for no session', async () => {
    post({
      kind: 'channel',
      session: 1,
      message: { kind: 'request', id: 10, name: 'facets', params: { query: 'text:policy', field: 'request', limit: 5 } },
    });
    post({ kind: 'channel', session: 1, message: { kind: 'cancel', id: 10 } });
    expect((await outcomeOf(10)).status).toBe('cancelled');
    post({
      kind: 'channel',
      session: 1,
      message: { kind: 'request', id: 11, name: 'facets', params: { query: 'text:policy', field: 'request', limit: 5 } },
    });
    post({ kind: 'close', session: 1 });
    expect((await outcomeOf(11)).status).toBe('closed');
    post({ kind: 'channel', session: 1, message: { kind: 'request', id: 12, name: 'summary', params: { query: '', top: 1 } } });
    expect((await outcomeOf(12)).status).toBe('closed');
    expect(received.filter((message) => ended(message) && message.message.id >= 10)).toHaveLength(3);
  });
});
