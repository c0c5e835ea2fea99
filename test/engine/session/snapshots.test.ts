import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { blockRows, wholeBlock } from '../../../src/engine/columns/blocks.ts';
import { message } from '../../../src/core/finding/message.ts';
import type { SourceIndex } from '../../../src/engine/index/logIndex.ts';
import { Snapshots, type LogState } from '../../../src/engine/session/snapshots.ts';
import { SourceReading } from '../../../src/engine/session/sourceReading.ts';
import { BytesSource } from '../../../src/engine/sources/bytesSource.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import { listenedReading } from './sharedReading.ts';

const reading: LogState = { stage: 'reading', problem: null, isAuditLog: false };

/** A log whose sources are read one after the other, and its snapshots. */
class Log {
  private readonly shared = listenedReading().shared;
  readonly index = this.shared.index;
  readonly snapshots = new Snapshots(this.index);

  async read(text: string | Uint8Array): Promise<void> {
    const { length } = this.index.sources;
    const one = new SourceReading(new BytesSource(`log${length}`, typeof text === 'string' ? Buffer.from(text) : text), this.shared);
    await one.read();
  }

  next(stage: LogState['stage'] = 'reading'): Promise<Snapshot> {
    return this.snapshots.next({ ...reading, stage });
  }

  get last(): SourceIndex | undefined {
    return this.index.sources.at(-1);
  }
}

const at = (second: number, more = ''): string => `{"env_time":"2020-11-23T18:23:${String(second).padStart(2, '0')}Z"${more}}\n`;
const untimed = '{"env_time":null}\n';
const timesOf = ({ first, last }: Snapshot): readonly (string | undefined)[] =>
  [first?.text, last?.text].map((text) => text?.slice(17, 19));

describe('a snapshot', () => {
  it('tells how far the sources have been read, under numbers that rise', async () => {
    const log = new Log();
    expect(await log.next()).toMatchObject({ snapshot: 1, complete: false, bytesRead: 0, bytesTotal: 0, records: 0, sources: [] });
    await log.read(at(1) + at(2));
    expect(await log.next()).toMatchObject({ snapshot: 2, complete: false, bytesRead: 72, bytesTotal: 72, records: 2 });
    await log.read(gzipSync(at(3)));
    const last = await log.next('complete');
    expect(last).toMatchObject({ snapshot: 3, complete: true, bytesRead: 72 + gzipSync(at(3)).length, records: 3 });
    expect(last.sources.map(({ name, records, compression, decodedBytes }) => [name, records, compression, decodedBytes])).toEqual([
      ['log0', 2, 'none', 72],
      ['log1', 1, 'gzip', 36],
    ]);
  });

  it('makes answers see what has been read, and no more', async () => {
    const log = new Log();
    await log.read(at(1));
    await log.next();
    await log.read(at(2));
    expect([log.index.rows, log.index.snapshot, log.index.complete, log.index.findingCounts.length]).toEqual([1, 1, false, 1]);
    await log.next('complete');
    expect([log.index.rows, log.index.snapshot, log.index.complete, log.index.findingCounts.length]).toEqual([2, 2, true, 2]);
  });

  it('tells what it is told of the log', async () => {
    const log = new Log();
    const problem = message('reading.text');
    expect(await log.snapshots.next({ stage: 'complete', problem, isAuditLog: true })).toMatchObject({ problem, isAuditLog: true });
  });

  it('has no total where the size of one source is unknown', async () => {
    const log = new Log();
    await log.read(at(1));
    await log.read(at(2));
    Object.assign(log.index.sources[0] ?? {}, { bytes: null });
    expect((await log.next()).bytesTotal).toBeNull();
    log.snapshots.settle(2);
    expect(await log.next()).toMatchObject({ bytesRead: 72, bytesTotal: null });
  });
});

