import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { LogSource } from '../../../src/core/reading/source.ts';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import { asynchronousAccess, directAccess } from '../../../src/engine/node/fileAccess.ts';
import { FileSource } from '../../../src/engine/node/fileSource.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { OpenFiles } from '../../../src/engine/node/openFiles.ts';
import type { Compression } from '../../../src/engine/sources/compression.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import { recordText } from '../generate.ts';
import { openLog, type OpenedLog } from '../openLog.ts';
import { ChangingFile } from './changingFile.ts';
import { runs } from '../../runs.ts';

const never = new AbortController().signal;
const folder = mkdtempSync(join(tmpdir(), 'many-sources-'));
afterAll(() => rmSync(folder, { recursive: true }));

function record(number: number): string {
  return JSON.stringify({
    operationName: 'SetCurrentPolicy',
    resultType: number % 3 === 0 ? 'Failure' : 'Success',
    auditEventCategory: ['ApplicationManagement'],
    callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: `caller${number % 7}@contoso.com` }],
    targetResources: [{ targetResourceType: 'Environment', targetResourceName: 'PublicCloud' }],
    env_time: `2020-11-23T18:${String(Math.floor(number / 60) % 60).padStart(2, '0')}:${String(number % 60).padStart(2, '0')}Z`,
    env_epoch: 'E',
    env_seqNum: number,
  });
}

const lines = (first: number, count: number): string => Array.from({ length: count }, (_, index) => `${record(first + index)}\n`).join('');

/** A container that holds some records, by the records' text. */
const containers: readonly ((texts: readonly string[]) => string | Uint8Array)[] = [
  (texts) => texts.map((text) => `${text}\n`).join(''),
  (texts) => texts.join('\r\n'),
  (texts) => `[${texts.join(',\n')}]`,
  (texts) => `{"records":[${texts.join(',')}]}`,
  (texts) => gzipSync(texts.map((text) => `${text}\n`).join('')),
  (texts) => Buffer.from(`\ufeff${texts.join('\n')}`, 'utf16le'),
];

async function answersOf(log: OpenedLog): Promise<unknown> {
  const { sources: _, bytes: __, findings: ___, ...summary } = await log.request('summary', { query: '', top: 100 });
  const page = await log.request('page', { query: '', order: 'oldest', from: { at: 0 }, count: 200 });
  const coverage = await log.request('coverage', { epochs: 100, gaps: 100 });
  const texts: string[] = [];
  await log.session.visit('', 0, Infinity, never, (bytes) => void texts.push(Buffer.from(bytes).toString()));
  const ofValues = [];
  let firstRow = 0;
  for (const [source, { records }] of log.last.sources.entries()) {
    const { findings } = await log.request('placedFindings', { source, limit: 10_000 });
    for (const { code, pointer, record: ref, message } of findings) {
      // What is reported once for a source, or of the records of one file, counts by source.
      if (!/^(sequence|order)\.|^value\.(unknownKey|variant)$/.test(code)) {
        ofValues.push({ code, pointer, row: ref === null ? -1 : firstRow + ref.index, message });
      }
    }
    firstRow += records;
  }
  return {
    summary: { ...summary, snapshot: 0 },
    coverage: coverage.epochs.map(({ gaps, ...epoch }) => ({
      ...epoch,
      gaps: gaps.map(({ from, to, missing }) => ({ from, to, missing })),
    })),
    rows: page.rows.map(({ time, group, result, sentence, caller, instance }) => ({ time, group, result, sentence, caller, instance })),
    texts,
    findings: ofValues.sort((left, right) => left.row - right.row || (left.pointer < right.pointer ? -1 : 1)),
  };
}

