import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { LogSource } from '../../../src/core/reading/source.ts';
import { SourceReading } from '../../../src/engine/session/sourceReading.ts';
import { BytesSource } from '../../../src/engine/sources/bytesSource.ts';
import { BytesBlockWorkers } from '../parallel/bytesBlockWorkers.ts';
import { encode } from '../sources/encodings.ts';
import { ChangingFile } from './changingFile.ts';
import { findingsOf, listenedReading, recordsOf } from './sharedReading.ts';

const encoder = new TextEncoder();

function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === 'string' ? encoder.encode(text) : text;
}

/** All that the index has of the only source. */
type Read = ReturnType<typeof opened>;

function opened(source: LogSource, listened = listenedReading()) {
  const reading = new SourceReading(source, listened.shared);
  const { index } = listened.shared;
  const own = index.sources.at(-1);
  if (own === undefined) {
    throw new Error('The source is not in the index.');
  }
  return { reading, own, ...listened, state: () => ({ records: recordsOf(index, own), findings: findingsOf(own), bytes: own.bytes }) };
}

async function read(text: string | Uint8Array): Promise<Read> {
  const source = opened(new BytesSource('log.ndjson', bytesOf(text)));
  await source.reading.read();
  return source;
}

const line = '{"env_os":1}\n';

describe('reading a source', () => {
  it('fills the index with its records, and tells its first bytes and how it proceeds', async () => {
    const { state, heads, rows, own } = await read(line + line);
    expect(state()).toMatchObject({
      records: [
        [0, 12, 1],
        [13, 12, 2],
      ],
      bytes: 26,
    });
    expect([heads, rows, own.shape.name(), own.failed]).toEqual([[line + line], [2], 'ndjson', false]);
  });

  it('goes on with the rows of those before it', async () => {
    const listened = listenedReading();
    for (const text of [line, `[${line},${line}]`, line]) {
      await opened(new BytesSource('log', bytesOf(text)), listened).reading.read();
    }
    expect(listened.shared.index.sources.map(({ firstRow, records, shape }) => [firstRow, records, shape.name()])).toEqual([
      [0, 1, 'object'],
      [1, 2, 'array'],
      [3, 1, 'object'],
    ]);
  });

  it('tells of a piece at a time where it is long', async () => {
    const { rows, own } = await read(line.repeat(30_000));
    expect(rows).toEqual([...rows].sort((left, right) => left - right));
    expect([rows.length > 1, rows.at(-1), own.records]).toEqual([true, 30_000, 30_000]);
  });

  it.each([
    ['text', 'hello\n', 'reading.text'],
    ['gzip of nothing that can be read', gzipSync(line).subarray(0, 10), 'reading.gzipDamaged'],
  ])('rejects %s', async (_, text, code) => {
    await expect(read(text)).rejects.toMatchObject({ sentence: { code } });
  });

  it('ends when nobody wants to know the rest', async () => {
    const controller = new AbortController();
    const file = new ChangingFile(line.repeat(400_000));
    const listened = listenedReading(controller, undefined, () => controller.abort());
    await expect(opened(file.source(), listened).reading.read()).rejects.toThrow('abort');
    expect(listened.rows).toHaveLength(1);
  });

  it.each<[name: string, bytes: Uint8Array, finding: string]>([
    ['gzip that is cut off', gzipSync(line.repeat(500)).subarray(0, -12), 'syntax.compression'],
    ['UTF-16 that ends within a character', encode(`\ufeff${line}`, 'utf-16le').subarray(0, -1), 'syntax.encoding'],
  ])('tells what is wrong with %s after its records', async (_, bytes, finding) => {
    const { state } = await read(bytes);
    expect(state().records.length).toBeGreaterThan(0);
    expect(state().findings.filter((one) => one.startsWith(finding))).toHaveLength(1);
  });

  it('tells at its end what is told once for a source, for each source by itself', async () => {
    const listened = listenedReading();
    const sources = ['{"env_os":1,"more":1}\n'.repeat(2), '{"more":1,"env_os":1}\n'].map((text) => {
      return opened(new BytesSource('log', bytesOf(text)), listened);
    });
    for (const { reading } of sources) {
      await reading.read();
    }
    const reported = sources.map(({ state }) => state().findings.filter((one) => one.startsWith('value.')));
    expect(reported).toEqual([['value.unknownKey 12 more 2'], ['value.unknownKey 1 more 1']]);
  });

  it('learns the size of a stream at its end', async () => {
    const source = new BytesSource('stdin', bytesOf(line));
    const { reading, own } = opened({
      name: 'stdin',
      open: () => Promise.resolve(null),
      read: (offset, length) => source.read(offset, length),
      close: () => Promise.resolve(),
    });
    expect(own.bytes).toBeNull();
    await reading.read();
    expect([own.bytes, reading.canGoOn]).toEqual([13, false]);
  });

  it('with workers finds the same as without', async () => {
    const bytes = bytesOf(
      Array.from({ length: 12_000 }, (_, index) => `{"env_os":"${'x'.repeat(index % 50)}","key ${index % 9}":1}\n`).join(''),
    );
    const workers = new BytesBlockWorkers(bytes, 2, 20_000);
    const { reading, state, own } = opened(new BytesSource('log', bytes), listenedReading(undefined, workers));
    await reading.read();
    expect(state()).toEqual((await read(bytes)).state());
    expect(own.source.consumed).toBe(bytes.length);
    expect([workers.read > 5, workers.failed, workers.closed]).toEqual([true, 0, workers.started]);
  });
});

