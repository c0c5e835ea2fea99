import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogSource } from '../../../src/core/reading/source.ts';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { webCompression } from '../../../src/engine/web/webCompression.ts';
import type { PlacedFinding } from '../../../src/protocol/answers/findings.ts';
import type { SourceSummary } from '../../../src/protocol/answers/snapshot.ts';
import { encode, ownBytes, write, writings, type Writing } from './encodings.ts';
import { runs } from '../../runs.ts';

const never = new AbortController().signal;

/** Bytes that come in pieces of uneven sizes, as a stream's or a slow disk's do not, but readers must bear. */
class MemorySource implements LogSource {
  readonly name = 'log';
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  open(): Promise<number> {
    return Promise.resolve(this.bytes.length);
  }

  read(offset: number, length: number): Promise<Uint8Array> {
    return Promise.resolve(this.bytes.slice(offset, offset + length));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

interface Reported {
  readonly problem: string | null;
  readonly summary: SourceSummary;
  readonly texts: readonly string[];
  readonly own: readonly Buffer[];
  readonly places: readonly { readonly range: unknown; readonly byteOffset: number; readonly byteLength: number }[];
  readonly findings: readonly PlacedFinding[];
}

/** All that a session tells of a log. */
async function report(bytes: Uint8Array, compression = nodeCompression): Promise<Reported> {
  let problem: string | null = null;
  let summary: SourceSummary | undefined;
  const session = new LogSession((snapshot) => {
    problem = snapshot.problem?.code ?? null;
    summary = snapshot.sources[0];
  }, compression);
  await session.read([new MemorySource(bytes)]);
  const texts: string[] = [];
  const own: Buffer[] = [];
  const places: Reported['places'][number][] = [];
  await session.visit('', 0, Infinity, never, (record) => void texts.push(Buffer.from(record).toString()));
  await session.visitOwn('', 0, Infinity, never, async (record) => void own.push(Buffer.from(record)));
  for (let index = 0; index < texts.length; index++) {
    const outcome = await session.request('locate', { record: { source: 0, index } }, never);
    if (outcome.status === 'ok') {
      const { range, byteOffset, byteLength } = outcome.answer;
      places.push({ range, byteOffset, byteLength });
    }
  }
  const found = await session.request('placedFindings', { source: 0, limit: 100_000 }, never);
  await session.close();
  return { problem, summary: summary!, texts, own, places, findings: found.status === 'ok' ? found.answer.findings : [] };
}

/** What does not depend on how the text was written down. */
function plainly({ problem, summary, texts, places, findings }: Reported): unknown {
  return {
    problem,
    records: summary.records,
    container: summary.container,
    texts,
    places: places.map(({ range }) => range),
    findings: findings.map((finding) => ({ ...finding, byteOffset: null, byteLength: null })),
  };
}

const platforms = [nodeCompression, webCompression];
const letters = fc.string({ unit: fc.constantFrom('a', 'ä', '€', '\u2028', '𝄞', '"', '\\', '\n', ' '), maxLength: 30 });
const record = fc
  .record({ operationName: letters, env_seqNum: fc.nat(5), auditEventCategory: fc.array(letters, { maxLength: 2 }), text: letters })
  .map((value) => JSON.stringify(value));
const broken = fc.constantFrom('{"a":1', '{"ä":}', 'null', '€', '{"𝄞":\'1\'}', '');
const item = fc.oneof({ weight: 4, arbitrary: record }, { weight: 1, arbitrary: broken });
const log = fc.oneof(
  fc.array(item, { minLength: 1, maxLength: 8 }).map((items) => `{"first":1}\n${items.join('\n')}`),
  fc.array(item, { minLength: 1, maxLength: 8 }).map((items) => `[{"first":1},${items.join(',\r\n')}]`),
  fc.array(record, { minLength: 1, maxLength: 8 }).map((items) => `{"value":[${items.join(',')}]}`),
);

describe('a log', () => {
  it.each(writings)('in $encoding (mark: $hasMark, compression: $compression) is read as in plain UTF-8', async (writing) => {
    await fc.assert(
      fc.asyncProperty(log, fc.integer({ min: 1, max: 4 }), async (text, members) => {
        const expected = await report(Buffer.from(text));
        const file = write(text, writing, members);
        const reported = await report(file, platforms[members % 2]);
        expect(plainly(reported)).toEqual(plainly(expected));
        checkOwn(reported, text, writing, file);
      }),
      { numRuns: runs(40) },
    );
  });

  it.each(writings)('longer than all blocks, in $encoding (mark: $hasMark, compression: $compression), too', async (writing) => {
    const line = (index: number): string =>
      `{"env_seqNum":${index},"text":"${'ä𝄞€'.repeat(index % 40)}${'x'.repeat((index * 7919) % 1500)}"}`;
    const text = Array.from({ length: 1000 }, (_, index) => line(index)).join('\n');
    const expected = await report(Buffer.from(text));
    const file = write(text, writing, 3);
    const reported = await report(file);
    expect(plainly(reported)).toEqual(plainly(expected));
    checkOwn(reported, text, writing, file);
  });
});

/** Places and own bytes are those of the file, or of what it decompresses to. */
function checkOwn({ summary, texts, own, places }: Reported, text: string, writing: Writing, file: Buffer): void {
  const bytes = ownBytes(text, writing);
  const { encoding, compression } = writing;
  expect(summary).toMatchObject({ encoding, compression, bytes: file.length, decodedBytes: bytes.length });
  expect(own.map((each, index) => each.equals(encode(texts[index]!, encoding)))).toEqual(own.map(() => true));
  expect(
    places.map(({ byteOffset, byteLength }, index) => bytes.subarray(byteOffset, byteOffset + byteLength).equals(own[index]!)),
  ).toEqual(own.map(() => true));
}

describe('damaged UTF-16', () => {
  it.each(['utf-16le', 'utf-16be'] as const)('(%s): halves of characters are said where they stand', async (encoding) => {
    const text = '\ufeff{"a":"\ud800x","b":"𝄞\udc00"}\n{"c":1}\n';
    const { texts, findings, own } = await report(encode(text, encoding));
    expect(texts).toHaveLength(2);
    expect(own[0]!.equals(encode(text.slice(1, text.indexOf('\n')), encoding))).toBe(true);
    const found = findings.filter(({ code }) => code === 'syntax.encoding');
    expect(found).toMatchObject([
      {
        message: { code: 'finding.syntax.encoding.utf16', args: ['2'] },
        pointer: '/a',
        byteOffset: 2 * text.indexOf('\ud800'),
        byteLength: 2,
        range: { startLine: 0, startColumn: 6, endColumn: 7 },
      },
    ]);
  });

  it('may end in the middle of a unit', async () => {
    const bytes = Buffer.concat([encode('\ufeff{"a":1}\n', 'utf-16le'), Buffer.from('{')]);
    const { texts, findings, summary } = await report(bytes);
    expect(texts).toEqual(['{"a":1}']);
    expect(summary.decodedBytes).toBe(bytes.length);
    expect(findings.filter(({ code }) => code.startsWith('syntax'))).toMatchObject([
      {
        message: { code: 'finding.syntax.encoding.half' },
        record: null,
        byteOffset: bytes.length - 1,
        range: { startLine: 1, startColumn: 0 },
      },
    ]);
  });
});

describe('damaged gzip', () => {
  const text = Array.from({ length: 2000 }, (_, index) => `{"env_seqNum":${index}}`).join('\n');
  const whole = gzipSync(text);

  it.each([
    ['truncated', whole.subarray(0, whole.length >> 1)],
    [
      'corrupt',
      Buffer.concat([whole.subarray(0, whole.length >> 1), Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) >> 3))]),
    ],
  ])('(%s) keeps the records before the fault', async (kind, bytes) => {
    const { texts, findings, problem } = await report(bytes);
    expect(problem).toBeNull();
    // Damaged bytes may mean something for a while.
    expect(texts.slice(0, 700)).toEqual(text.split('\n').slice(0, 700));
    const [found, ...others] = findings.filter(({ code }) => code === 'syntax.compression');
    expect(found).toMatchObject({ severity: 'error', record: null, message: { code: `finding.syntax.compression.${kind}` } });
    expect(others).toEqual([]);
  });

  it('(checksum) keeps all records', async () => {
    const bytes = Buffer.from(whole);
    bytes[bytes.length - 5]! ^= 1;
    const { texts, findings } = await report(bytes);
    expect(texts).toHaveLength(2000);
    expect(findings.filter(({ code }) => code === 'syntax.compression')).toMatchObject([
      { message: { code: 'finding.syntax.compression.checksum' }, byteOffset: text.length },
    ]);
  });

  it.each([
    ['whose beginning is damaged', whole.subarray(0, 12), 'reading.gzipDamaged'],
    ['of gzip', gzipSync(whole), 'reading.gzipTwice'],
    ['of plain text', gzipSync('Dear reader'), 'reading.text'],
    ['of nothing', gzipSync(''), null],
  ])('%s ends in a sentence', async (_, bytes, expected) => {
    expect((await report(bytes)).problem).toBe(expected);
  });
});