describe('many sources', () => {
  it('answer as one does that holds all their records', async () => {
    const sources = fc.array(fc.tuple(fc.array(recordText, { maxLength: 4 }), fc.nat(containers.length - 1)), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(sources, async (parts) => {
        const filled = parts.filter(([texts]) => texts.length > 0);
        const several = await openLog(...parts.map(([texts, container]) => (texts.length === 0 ? '' : containers[container]!(texts))));
        const joined = await openLog(filled.flatMap(([texts]) => texts).join('\n'));
        expect(several.last.sources.map(({ records }) => records)).toEqual(parts.map(([texts]) => texts.length));
        expect(await answersOf(several)).toEqual(await answersOf(joined));
      }),
      { numRuns: runs(80) },
    );
  });

  it.each([
    ['asynchronous', asynchronousAccess],
    ['direct', directAccess],
  ])('on disk are open a few at a time, and each once, by %s access', async (name, access) => {
    const count = 200;
    const paths = Array.from({ length: count }, (_, number) => join(folder, `${name}${number}.json`));
    paths.forEach((path, number) => writeFileSync(path, number % 2 === 0 ? lines(number * 4, 4) : gzipSync(lines(number * 4, 4))));
    writeFileSync(paths[7]!, '');
    writeFileSync(paths[9]!, '{"operationName":"x"}\n{"broken"\n');
    rmSync(paths[11]!);
    const files = new OpenFiles(access, 8);
    const session = new LogSession(() => undefined, nodeCompression);
    await session.read(paths.map((path) => new FileSource(path, path, files)));
    expect(session.faults.map((fault) => fault.sentence.code)).toEqual(['reading.missing']);
    expect(files.counts.peak).toBe(8);
    // Those that hold the first and the last record are opened once more for their times.
    expect(files.counts.opened).toBeLessThanOrEqual(count + 10);
    let visited = 0;
    await session.visit('', 0, Infinity, never, () => void visited++);
    expect(visited).toBe((count - 3) * 4 + 1);
    expect(files.counts.peak).toBe(8);
    await session.close();
  });

  it('are read with one look, one read and at most one decompression each', async () => {
    const counts = { looks: 0, reads: 0, shorts: 0, streams: 0 };
    const compression: Compression = {
      ...nodeCompression,
      gunzip: () => (counts.streams++, nodeCompression.gunzip()),
      gunzipShort: (bytes, most) => (counts.shorts++, nodeCompression.gunzipShort(bytes, most)),
    };
    const sources = Array.from({ length: 100 }, (_, number) => {
      const source = new ChangingFile(number % 2 === 0 ? lines(number * 3, 3) : gzipSync(lines(number * 3, 3))).source();
      const counted: LogSource = {
        name: source.name,
        open: () => source.open(),
        read: (offset, length, into) => (counts.reads++, source.read(offset, length, into)),
        look: async (at) => (counts.looks++, source.look?.(at)),
        close: () => source.close(),
      };
      return counted;
    });
    const snapshots: Snapshot[] = [];
    const session = new LogSession((snapshot) => snapshots.push(snapshot), compression);
    await session.read(sources);
    expect(snapshots.at(-1)).toMatchObject({ complete: true, records: 300, problem: null });
    // Each snapshot gives the first and the last record's time as they are written.
    const again = 2 * snapshots.length;
    expect(counts.reads).toBeLessThanOrEqual(100 + again);
    expect(counts.looks).toBe(100);
    expect(counts.shorts).toBeLessThanOrEqual(50 + again);
    expect(counts.streams).toBe(0);
    await session.close();
  });

  it('take a few kilobytes each', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const used = (): number => {
      collect();
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    };
    const contents = [
      gzipSync(lines(0, 8)),
      Buffer.from(lines(0, 8)),
      Buffer.from(`[${lines(0, 8).trimEnd().replaceAll('\n', ',')}]`),
      Buffer.from(lines(0, 8).trimEnd()),
    ];
    const file = contents.map((content, number) => {
      const path = join(folder, `heap${number}`);
      writeFileSync(path, content);
      return path;
    });
    const files = new OpenFiles(directAccess, 8);
    const sessions: LogSession[] = [];
    const read = async (count: number): Promise<void> => {
      const session = new LogSession(() => undefined, nodeCompression);
      sessions.push(session);
      await session.read(Array.from({ length: count }, (_, number) => new FileSource(`log${number}`, file[number % 4]!, files)));
    };
    await read(100);
    await read(100);
    const before = used();
    await read(2000);
    // Of which the records take 64 bytes each. It was half a megabyte.
    expect((used() - before) / 2000).toBeLessThan(12_000);
    await Promise.all(sessions.map((session) => session.close()));
  });
});

