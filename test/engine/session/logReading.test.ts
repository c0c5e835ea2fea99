import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtInChoice } from '../../../src/core/formats/formatChoice.ts';
import type { LogSource } from '../../../src/core/reading/source.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { LogReading } from '../../../src/engine/session/logReading.ts';
import { BytesSource } from '../../../src/engine/sources/bytesSource.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import { ChangingFile } from './changingFile.ts';
import { findingsOf, recordsOf } from './sharedReading.ts';
import { steadyClock } from '../../../src/engine/scheduling/clock.ts';

interface Opened {
  readonly log: LogReading;
  readonly snapshots: readonly Snapshot[];
  readonly last: () => Snapshot | undefined;
}

function open(controller = new AbortController(), reported: (snapshot: Snapshot) => void = () => undefined, before?: LogReading): Opened {
  const snapshots: Snapshot[] = [];
  const report = (snapshot: Snapshot): void => {
    snapshots.push(snapshot);
    reported(snapshot);
  };
  const log = new LogReading(
    { compression: nodeCompression, blockWorkers: undefined, clock: steadyClock, formats: builtInChoice },
    report,
    controller.signal,
    before?.index,
  );
  return { log, snapshots, last: () => snapshots.at(-1) };
}

async function read(...files: readonly ChangingFile[]): Promise<Opened> {
  const opened = open();
  await opened.log.read(sourcesOf(files));
  return opened;
}

function sourcesOf(files: readonly ChangingFile[]): readonly LogSource[] {
  return files.map((file) => file.source());
}

function bytesSource(text: string): BytesSource {
  return new BytesSource('log', Buffer.from(text));
}

/** Records that are numbered from one number up to another. */
const numbered = (from: number, to: number): string =>
  Array.from(
    { length: to - from },
    (_, index) => `{"operationName":"x","env_epoch":"E","env_seqNum":${from + index},"env_cv":"${index}"}\n`,
  ).join('');

/** All that the index has of a log. */
function stateOf({ index }: LogReading): unknown {
  return index.sources.map((source) => ({ first: source.firstRow, records: recordsOf(index, source), findings: findingsOf(source) }));
}

describe('reading a log', () => {
  it('fills one index from all sources, and ends with a snapshot that is complete', async () => {
    const { log, last } = await read(new ChangingFile(numbered(0, 2)), new ChangingFile(gzipSync(numbered(2, 5))));
    expect(last()).toMatchObject({ complete: true, records: 5, reading: 0, problem: null, isAuditLog: false });
    expect(log.index.sources.map(({ firstRow, records, failed }) => [firstRow, records, failed])).toEqual([
      [0, 2, false],
      [2, 3, false],
    ]);
    expect(log.problems).toEqual([]);
  });

  it('finds what is between records, of whatever source', async () => {
    const { log } = await read(new ChangingFile(numbered(0, 2)), new ChangingFile(numbered(4, 6)));
    // Of the first record of the second source, after row 1.
    expect(log.index.sources.map((source) => findingsOf(source).filter((one) => one.startsWith('sequence.')))).toEqual([
      [],
      ['sequence.gap 0 1'],
    ]);
  });

  it('is an audit log if one of its sources looks like one', async () => {
    const texts = ['{"a":1}\n', '{"operationName":"x","targetResources":[]}\n', '{"b":1}\n'];
    const { last } = await read(...texts.map((text) => new ChangingFile(text)));
    expect(last()?.isAuditLog).toBe(true);
  });

  it.each<[name: string, texts: readonly string[], problem: string | undefined, failed: readonly boolean[]]>([
    ['all of which are none', ['hello\n', 'hello too\n'], 'reading.text', [true, true]],
    ['one of which is none', ['hello\n', numbered(0, 1)], undefined, [true, false]],
  ])('of sources %s goes on with the others', async (_, texts, problem, failed) => {
    const { log, last } = await read(...texts.map((text) => new ChangingFile(text)));
    expect(last()).toMatchObject({ complete: true });
    expect(last()?.problem?.code).toBe(problem);
    expect(log.index.sources.map((source) => source.failed)).toEqual(failed);
    expect(log.problems.map(({ name, sentence }) => [name, sentence.code])).toEqual(
      failed.filter(Boolean).map(() => ['log.ndjson', 'reading.text']),
    );
  });

  it('that fails in another way tells how', async () => {
    const { log, last } = open();
    const gone: LogSource = {
      name: 'gone',
      open: () => Promise.reject(new Error('no such thing')),
      read: () => Promise.reject(new Error('not open')),
      close: () => Promise.resolve(),
    };
    await log.read([gone]);
    expect(log.problems.map(({ name }) => name)).toEqual(['gone']);
    expect(last()?.problem).toEqual({ code: 'reading.failed', args: ['Error: no such thing'] });
  });

  it('goes on numbering where another reading ended', async () => {
    const { log, last } = await read(new ChangingFile(numbered(0, 2)));
    const number = last()?.snapshot ?? 0;
    const again = open(undefined, undefined, log);
    await again.log.read([bytesSource(numbered(0, 3))]);
    expect(again.last()).toMatchObject({ reading: 1, records: 3 });
    expect(again.snapshots[0]?.snapshot).toBe(number + 1);
  });

  it('tells nothing any more when nobody wants to know, and has no problem', async () => {
    const controller = new AbortController();
    const opened = open(controller, () => controller.abort());
    await opened.log.read([bytesSource(numbered(0, 5000)), bytesSource('hello')]);
    expect([opened.snapshots.length, opened.snapshots[0]?.complete, opened.log.problems]).toEqual([1, false, []]);
  });

  it('closes all sources', async () => {
    const files = [new ChangingFile(numbered(0, 1)), new ChangingFile('hello')];
    const { log } = await read(...files);
    expect(files.map((file) => file.open)).toEqual([1, 1]);
    await log.close();
    expect(files.map((file) => file.open)).toEqual([0, 0]);
  });
});