describe('a source that is found again', () => {
  it.each<[name: string, change: (file: ChangingFile) => void, development: unknown]>([
    ['as it was', () => undefined, 'same'],
    ['with more in it', (file) => file.append(line), { grownTo: 26 }],
    ['with other content', (file) => file.rewrite(bytesOf('{"env_os":2}\n')), 'replaced'],
    ['as another file', (file) => file.replace(line + line), 'replaced'],
    ['shorter', (file) => file.rewrite(bytesOf('{}')), 'replaced'],
  ])('%s is compared with what was read', async (_, change, development) => {
    const file = new ChangingFile(line);
    const { reading } = opened(file.source());
    await reading.read();
    change(file);
    expect(await reading.compare(file.source())).toEqual(development);
  });

  it('is compared by its bytes if they were handed over', async () => {
    const { reading } = await read(line);
    const found = [line, line + line, '{"env_os":2}\n', '{'].map((text) => reading.compare(new BytesSource('log', bytesOf(text))));
    expect(await Promise.all(found)).toEqual(['same', { grownTo: 26 }, 'replaced', 'replaced']);
  });

  it.each<[name: string, text: string | Uint8Array, canGoOn: boolean]>([
    ['lines', line, true],
    ['an array that is not closed', `[${line},`, true],
    ['UTF-16', encode(`\ufeff${line}`, 'utf-16le'), true],
    ['half a character of UTF-16', encode(`\ufeff${line}`, 'utf-16le').subarray(0, -1), false],
    ['gzip', gzipSync(line), false],
    ['blank lines', '\n'.repeat(8), false],
    ['nothing', '', false],
  ])('can be read on or not after %s', async (_, text, canGoOn) => {
    expect((await read(text)).reading.canGoOn).toBe(canGoOn);
  });

  it('forgets what only its end told', async () => {
    const { reading, state, own } = await read(`${line}{"env_os":`);
    const whole = state().findings;
    expect(whole.filter((one) => one.startsWith('syntax.truncated'))).toHaveLength(1);
    reading.goBack();
    expect(state()).toMatchObject({ records: [[0, 12, 1]], findings: whole.filter((one) => !one.startsWith('syntax.')) });
    expect(own.records).toBe(1);
  });

  it('is known again if it grew while it was read', async () => {
    // More than what is read first and kept.
    const file = new ChangingFile(line.repeat(6000));
    const listened = listenedReading(undefined, undefined, () => {
      if (listened.rows.length === 1) {
        file.append(line);
      }
    });
    const { reading, own } = opened(file.source(), listened);
    await reading.read();
    expect([own.records, own.bytes, await reading.compare(file.source())]).toEqual([6001, 78_013, 'same']);
  });

  it.each<[name: string, text: string | Uint8Array]>([
    ['lines in UTF-16', encode(`\ufeff${line}{"a":"ü"}\n`, 'utf-16le')],
    ['lines', `${line}{"a":1,"env_os":2}\r\n\n{"a":[{"b":1}]}\nx\n${line}`],
    ['an array', `[${line},\n{"a":1,"env_os":2},{"env_os":"\\n"}]\n`],
    ['a wrapper', `{"records":[${line},{"a":1}],"count":2}`],
  ])('is read on as if it had been there at once, wherever it ended: %s', async (_, text) => {
    const bytes = bytesOf(text);
    const { state: wanted } = await read(bytes);
    let grown = 0;
    for (let end = 1; end < bytes.length; end++) {
      const { reading, state, heads } = opened(new BytesSource('log.ndjson', bytes.subarray(0, end)));
      // Too little may be no log yet.
      await reading.read().catch(() => undefined);
      if (reading.canGoOn) {
        grown++;
        reading.goBack();
        await reading.readGrowth(bytes.length, new BytesSource('log.ndjson', bytes));
        expect({ end, ...state() }).toEqual({ end, ...wanted() });
        expect(heads).toHaveLength(2);
      }
    }
    expect(grown).toBeGreaterThan(10);
  });
});
