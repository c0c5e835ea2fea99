import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, constants } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { atOnceTo } from '../../src/cli/writeAtOnce.ts';

const folder = mkdtempSync(join(tmpdir(), 'audit-log-output-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(process.platform === 'win32')('what is written at once', () => {
  it('goes into a file one after the other', () => {
    const path = join(folder, 'file');
    const descriptor = openSync(path, 'w');
    const write = atOnceTo(descriptor);
    expect([write(Buffer.from('one ')), write(Buffer.from('two'))]).toEqual([4, 3]);
    closeSync(descriptor);
    expect(readFileSync(path, 'utf8')).toBe('one two');
  });

  it('is what fits into a pipe that does not wait', () => {
    const path = join(folder, 'pipe');
    execFileSync('bash', ['-c', `mkfifo '${path}'`]);
    const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const writer = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
    const bytes = Buffer.alloc(4_000_000, 'x');
    const written = atOnceTo(writer)(bytes);
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(bytes.length);
    expect(readSync(reader, Buffer.alloc(written + 1))).toBe(written);
    closeSync(reader);
    expect(() => atOnceTo(writer)(bytes)).toThrow('EPIPE');
    closeSync(writer);
  });

  it('is nothing where a device or nothing is open', () => {
    const device = openSync('/dev/null', 'w');
    expect(atOnceTo(device)(Buffer.from('x'))).toBe(0);
    closeSync(device);
    expect(atOnceTo(device)(Buffer.from('x'))).toBe(0);
  });
});
