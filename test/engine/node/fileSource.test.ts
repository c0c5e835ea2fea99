import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileSource } from '../../../src/engine/node/fileSource.ts';

let folder: string;
let path: string;
const decoder = new TextDecoder();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'file-source-'));
  path = join(folder, 'log.ndjson');
  writeFileSync(path, '0123456789');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function read(source: FileSource, offset: number, length: number): Promise<string> {
  return decoder.decode(await source.read(offset, length));
}

describe('a file as a source', () => {
  it('tells its size and reads ranges, fewer bytes at its end', async () => {
    const source = new FileSource('log', path);
    expect(await source.open()).toBe(10);
    expect([await read(source, 0, 4), await read(source, 7, 10), await read(source, 10, 5), await read(source, 50, 5)]).toEqual([
      '0123',
      '789',
      '',
      '',
    ]);
    const into = new Uint8Array(6);
    expect((await source.read(2, 4, into)).buffer).toBe(into.buffer);
    expect(decoder.decode(into)).toBe('2345\0\0');
    await source.close();
  });

  it('reads what was added since it was opened', async () => {
    const source = new FileSource('log', path);
    await source.open();
    appendFileSync(path, 'abcdef');
    expect(await read(source, 5, 100)).toBe('56789abcdef');
    await source.close();
  });

  it('is opened again after it was released, and says if another file has taken its place', async () => {
    const source = new FileSource('log', path);
    await source.open();
    await source.release();
    expect(await read(source, 1, 2)).toBe('12');
    await source.release();
    rmSync(path);
    const other = join(folder, 'other');
    writeFileSync(other, 'x');
    writeFileSync(path, 'another file');
    await expect(read(source, 0, 4)).rejects.toMatchObject({ sentence: { code: 'reading.replaced', args: ['log'] } });
    await source.close();
  });

  it('keeps its descriptor while somebody holds it', async () => {
    const source = new FileSource('log', path);
    expect(source.hold()).toBeUndefined();
    await source.open();
    const held = source.hold();
    expect([held?.descriptor === undefined, source.isIdle]).toEqual([false, false]);
    held?.release();
    expect(source.isIdle).toBe(true);
    await source.close();
  });

  it('names a file that is not there, and a folder', async () => {
    await expect(new FileSource('none', join(folder, 'none')).open()).rejects.toMatchObject({ sentence: { code: 'reading.missing' } });
    mkdirSync(join(folder, 'inner'));
    await expect(new FileSource('inner', join(folder, 'inner')).open()).rejects.toMatchObject({ sentence: { code: 'reading.directory' } });
  });

  it.skipIf(process.platform === 'win32')('refuses a device that gives bytes without end', async () => {
    await expect(new FileSource('zero', '/dev/zero').open()).rejects.toMatchObject({ sentence: { code: 'reading.device' } });
  });

  it('looks at the opened file, and at what the path leads to by now', async () => {
    const source = new FileSource('log', path);
    await source.open();
    expect(source.firstLook).toMatchObject({ size: 10 });
    appendFileSync(path, 'abc');
    expect(await source.look('opened')).toMatchObject({ size: 13, file: source.firstLook!.file });
    rmSync(path);
    expect(await source.look('found')).toBeUndefined();
    await source.close();
  });
});