describe('one of many sources that grows', () => {
  const contents = Array.from({ length: 40 }, (_, number) => lines(number * 10, number % 5));

  async function open(
    files: readonly ChangingFile[],
  ): Promise<{ session: LogSession; snapshots: Snapshot[]; answers: () => Promise<unknown> }> {
    const snapshots: Snapshot[] = [];
    const session = new LogSession((snapshot) => snapshots.push(snapshot), nodeCompression);
    await session.read(files.map((file) => file.source()));
    const answers = async (): Promise<unknown> => {
      const page = await session.request('page', { query: '', order: 'file', from: { at: 0 }, count: 500 }, never);
      const findings = await session.request('findings', { query: '', limit: 500, items: 5 }, never);
      return [page, findings].map((outcome) => (outcome.status === 'ok' ? { ...outcome.answer, snapshot: 0 } : outcome));
    };
    return { session, snapshots, answers };
  }

  it.each([
    ['the first', [1]],
    ['one between', [17]],
    ['the last', [39]],
    ['several', [3, 4, 21, 38]],
  ])('is read on alone: %s', async (_, growing) => {
    const files = contents.map((text) => new ChangingFile(text));
    const { session, snapshots, answers } = await open(files);
    await answers();
    growing.forEach((number) => files[number]!.append(lines(number * 10 + 5, 2)));
    const before = files.map(({ reads }) => reads);
    await session.follow(files.map((file) => file.source()));
    expect(snapshots.at(-1)).toMatchObject({ complete: true, reading: 1 });
    const others = files.flatMap(({ reads }, number) => (growing.includes(number) ? [] : [reads - before[number]!]));
    // Those with the first and the last record are asked for their times.
    expect(others.filter((reads) => reads > 0).length).toBeLessThanOrEqual(2);
    const anew = await open(files.map(({ bytes }) => new ChangingFile(bytes)));
    expect(await answers()).toEqual(await anew.answers());
    expect(snapshots.at(-1)).toEqual({ ...anew.snapshots.at(-1)!, snapshot: snapshots.at(-1)!.snapshot });
    await session.close();
  });
});

describe('a file that was closed to make room', () => {
  async function opened(name: string): Promise<{ path: string; session: LogSession; ask: () => Promise<unknown> }> {
    const paths = [0, 1, 2].map((number) => join(folder, `${name}${number}`));
    paths.forEach((path, number) => writeFileSync(path, lines(number * 2, 2)));
    const session = new LogSession(() => undefined, nodeCompression);
    await session.read(paths.map((path) => new FileSource(path, path, new OpenFiles(asynchronousAccess, 8))));
    const files = new OpenFiles(asynchronousAccess, 1);
    await session.read(paths.map((path) => new FileSource(path, path, files)));
    const ask = async (): Promise<unknown> => {
      const outcome = await session.request('record', { ref: { source: 0, index: 1 } }, never);
      return outcome.status === 'error' ? outcome.message.code : outcome.status;
    };
    return { path: paths[0]!, session, ask };
  }

  it('is opened again', async () => {
    const { ask, session } = await opened('again');
    expect(await ask()).toBe('ok');
    await session.close();
  });

  it('is not taken for another one in its place', async () => {
    const { path, ask, session } = await opened('replaced');
    await writeFile(`${path}.new`, lines(100, 2));
    await rename(`${path}.new`, path);
    expect(await ask()).toBe('reading.replaced');
    await session.close();
  });

  it('may be gone', async () => {
    const { path, ask, session } = await opened('gone');
    await rm(path);
    expect(await ask()).toBe('reading.missing');
    await session.close();
  });
});
