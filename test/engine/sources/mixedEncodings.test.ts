import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { BytesSource } from '../../../src/engine/sources/bytesSource.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import { say } from '../../../src/protocol/say.ts';
import { BytesBlockWorkers } from '../parallel/bytesBlockWorkers.ts';
import { everyAnswer } from '../parallel/everyAnswer.ts';
import { openLog } from '../openLog.ts';
import { ChangingFile } from '../session/changingFile.ts';
import { withoutOrder } from '../session/withoutOrder.ts';
import { encode, type Writing } from './encodings.ts';
import { runs } from '../../runs.ts';

type Encoding = Writing['encoding'];

/** Some lines in one encoding. */
interface Part {
  readonly encoding: Encoding;
  readonly hasMark: boolean;
  readonly records: readonly string[];
}

const never = new AbortController().signal;
const lineEnd = '\r\n';

function bytesOf({ encoding, hasMark, records }: Part): Buffer {
  return encode((hasMark ? '\ufeff' : '') + records.map((record) => record + lineEnd).join(''), encoding);
}

function fileOf(parts: readonly Part[]): Buffer {
  return Buffer.concat(parts.map(bytesOf));
}

const letters = fc.string({ unit: fc.constantFrom('a', 'ä', '€', '中', '𝄞', '"', '\\', '\n', ' ', '{'), maxLength: 40 });
const record = fc.record({ operationName: letters, env_seqNum: fc.nat(5), text: letters }).map((value) => JSON.stringify(value));
const encodings: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be'];
/** Each in another encoding than the one before. */
const parts = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 2 }), fc.boolean(), fc.array(record, { minLength: 1, maxLength: 4 })), {
    minLength: 2,
    maxLength: 5,
  })
  .chain((all) =>
    fc.nat(2).map((first) => {
      let index = first;
      return all.map(([step, hasMark, records], number): Part => {
        index += number === 0 ? 0 : step;
        return { encoding: encodings[index % 3]!, hasMark, records };
      });
    }),
  );

/** What a session must tell of the parts, worked out from the parts themselves. */
function expected(all: readonly Part[]): unknown {
  let byteOffset = 0;
  let line = 0;
  const seams: unknown[] = [];
  const records: unknown[] = [];
  all.forEach((part, number) => {
    const { encoding, hasMark } = part;
    if (number > 0) {
      seams.push({ byteOffset, line, args: [all[number - 1]!.encoding, encoding].map((name) => name.toUpperCase()) });
    }
    let at = byteOffset + (hasMark ? encode('\ufeff', encoding).length : 0);
    for (const text of part.records) {
      const byteLength = encode(text, encoding).length;
      records.push({ text, byteOffset: at, byteLength, line });
      at += byteLength + encode(lineEnd, encoding).length;
      line++;
    }
    byteOffset = at;
  });
  return { problem: null, records, seams, others: [] };
}

async function reported(session: LogSession, last: Snapshot): Promise<unknown> {
  const texts: string[] = [];
  await session.visit('', 0, Infinity, never, (bytes) => void texts.push(Buffer.from(bytes).toString()));
  const records: unknown[] = [];
  for (const [index, text] of texts.entries()) {
    const outcome = await session.request('locate', { record: { source: 0, index } }, never);
    if (outcome.status === 'ok') {
      const { byteOffset, byteLength, range } = outcome.answer;
      records.push({ text, byteOffset, byteLength, line: range.startLine });
    }
  }
  const found = await session.request('placedFindings', { source: 0, limit: 100_000 }, never);
  const findings = found.status === 'ok' ? found.answer.findings.filter(({ code }) => code.startsWith('syntax.')) : [];
  const isSeam = ({ message }: (typeof findings)[number]): boolean => message.code === 'finding.syntax.encoding.seam';
  return {
    problem: last.problem,
    records,
    seams: findings.filter(isSeam).map(({ byteOffset, range, message }) => ({ byteOffset, line: range.startLine, args: message.args })),
    others: findings.filter((finding) => !isSeam(finding)).map(({ message }) => say(message)),
  };
}

async function report(bytes: Uint8Array): Promise<unknown> {
  const { session, last } = await openLog(bytes);
  const result = await reported(session, last);
  await session.close();
  return result;
}