describe('the first and the last time', () => {
  it.each<[name: string, text: string, expected: readonly (string | undefined)[]]>([
    ['of records in order', at(1) + at(2) + at(3), ['01', '03']],
    ['of records in another order', at(7) + at(2) + untimed + at(9) + at(4), ['02', '09']],
    ['of one record', untimed + at(5), ['05', '05']],
    ['of none with a time', untimed + '{"env_time":"yesterday"}\n', [undefined, undefined]],
    ['of many records', at(30).repeat(3000) + at(2) + at(30).repeat(3000) + at(59) + at(31).repeat(3000), ['02', '59']],
  ])('%s', async (_, text, expected) => {
    const log = new Log();
    await log.read(text);
    expect(timesOf(await log.next())).toEqual(expected);
  });

  it('are those of all records so far, however many snapshots there were', async () => {
    const log = new Log();
    const reported = [];
    for (const text of [at(5), at(7) + untimed, at(6), at(3), untimed]) {
      await log.read(text);
      reported.push(timesOf(await log.next()));
    }
    expect(reported).toEqual([
      ['05', '05'],
      ['05', '07'],
      ['05', '07'],
      ['03', '07'],
      ['03', '07'],
    ]);
  });

  it('are told as the first and the last of records of one time write them', async () => {
    const log = new Log();
    await log.read('{"env_time":"2020-11-23T18:23:29Z"}\n{"env_time":"2020-11-23T18:23:29.0Z"}\n{"env_time":"2020-11-23T18:23:29.00Z"}\n');
    const { first, last } = await log.next();
    expect([first?.text, last?.text]).toEqual(['2020-11-23T18:23:29Z', '2020-11-23T18:23:29.00Z']);
  });

  it.each([0, blockRows - 1, blockRows, 2 * blockRows - 1, 2 * blockRows, 2 * blockRows + 9])('are found in row %i', async (row) => {
    const log = new Log();
    await log.read(at(30).repeat(row) + at(7) + at(30).repeat(2 * blockRows + 10 - row));
    expect(timesOf(await log.next())).toEqual(['07', '30']);
    // Answers go by whole blocks as well.
    const block = Math.min(row - (row % blockRows), blockRows);
    expect(log.index.times.of(wholeBlock(block, log.index.rows))?.earliestRow).toBe(row < 2 * blockRows ? row : block);
  });

  it('are forgotten with the rows that are taken back', async () => {
    const log = new Log();
    await log.read(at(5) + at(9) + at(1));
    expect(timesOf(await log.next())).toEqual(['01', '09']);
    log.index.table.keep(1);
    log.index.times.keep(1);
    log.snapshots.goBack(1, 0);
    const last = await log.next();
    expect([last.records, timesOf(last)]).toEqual([1, ['05', '05']]);
  });
});

describe('findings', () => {
  const faulty = at(1, ',"operationName":"Nonsense"');

  it('are counted by severity with the records', async () => {
    const log = new Log();
    await log.read(at(1));
    const { findings: before } = await log.next();
    await log.read(`${faulty}x\n${faulty}`);
    const { findings } = await log.next();
    const all = log.index.sources.flatMap(({ findings: own }) => Array.from({ length: own.length }, (_, number) => own.at(number).code));
    expect(findings.error + findings.warning + findings.information).toBe(all.length);
    expect(findings.error).toBeGreaterThan(before.error);
  });

  it('of relations are told when all are found, and not while they are', async () => {
    const log = new Log();
    await log.read(at(1));
    log.snapshots.settle(1);
    log.snapshots.noteFindings(true);
    const before = await log.next('relating');
    log.last?.findings.addRelation({ code: 'sequence.duplicate', record: 0, other: 0 });
    const during = await log.next('relating');
    const [counted] = log.index.findingCounts;
    expect(during.findings).toEqual(before.findings);
    expect((await log.next('complete')).findings).not.toEqual(before.findings);
    expect(log.index.findingCounts).toEqual([(counted ?? 0) + 1]);
  });
});

describe('sources that are settled', () => {
  it('are told as they were, without another look at them', async () => {
    const log = new Log();
    await log.read(at(1));
    await log.read(at(2) + at(3));
    log.snapshots.settle(1);
    const before = await log.next();
    log.snapshots.settle(2);
    expect(await log.next()).toEqual({ ...before, snapshot: 2 });
    Object.assign(log.last ?? {}, { records: 7 });
    expect((await log.next()).sources.map(({ records }) => records)).toEqual([1, 2]);
    log.snapshots.goBack(1, 1);
    expect((await log.next()).sources.map(({ records }) => records)).toEqual([1, 7]);
  });
});
