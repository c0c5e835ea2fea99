import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { root } from '../../scripts/paths.ts';
import type { EngineWorkerData, FromEngine, ToEngine } from '../../src/protocol/engineMessages.ts';

const dist = join(root, 'dist');
const folder = mkdtempSync(join(tmpdir(), 'audit-log-startup-'));
const log = join(folder, 'logs', 'log.ndjson');
const home = join(folder, 'home');
const caches = join(folder, 'caches');
const line = `{"operationName":"SetCurrentPolicy","resultType":"Success","env_time":"2020-11-23T18:23:29.9427158Z"}\n`;

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  [join(folder, 'logs'), home, caches].forEach((path) => mkdirSync(path, { recursive: true }));
  writeFileSync(log, line.repeat(3));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Each run is a process, of which some test starts ten on a busy machine. */
const timeout = 60_000;

/** Runs what was built, as a user whose folders these are. */
function auditLog(words: readonly string[], environment: Readonly<Record<string, string>> = {}, options: readonly string[] = []): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...options, join(dist, 'cli.js'), ...words], {
    cwd: join(folder, 'logs'),
    env: { PATH: process.env['PATH'], HOME: home, TMPDIR: folder, XDG_CACHE_HOME: caches, ...environment },
    encoding: 'utf8',
  });
  // 1: `check` has found an error.
  expect({ isDone: status === 0 || status === 1, stderr }).toEqual({ isDone: true, stderr: '' });
  return stdout;
}

function filesIn(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)));
}