describe('how a log has grown', () => {
  const size = numbered(0, 2).length;

  it.each<[name: string, change: (files: readonly ChangingFile[]) => void, expected: unknown]>([
    ['not at all', () => undefined, undefined],
    ['in the last source', (files) => files[1]?.append(numbered(2, 3)), { first: 1, sizes: [undefined, numbered(0, 3).length] }],
    ['in the first', (files) => files[0]?.append('\n'), { first: 0, sizes: [size + 1, undefined] }],
    ['in both', (files) => files.forEach((file) => file.append('\n')), { first: 0, sizes: [size + 1, size + 1] }],
    ['where one was replaced', (files) => files[1]?.replace(numbered(0, 3)), 'replaced'],
  ])('%s', async (_, change, expected) => {
    const files = [new ChangingFile(numbered(0, 2)), new ChangingFile(numbered(0, 2))];
    const { log } = await read(...files);
    change(files);
    expect(await log.growth(sourcesOf(files))).toEqual(expected);
  });

  it('does not count where it cannot be read on', async () => {
    const gzip = new ChangingFile(gzipSync(numbered(0, 2)));
    const { log } = await read(gzip);
    gzip.append(gzipSync(numbered(2, 3)));
    expect(await log.growth([gzip.source()])).toBe('replaced');
    const text = new ChangingFile('hello\n');
    expect(await (await read(text)).log.growth([text.source()])).toBe('replaced');
    const lines = new ChangingFile(numbered(0, 1));
    expect(await (await read(lines)).log.growth([lines.source(), lines.source()])).toBe('replaced');
  });

  it.each([
    ['the last', [false, false, true]],
    ['the first', [true, false, false]],
    ['the first and the last', [true, false, true]],
    ['all', [true, true, true]],
  ])('is read on as if all had been there at once: %s', async (_, grow) => {
    const texts = [numbered(0, 3), numbered(10, 12), `${numbered(20, 23)}{"env_`];
    const files = texts.map((text) => new ChangingFile(text));
    const { log, last } = await read(...files);
    const before = last();
    files.forEach((file, number) => grow[number] === true && file.append(number === 2 ? `os":1}\n${numbered(24, 26)}` : numbered(5, 7)));
    const growth = await log.growth(sourcesOf(files));
    if (growth === undefined || growth === 'replaced') {
      throw new Error('The log has not grown.');
    }
    const left = log.goBack(growth);
    expect([left, log.index.rows, log.index.complete]).toEqual([grow[0] === true ? 3 : 8, left, false]);
    await log.readOn(growth, sourcesOf(files));
    const whole = await read(...files.map(({ bytes }) => new ChangingFile(bytes)));
    expect(stateOf(log)).toEqual(stateOf(whole.log));
    expect({ ...last(), snapshot: 0 }).toEqual({ ...whole.last(), snapshot: 0 });
    expect(last()?.snapshot).toBeGreaterThan((before?.snapshot ?? 0) + 1);
    expect(await log.growth(sourcesOf(files))).toBeUndefined();
  });
});

describe('a reading under way', () => {
  it.each([
    ['ends where its file has been replaced', true, []],
    ['goes on where its file has only grown', false, [true]],
  ])('%s', async (_, isReplaced, complete) => {
    const file = new ChangingFile(numbered(0, 10_000));
    let looking: Promise<void> | undefined;
    const { log, snapshots } = open(undefined, () => {
      if (looking === undefined) {
        (isReplaced ? (text: string) => file.replace(text) : (text: string) => file.append(text))(numbered(0, 1));
        looking = log.endIfReplaced([file.source()]);
      }
    });
    await log.read([file.source()]);
    await looking;
    expect(
      snapshots
        .slice(1)
        .filter((one) => one.complete)
        .map((one) => one.complete),
    ).toEqual(complete);
    expect(log.problems).toEqual([]);
  });
});