describe('a log of several encodings', () => {
  it('is read part by part, with one finding where each begins', async () => {
    await fc.assert(
      fc.asyncProperty(parts, async (all) => {
        const bytes = fileOf(all);
        expect(await report(new Uint8Array(bytes))).toEqual(expected(all));
      }),
      { numRuns: runs(150) },
    );
  });

  it('is read in gzip as well', async () => {
    await fc.assert(
      fc.asyncProperty(parts, async (all) => {
        expect(await report(new Uint8Array(gzipSync(fileOf(all))))).toEqual(expected(all));
      }),
      { numRuns: runs(40) },
    );
  });

  it('is read whatever stands at the ends of what is read at once', async () => {
    // Pieces are 64 KiB at first, and blocks of UTF-16 too; the seam moves over their ends.
    for (let more = -9; more < 9; more++) {
      for (const [first, second] of [
        ['utf-8', 'utf-16le'],
        ['utf-8', 'utf-16be'],
        ['utf-16le', 'utf-8'],
        ['utf-16be', 'utf-16le'],
      ] as const) {
        const unit = first === 'utf-8' ? 1 : 2;
        const rest = Math.floor(65_536 / unit) + more - '{"x":""}'.length - lineEnd.length;
        const all: Part[] = [
          { encoding: first, hasMark: false, records: [`{"x":"${'y'.repeat(rest)}"}`] },
          { encoding: second, hasMark: false, records: ['{"a":1}', '{"a":2}'] },
          { encoding: first, hasMark: true, records: ['{"a":3}'] },
        ];
        expect([more, first, second, await report(new Uint8Array(fileOf(all)))]).toEqual([more, first, second, expected(all)]);
      }
    }
  });

  it('keeps records in their own encoding', async () => {
    const all: Part[] = [
      { encoding: 'utf-8', hasMark: false, records: ['{"a":"ä"}'] },
      { encoding: 'utf-16le', hasMark: true, records: ['{"b":"€"}'] },
      { encoding: 'utf-16be', hasMark: true, records: ['{"c":"中"}'] },
    ];
    const { session, last } = await openLog(new Uint8Array(fileOf(all)));
    const own: unknown[] = [];
    await session.visitOwn('', 0, Infinity, never, async (bytes, encoding) => void own.push([Buffer.from(bytes), encoding]));
    expect(own).toEqual(all.map(({ encoding, records }) => [encode(records[0]!, encoding), encoding]));
    expect(last.sources[0]).toMatchObject({ encoding: 'utf-8', decodedBytes: fileOf(all).length, container: 'ndjson' });
  });

  it('keeps padding what it is', async () => {
    const text = `{"a":1}\n${'\0'.repeat(70_000)}\n\0{"a":2}\n{\0\0\0\n`;
    const log = await openLog(text);
    const { findings } = await log.request('placedFindings', { source: 0, limit: 100 });
    expect(findings.filter(({ code }) => code.startsWith('syntax.')).map(({ code }) => code)).toEqual([
      'syntax.truncated',
      'syntax.padding',
    ]);
  });

  it('is read on wherever it has grown', async () => {
    await fc.assert(
      fc.asyncProperty(parts, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), async (all, cuts) => {
        const bytes = fileOf(all);
        const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((left, right) => left - right);
        const file = new ChangingFile(new Uint8Array(bytes.subarray(0, ends[0])));
        let last: Snapshot | undefined;
        const session = new LogSession((snapshot) => (last = snapshot), nodeCompression);
        await session.read([file.source()]);
        for (const [index, end] of ends.entries()) {
          file.append(bytes.subarray(end, ends[index + 1] ?? bytes.length));
          await session.follow([file.source()]);
        }
        expect(await reported(session, last!)).toEqual(expected(all));
        await session.close();
      }),
      { numRuns: runs(150) },
    );
  });

  it('is read on by what PowerShell adds', async () => {
    const all: Part[] = [
      { encoding: 'utf-8', hasMark: false, records: ['{"a":1}', '{"a":2}'] },
      { encoding: 'utf-16le', hasMark: false, records: ['{"a":3}'] },
      { encoding: 'utf-16le', hasMark: false, records: ['{"a":4}'] },
    ];
    const file = new ChangingFile(new Uint8Array(bytesOf(all[0]!)));
    const snapshots: Snapshot[] = [];
    const session = new LogSession((snapshot) => snapshots.push(snapshot), nodeCompression);
    await session.read([file.source()]);
    for (const part of all.slice(1)) {
      file.append(bytesOf(part));
      await session.follow([file.source()]);
    }
    const joined: Part[] = [all[0]!, { ...all[1]!, records: ['{"a":3}', '{"a":4}'] }];
    expect(await reported(session, snapshots.at(-1)!)).toEqual(expected(joined));
    // What was read before stays.
    expect(snapshots.at(-1)).toMatchObject({ reading: 1, records: 4 });
    await session.close();
  });

  it('is read by several threads up to where the encoding changes', async () => {
    const line = (number: number): string => `{"operationName":"o${number % 7}","env_epoch":"E","env_seqNum":${number}}`;
    const many = (from: number, count: number): readonly string[] => Array.from({ length: count }, (_, index) => line(from + index));
    for (const count of [3000, 3001, 3019]) {
      const bytes = new Uint8Array(
        fileOf([
          { encoding: 'utf-8', hasMark: false, records: many(0, count) },
          { encoding: 'utf-16le', hasMark: false, records: many(count, 500) },
          { encoding: 'utf-8', hasMark: false, records: many(count + 500, 2000) },
        ]),
      );
      const read = async (workers?: BytesBlockWorkers): Promise<unknown> => {
        let last: Snapshot | undefined;
        const session = new LogSession((snapshot) => (last = snapshot), nodeCompression, workers);
        await session.read([new BytesSource('log.ndjson', bytes)]);
        const answers = await everyAnswer(session);
        await session.close();
        return withoutOrder({ last: { ...last, snapshot: 0 }, answers });
      };
      const workers = new BytesBlockWorkers(bytes, 2, 8000);
      expect(await read(workers)).toEqual(await read());
      expect(workers.read).toBeGreaterThan(3);
    }
  });
});
