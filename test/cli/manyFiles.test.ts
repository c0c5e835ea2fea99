import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { bash } from './bash.ts';

const lines = readFileSync('media/samples/attestation-month.audit.ndjson', 'utf8').split('\n').slice(0, 200);
const folder = mkdtempSync(join(tmpdir(), 'audit-log-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

// Windows has no such limit.
describe.skipIf(process.platform === 'win32')('more files than may be open at once', { timeout: 60_000 }, () => {
  it('are read all, with one that cannot be, and empty and broken ones', async () => {
    for (let number = 0; number < 300; number++) {
      const text = number === 7 ? '' : number === 8 ? '{"broken\n' : `${lines[number % 200]!}\n`;
      writeFileSync(join(folder, `many-${number}`), number % 2 === 0 ? gzipSync(text) : text);
    }
    rmSync(join(folder, 'many-9'));
    const files = Array.from({ length: 300 }, (_, number) => `many-${number}`).join(' ');
    const { code, output, errors } = await bash(folder, `ulimit -n 100; audit-log summary --json ${files}`);
    expect({ code, errors }).toEqual({ code: 2, errors: 'audit-log: many-9 does not exist.\n' });
    const { records, sources } = JSON.parse(output) as {
      readonly records: number;
      readonly sources: readonly { readonly records: number }[];
    };
    expect([records, sources.length]).toEqual([297, 299]);
    expect((await bash(folder, `ulimit -n 100; audit-log records ${files}`)).output.split('\n')).toHaveLength(298);
    expect((await bash(folder, `ulimit -n 100; audit-log check --format json ${files}`)).output).toContain('"source":"many-8"');
  });
});
