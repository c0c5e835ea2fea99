import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bash, type Ended } from './bash.ts';

const month = readFileSync('media/samples/attestation-month.audit.ndjson', 'utf8');
const lines = month.split('\n').slice(0, 200);
/** With two records at fault, one of which can be read. */
const log = [...lines, '{"operationName":"Odd"}', '{"broken"', ''].join('\n');
const commands = ['summary', 'check', 'records', 'coverage'] as const;
/** Each starts some processes. */
const timeout = 60_000;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-log-pipes-'));
  writeFileSync(join(folder, 'log'), log);
  writeFileSync(join(folder, 'log.gz'), gzipSync(log));
  writeFileSync(join(folder, 'other'), month.split('\n').slice(200, 210).join('\n'));
  writeFileSync(join(folder, 'empty'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The names of what was read differ. */
function withoutNames({ code, output, errors }: Ended): Ended {
  return { code, output: output.replaceAll(/\/dev\/fd\/\d+|\blog(?:\.gz)?(?=:)|\bfifo\b/g, 'NAME'), errors };
}

// Windows has neither.
describe.skipIf(process.platform === 'win32')('pipes', { timeout }, () => {
  it.each(commands)('are read by `%s` as the file is', async (command) => {
    const file = withoutNames(await bash(folder, `audit-log ${command} log`));
    expect(file.output.length).toBeGreaterThan(50);
    expect(withoutNames(await bash(folder, `audit-log ${command} <(cat log)`))).toEqual(file);
    expect(
      withoutNames(await bash(folder, `mkfifo fifo; (cat log > fifo &); audit-log ${command} fifo; code=$?; rm fifo; exit $code`)),
    ).toEqual(file);
    expect(withoutNames(await bash(folder, `cat log | audit-log ${command} /dev/stdin`)).output.replaceAll('/dev/stdin', 'NAME')).toEqual(
      file.output,
    );
  });

  it('may hold gzip', async () => {
    const { output } = await bash(folder, 'audit-log records log');
    expect(await bash(folder, 'audit-log records <(cat log.gz)')).toEqual({ code: 0, output, errors: '' });
  });

  it('may be several, with files between', async () => {
    const files = await bash(folder, 'audit-log records log other log.gz');
    expect(await bash(folder, 'audit-log records <(cat log) other <(cat log.gz)')).toEqual(files);
    expect(await bash(folder, 'cat log.gz | audit-log records log <(cat other) -')).toEqual(files);
  });

  it('may be empty, or end early', async () => {
    const summary = (ended: Ended): unknown => (JSON.parse(ended.output) as { sources: readonly unknown[] }).sources[0];
    expect(summary(await bash(folder, 'audit-log summary --json <(cat empty)'))).toMatchObject({
      container: 'empty',
      bytes: 0,
      records: 0,
    });
    expect(summary(await bash(folder, 'audit-log summary --json <(head -c 5000 log)'))).toMatchObject({ bytes: 5000 });
    const { code, output } = await bash(folder, 'audit-log check <(head -c 5000 log)');
    expect(code).toBe(1);
    expect(output).toContain('syntax.truncated');
  });

  it('may give their bytes slowly, in pieces of any size', async () => {
    const file = await bash(folder, 'audit-log records log');
    const slowly = 'while IFS= read -r -n 997 -d "" part || [ -n "$part" ]; do printf %s "$part"; done < log';
    expect(await bash(folder, `audit-log records <(${slowly})`)).toEqual(file);
  });

  it('can be read once only', async () => {
    const { code, errors } = await bash(folder, 'mkfifo twice; audit-log summary twice twice');
    expect({ code, errors }).toEqual({ code: 2, errors: 'audit-log: “twice” is a pipe, which can be read once only.\n' });
    const input = await bash(folder, 'cat log | audit-log summary - /dev/stdin');
    expect({ code: input.code, errors: input.errors }).toEqual({ code: 2, errors: 'audit-log: Standard input can be read once only.\n' });
  });

  it('are standard input also where that is a socket, and a file where it is one', async () => {
    expect((await bash(folder, 'audit-log summary --json /dev/stdin < log')).output).toContain('"records": 201');
    const child = spawn(process.execPath, ['src/cli/main.ts', 'records', '/dev/stdin'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' },
    });
    child.stdin.end(log);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    await new Promise((resolve) => child.on('close', resolve));
    expect(Buffer.concat(chunks).toString()).toBe((await bash(folder, 'audit-log records log')).output);
  });
});

describe.skipIf(process.platform === 'win32')('what is no file', { timeout }, () => {
  it.each([
    ['/dev/zero', 'a device, not a file'],
    ['/dev/urandom', 'a device, not a file'],
    ['.', 'a folder, not a file'],
  ])('%s is named for what it is', async (path, words) => {
    const { code, errors } = await bash(folder, `audit-log summary ${path}`);
    expect({ code, errors }).toEqual({ code: 2, errors: `audit-log: ${path} is ${words}.\n` });
  });

  it('a socket is named for what it is', async () => {
    const path = join(folder, 'socket');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(path, resolve));
    const { code, errors } = await bash(folder, 'audit-log summary socket');
    server.close();
    expect({ code, errors }).toEqual({ code: 2, errors: 'audit-log: socket is a socket, not a file.\n' });
  });

  it('the null device is an empty log', async () => {
    const { code, output } = await bash(folder, 'audit-log summary /dev/null');
    expect(code).toBe(0);
    expect(output).toContain('empty, 0 bytes');
  });
});
