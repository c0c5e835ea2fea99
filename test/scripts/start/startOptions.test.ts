import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findShown, readStartOptions, type StartOptions, startUsage } from '../../../scripts/start/startOptions.ts';
import { temporaryFolder } from '../../../scripts/temporaryFolder.ts';

describe('readStartOptions', () => {
  const none: StartOptions = { path: undefined, port: undefined, opensBrowser: true };

  it.each<[parameters: string, expected: StartOptions | 'help']>([
    ['', none],
    ['log.ndjson', { ...none, path: 'log.ndjson' }],
    ['--port 8123 logs --no-open', { path: 'logs', port: 8123, opensBrowser: false }],
    ['--port=1', { ...none, port: 1 }],
    ['--help', 'help'],
    ['-h', 'help'],
    ['log.ndjson --help', 'help'],
    ['-- --odd-name', { ...none, path: '--odd-name' }],
  ])('reads %j', (parameters, expected) => expect(readStartOptions(parameters.split(' ').filter(Boolean))).toEqual(expected));

  it.each<[parameters: string, expected: string]>([
    ['--prot 8123', "unknown option '--prot'"],
    ['-x', "unknown option '-x'"],
    ['--port', "option '--port <value>' argument missing"],
    ['--port 0', '0 is no port: expected a number from 1 to 65535'],
    ['--port 65536', '65536 is no port: expected a number from 1 to 65535'],
    ['--port 0x50', '0x50 is no port: expected a number from 1 to 65535'],
    ['--port 80.0', '80.0 is no port: expected a number from 1 to 65535'],
    ['--no-open=yes', "option '--no-open' does not take an argument"],
    ['a b', 'one file or folder at a time, not also b: open others in VS Code itself'],
  ])('refuses %j', (parameters, expected) => expect(() => readStartOptions(parameters.split(' '))).toThrow(new Error(expected)));

  it('is told by its usage, line by line', () => {
    for (const option of ['--port', '--no-open', '--help']) {
      expect(startUsage).toMatch(new RegExp(`^  ${option}\\b`, 'm'));
    }
    expect(Math.max(...startUsage.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
  });
});

describe('findShown', () => {
  const folder = temporaryFolder('shown');
  const file = join(folder.path, 'log.ndjson');
  const logs = join(folder.path, 'logs');

  beforeAll(() => {
    writeFileSync(file, '{}');
    mkdirSync(logs);
  });
  afterAll(() => folder.delete());

  it('shows samples where nothing is named', () => expect(findShown(undefined)).toEqual({ kind: 'samples' }));
  it('shows a file', () => expect(findShown(file)).toEqual({ kind: 'file', path: file }));
  it('shows a folder', () => expect(findShown(logs)).toEqual({ kind: 'folder', path: logs }));
  it('says that nothing is there', () => {
    expect(() => findShown(`${file}.gz`)).toThrow(new Error(`there is no file or folder ${file}.gz`));
  });
  it.skipIf(process.platform === 'win32')('says that a device is neither', () => {
    expect(() => findShown('/dev/null')).toThrow(new Error('/dev/null is neither a file nor a folder'));
  });
});
