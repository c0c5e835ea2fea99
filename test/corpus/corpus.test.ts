import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { identifyContent } from '../../src/core/reading/identify.ts';
import { message } from '../../src/core/finding/message.ts';
import { say } from '../../src/protocol/say.ts';
import { nodeCompression } from '../../src/engine/node/nodeCompression.ts';
import { GzipBytes } from '../../src/engine/sources/gzipBytes.ts';
import { webCompression } from '../../src/engine/web/webCompression.ts';
import { commandLine } from '../cli/commandLine.ts';
import { readAll, type ReadLog } from '../core/reading/readAll.ts';
import { corpus, expectationOf, fixtures, type Expectation } from './corpus.ts';
import type { CorpusCase } from './corpusCase.ts';
import { severityOf } from './documentedCodes.ts';
import { encodingAt, readMarks, textAt } from './markedLog.ts';

const stored = corpus.filter(({ unstored }) => unstored !== true);
const logs = corpus.filter(({ problem }) => problem === undefined);
/** What the reader gets as it stands: the rest is decoded before. */
const plain = logs.filter((one) => one.gzip !== true && expectationOf(one).sections.every(({ encoding }) => encoding === 'utf-8'));
const others = corpus.filter(({ problem }) => problem !== undefined);
const byFile = (cases: readonly CorpusCase[]): readonly [string, CorpusCase][] => cases.map((one) => [one.file, one]);

describe('the files of the corpus', () => {
  it('are those of the cases, byte for byte', () => {
    const paths = globSync('**/*.*', { cwd: fixtures }).map((path) => path.replaceAll('\\', '/'));
    expect(paths.toSorted()).toEqual(stored.map(({ file }) => file).toSorted());
    const changed = stored.filter((one) => !readFileSync(join(fixtures, one.file)).equals(expectationOf(one).stored));
    expect(changed.map(({ file }) => file)).toEqual([]);
  });

  it('each say why they exist', () => {
    expect(corpus.filter(({ why }) => !/^.{20,}[.]$/.test(why)).map(({ file }) => file)).toEqual([]);
  });
});

describe('the reader', () => {
  it.each(byFile(plain))('reads %s, however its bytes come', (_, one) => {
    const { bytes, records } = expectationOf(one);
    const read = readAll(bytes);
    expect(read.records.map(({ offset, text }) => [offset, text])).toEqual(
      records.map(({ byteOffset, byteLength }) => [
        byteOffset,
        new TextDecoder().decode(bytes.subarray(byteOffset, byteOffset + byteLength)),
      ]),
    );
    if (one.container !== undefined) {
      expect(read.container).toBe(one.container);
    }
    for (const size of bytes.length > 10_000 ? [65_536] : [1, 7, 100]) {
      expect(withoutEnds(readAll(bytes, [size]))).toEqual(withoutEnds(read));
    }
  });

  it.each(byFile(others.filter((one) => expectationOf(one).bytes.length > 0)))('knows that %s is no log', (_, one) => {
    const [code = '', ...args] = one.problem!;
    // What follows the head decides where that may be the end of a record.
    const identity = identifyContent(expectationOf(one).bytes);
    expect(identity).toEqual({ kind: identity.kind, message: message(code, ...args) });
    expect(one.unstored === true ? ['notALog', 'undecided'] : ['notALog']).toContain(identity.kind);
  });
});

describe.each([
  ['zlib', nodeCompression],
  ['fflate, as in browsers', webCompression],
])('gzip by %s', (_, compression) => {
  it.each(byFile(logs.filter(({ gzip }) => gzip === true)))('gives the log of %s, and says what is wrong', async (_file, one) => {
    const { stored: compressed, bytes, findings } = expectationOf(one);
    const gzip = new GzipBytes((offset, length) => Promise.resolve(compressed.subarray(offset, offset + length)), compression);
    expect(Buffer.from(await gzip.read(0, 1_000_000)).equals(bytes)).toBe(true);
    expect(gzip.progress.fault !== undefined).toBe(findings.some(({ code }) => code === 'syntax.compression'));
  });
});

