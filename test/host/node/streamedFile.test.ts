import { linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WriteProblem } from '../../../src/host/base/fileWriter.ts';
import { streamedFile } from '../../../src/host/node/streamedFile.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a file that is written as its bytes come', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'export-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  async function write(path: string, ...pieces: readonly string[]): Promise<void> {
    const writer = streamedFile(path, []);
    await writer.open();
    for (const piece of pieces) {
      await writer.write(bytes(piece));
    }
    await writer.finish();
  }

  /** The code of the sentence with which opening is refused. */
  async function refusal(path: string, kept: readonly string[]): Promise<string> {
    const writer = streamedFile(path, kept);
    const problem: unknown = await writer.open().catch((error: unknown) => error);
    await writer.discard();
    return problem instanceof WriteProblem ? problem.problem.code : String(problem);
  }

  it('is there when all is written, and nothing else', async () => {
    await write(at('out.ndjson'), 'a\n', 'b\n');
    expect(readFileSync(at('out.ndjson'), 'utf8')).toBe('a\nb\n');
    expect(readdirSync(folder)).toEqual(['out.ndjson']);
  });

  it('replaces what was there at the end only', async () => {
    writeFileSync(at('out.csv'), 'before');
    const writer = streamedFile(at('out.csv'), []);
    await writer.open();
    await writer.write(bytes('after'));
    expect(readFileSync(at('out.csv'), 'utf8')).toBe('before');
    await writer.finish();
    expect(readFileSync(at('out.csv'), 'utf8')).toBe('after');
  });

  it('leaves what was there where it is discarded', async () => {
    writeFileSync(at('out.csv'), 'before');
    const writer = streamedFile(at('out.csv'), []);
    await writer.open();
    await writer.write(bytes('after'));
    expect(readdirSync(folder)).toHaveLength(2);
    await writer.discard();
    expect(readdirSync(folder)).toEqual(['out.csv']);
    expect(readFileSync(at('out.csv'), 'utf8')).toBe('before');
  });

  it('is no file to keep, under whatever name', async () => {
    writeFileSync(at('log.ndjson'), '{}');
    symlinkSync(at('log.ndjson'), at('link.ndjson'));
    linkSync(at('log.ndjson'), at('other.ndjson'));
    for (const name of ['log.ndjson', 'link.ndjson', 'other.ndjson']) {
      expect(await refusal(at(name), [at('gone.ndjson'), at('log.ndjson')]), name).toBe('host.exportToLog');
    }
    expect(readdirSync(folder)).toHaveLength(3);
  });

  it('replaces the file that a link leads to, and not the link', async () => {
    writeFileSync(at('out.csv'), 'before');
    symlinkSync(at('out.csv'), at('link.csv'));
    await write(at('link.csv'), 'after');
    expect(readFileSync(at('out.csv'), 'utf8')).toBe('after');
  });

  it('is refused where a folder is, or no folder', async () => {
    mkdirSync(at('out'));
    expect(await refusal(at('out'), [])).toBe('host.noFile');
    expect(await refusal(at('nowhere/out.csv'), [])).toContain('ENOENT');
  });
});