/** The scripts of ours that a run has loaded by its end. */
function loadedBy(words: readonly string[]): readonly string[] {
  const list = join(folder, 'loaded.json');
  const hook = join(folder, 'hook.cjs');
  writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(list)}, JSON.stringify(Object.keys(require.cache))));`,
  );
  auditLog(words, {}, ['--require', hook]);
  const paths = JSON.parse(readFileSync(list, 'utf8')) as readonly string[];
  return paths.filter((path) => path.startsWith(dist)).map((path) => relative(dist, path).replaceAll('\\', '/'));
}

describe('the scripts of Node', () => {
  const scripts = filesIn(dist).filter((path) => /^(?:node[\\/].*|extension|engine|engineMain|blockWorker|cli|cliMain)\.js$/.test(path));

  it('hold ASCII only: V8 keeps all others in two bytes a character, which take twice as long to scan', () => {
    expect(scripts.length).toBeGreaterThan(9);
    expect(scripts.filter((path) => /[^\u0000-\u007f]/.test(readFileSync(join(dist, path), 'utf8')))).toEqual([]);
  });

  it('are small where each log needs them', () => {
    const size = (path: string): number => statSync(join(dist, path)).size;
    expect(size('engineMain.js')).toBeLessThan(650_000);
    expect(size('cliMain.js')).toBeLessThan(760_000);
  });
});

describe('the built command line', { timeout }, () => {
  it('loads what a command needs, when it needs it', () => {
    const start = ['cli.js', 'cliMain.js'];
    expect(loadedBy(['summary', log])).toEqual(start);
    expect(loadedBy(['summary', log, '--json'])).toEqual(start);
    expect(loadedBy(['check', log])).toEqual(start);
    // Of the formats, filters know the synonyms of operations.
    const filtered = loadedBy(['summary', log, '--where', 'operation~/^Set/']);
    expect(filtered.filter((path) => !path.endsWith('.json'))).toEqual([...start, 'node/regex.js']);
    expect(filtered).toContain('node/formats/cloudTrail.json');
    expect(loadedBy(['records', log, '--format', 'table'])).toEqual([...start, 'node/textWidth.js']);
    expect(loadedBy(['records', log, '--format', 'parquet'])).toEqual([...start, 'node/parquet.js']);
    writeFileSync(join(folder, 'schema.json'), '{"type":"object","properties":{"operationName":{"pattern":"^Set"}}}');
    expect(loadedBy(['check', log, '--schema', join(folder, 'schema.json')])).toEqual([...start, 'node/schemas.js', 'node/regex.js']);
    const cloudTrail = readFileSync(join(root, 'src/core/formats/cloudTrail/format.json'), 'utf8');
    writeFileSync(join(folder, 'format.json'), cloudTrail.replace('"cloudTrail"', '"own"'));
    expect(loadedBy(['summary', log, '--format-file', join(folder, 'format.json')])).toEqual([...start, 'node/formatFiles.js']);
  });

  it.skipIf(process.platform !== 'linux')('keeps compiled code in the user’s folder for caches, and writes nothing else', () => {
    const whole = auditLog(['summary', '--json', log]);
    const cached = filesIn(caches);
    expect(cached.length).toBeGreaterThan(0);
    expect(cached.filter((path) => !path.startsWith('audit-log-viewer/'))).toEqual([]);
    expect(filesIn(folder).filter((path) => !path.startsWith('caches/'))).toEqual(['logs/log.ndjson']);
    const counts = (text: string): unknown => ({ ...(JSON.parse(text) as object), elapsedMs: 0, peakRssBytes: 0 });
    expect(counts(auditLog(['summary', '--json', log]))).toEqual(counts(whole));
    expect(filesIn(caches)).toEqual(cached);
  });

  it('keeps it where Node’s own variable says, and nowhere when that is turned off', () => {
    auditLog(['summary', log], { NODE_DISABLE_COMPILE_CACHE: '1' });
    auditLog(['--help']);
    expect(filesIn(caches)).toEqual([]);
    const own = join(folder, 'own');
    auditLog(['summary', log], { NODE_COMPILE_CACHE: own });
    expect(filesIn(caches)).toEqual([]);
    expect(filesIn(own).length).toBeGreaterThan(0);
  });

  it('works where nothing can be kept', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(auditLog(['summary', log], { XDG_CACHE_HOME: file })).toContain('records  3\n');
  });

  it('works where what was kept has been cut', () => {
    auditLog(['summary', log]);
    for (const path of filesIn(caches)) {
      const whole = readFileSync(join(caches, path));
      writeFileSync(join(caches, path), whole.subarray(0, whole.length / 2));
    }
    expect(auditLog(['summary', log])).toContain('records  3\n');
  });
});

describe('the built engine', { timeout }, () => {
  /** Reads the log in a thread of its own, until `isEnough`. */
  async function read(workerData: EngineWorkerData, isEnough: () => boolean): Promise<number> {
    const worker = new Worker(pathToFileURL(join(dist, 'engine.js')), { workerData });
    try {
      const records = await new Promise<number>((resolve, reject) => {
        worker.on('error', reject);
        worker.on('message', (message: FromEngine) => {
          if (message.kind === 'snapshot' && message.snapshot.complete) {
            resolve(message.snapshot.records);
          }
        });
        worker.postMessage({ kind: 'open', session: 1, sources: [{ kind: 'file', path: log, name: 'log' }] } satisfies ToEngine);
      });
      await vi.waitFor(() => expect(isEnough()).toBe(true), { timeout: 30_000 });
      return records;
    } finally {
      await worker.terminate();
    }
  }

  it('keeps compiled code in the folder that it is given, and writes nothing else', async () => {
    const compiledCode = join(folder, 'compiledCode', '1.0.0');
    const isKept = (): boolean => existsSync(compiledCode) && filesIn(compiledCode).length > 0;
    expect(await read({ compiledCode }, isKept)).toBe(3);
    expect(filesIn(folder).filter((path) => !path.startsWith('compiledCode'))).toEqual([join('logs', 'log.ndjson')]);
    expect(await read({ compiledCode }, isKept)).toBe(3);
  });

  it('keeps none where it is given no folder', async () => {
    expect(await read({}, () => true)).toBe(3);
    expect(filesIn(folder)).toEqual([join('logs', 'log.ndjson')]);
  });
});