describe('the command line', () => {
  it.each(byFile(logs))('checks %s', async (_, one) => {
    const expected = expectationOf(one);
    const { code, output, errors } = await commandLine(['check', '--format', 'json', '{log}'], { log: expected.stored });
    const found = JSON.parse(output) as readonly Readonly<Record<string, unknown>>[];
    const placed = (place: { readonly byteOffset: number; readonly byteLength: number }): object => ({
      ...place,
      ...columns(expected, place.byteOffset, 'line', 'column'),
      ...columns(expected, place.byteOffset + place.byteLength, 'endLine', 'endColumn'),
    });
    const wanted = expected.findings.map(({ related, ...finding }) => ({
      ...placed(finding),
      severity: severityOf(finding.code),
      source: 'log',
      ...(related && { related: related.map(placed) }),
    }));
    // Findings at one place have no order of their own.
    expect(inOrder(found.map(withoutMessages))).toEqual(inOrder(wanted));
    expect(found.every((finding) => String(finding['message']).length > 10)).toBe(true);
    expect(code).toBe(found.some(({ severity }) => severity === 'error') ? 1 : 0);
    expect(errors).toBe('');
  });

  it.each(byFile(logs))('gives the records of %s just as they stand', async (_, one) => {
    const { stored: log, bytes, records, sections } = expectationOf(one);
    const slices = records.map(({ byteOffset, byteLength }) => textAt(sections, bytes, byteOffset, byteOffset + byteLength));
    const raw = await commandLine(['records', '--format', 'raw', '{log}'], { log });
    const source = records.flatMap(({ byteOffset, byteLength }) => [
      bytes.subarray(byteOffset, byteOffset + byteLength),
      readMarks('\n', encodingAt(sections, byteOffset)).bytes,
    ]);
    expect([raw.code, raw.bytes.equals(Buffer.concat(source))]).toEqual([0, true]);
    const lines = await commandLine(['records', '{log}'], { log });
    expect([lines.code, lines.output]).toEqual([0, slices.map((slice) => `${slice.replace(/[\r\n]+[ \t]*/g, '')}\n`).join('')]);
  });

  it.each(byFile(logs))('sums up %s', async (_, one) => {
    const { stored: log, records, findings } = expectationOf(one);
    const { code, output } = await commandLine(['summary', '--json', '{log}'], { log });
    const summary = JSON.parse(output) as Summary;
    expect([code, summary.bytes, summary.records]).toEqual([0, log.length, records.length]);
    expect(summary.findings.byCode).toEqual(countsOf(findings));
    const [source] = summary.sources;
    expect([source?.encoding, source?.compression]).toEqual([one.encoding ?? 'utf-8', one.gzip === true ? 'gzip' : 'none']);
    if (one.container !== undefined) {
      expect(source?.container).toBe(one.container);
    }
    if (one.time !== undefined) {
      expect([summary.time.first, summary.time.last]).toEqual(one.time);
    }
  });

  it.each(byFile(logs.filter(({ matches }) => matches !== undefined)))('finds what stands in the fields of %s', async (_, one) => {
    const { stored: log } = expectationOf(one);
    for (const [query, count] of Object.entries(one.matches!)) {
      const { output } = await commandLine(['summary', '--json', '--where', query, '{log}'], { log });
      expect([query, (JSON.parse(output) as Summary).records]).toEqual([query, count]);
    }
  });

  it.each(byFile(others))('turns %s down in one sentence', async (_, one) => {
    const [code = '', ...args] = one.problem!;
    for (const command of ['summary', 'check', 'records']) {
      const { code: exit, output, errors } = await commandLine([command, '{log}'], { log: expectationOf(one).stored });
      expect([exit, output, errors]).toEqual([2, '', `audit-log: log: ${say(message(code, ...args))}\n`]);
    }
  });
});

function withoutMessages({ message: _message, ...rest }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { related } = rest as { readonly related?: readonly Readonly<Record<string, unknown>>[] };
  return related === undefined ? rest : { ...rest, related: related.map(withoutMessages) };
}

/** Of a record that is passed over only the beginning is known when it is reported. */
function withoutEnds({ broken, ...read }: ReadLog): unknown {
  return { ...read, broken: broken.map((one) => (one.code === 'syntax.tooLong' ? { ...one, end: 0 } : one)) };
}

interface Summary {
  readonly bytes: number;
  readonly records: number;
  readonly sources: readonly { readonly container: string; readonly encoding: string; readonly compression: string }[];
  readonly time: { readonly first: string | null; readonly last: string | null };
  readonly findings: { readonly byCode: Readonly<Record<string, number>> };
}

function countsOf(findings: Expectation['findings']): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { code } of findings) {
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

function inOrder(findings: readonly Readonly<Record<string, unknown>>[]): readonly Readonly<Record<string, unknown>>[] {
  const byCode = findings.toSorted((left, right) => String(left['code']).localeCompare(String(right['code'])));
  return byCode.toSorted((left, right) => Number(left['byteOffset']) - Number(right['byteOffset']));
}

/** Line and column by the obvious way: all text before the place, split into lines. A byte order mark is no part of it. */
function columns({ bytes, sections }: Expectation, offset: number, line: string, column: string): Readonly<Record<string, number>> {
  const lines = textAt(sections, bytes, 0, offset)
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/);
  return { [line]: lines.length, [column]: lines.at(-1)!.length + 1 };
}
