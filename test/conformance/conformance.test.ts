import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { FormatSet } from '../../src/core/formats/formatSet.ts';
import { applyEdits, randomEdits } from '../../scripts/fuzz/mutate.ts';
import { createRandom } from '../../scripts/sample/random.ts';
import { invent } from '../bench/inventedLog.ts';
import { corpus, expectationOf } from '../corpus/corpus.ts';
import { similarRecords } from '../engine/generateSimilar.ts';
import { variedLogs } from '../engine/generateVaried.ts';
import { otherLogs, similarOthers } from '../engine/otherRecords.ts';
import { runs } from '../runs.ts';
import { readAlone, readInBatches } from './batches.ts';
import { comparable } from './comparable.ts';
import { ownFormats, ownLogs, strictFormats } from './ownFormat.ts';
import { readers } from './readers.ts';
import { specify } from './specification.ts';
import { readByKernel } from './ways.ts';

const encoder = new TextEncoder();

/** Reads a log with every reader, in one piece and in small ones, and compares all that is known of it. */
function check(bytes: Uint8Array, formats?: FormatSet): void {
  const [specification, ...others] = readers;
  const wanted = comparable(specification.read(bytes, bytes.length || 1, formats));
  for (const reader of others) {
    const { name } = reader;
    for (const piece of [bytes.length || 1, 173]) {
      expect({ name, piece, read: comparable(reader.read(bytes, piece, formats)) }).toEqual({ name, piece, read: wanted });
    }
  }
}

/** Attestation's records and those of other formats on lines of one log, in any order. */
const mixedLogs = fc
  .tuple(fc.oneof(similarRecords, variedLogs), otherLogs, fc.array(fc.nat({ max: 30 }), { maxLength: 12 }))
  .map(([own, others, places]) =>
    places.reduce(
      (lines, place, index) => {
        const line = others[index % others.length]!;
        return lines.toSpliced(place % (lines.length + 1), 0, line, line);
      },
      [...own],
    ),
  );

/** What a writer does otherwise in a record, and what may be to be reported of it. */
const respellings: readonly (readonly [RegExp, string])[] = [
  [/"User (\d+)"/, String.raw`"J\u00f6rg $1"`],
  [/"User (\d+)"/, '"Jörg $1"'],
  [/"User \d+"/, 'null'],
  [/"User \d+"/, '""'],
  [/"requestId":"[^"]*"/, '"requestId":null'],
  [/"requestId":"/, String.raw`"requestId":"\/`],
  [/(\.\d{7})Z"/, '$1+01:00"'],
  [/T\d\d:/, 'T24:'],
  [/"Success"/, '"success"'],
  [/"env_seqNum":(\d+)/, '"env_seqNum":$1.0'],
  [/"env_seqNum":\d+/, '"env_seqNum":null'],
  [/"env_seqNum":\d+/, '"env_seqNum":18446744073709551616'],
  [/"\/subscriptions/, '"/nothing'],
  [/"\/subscriptions/, String.raw`"\/subscriptions`],
  [/"ApplicationManagement"/, '"UserManagement",\n"Authentication"'],
  [/"ApplicationManagement"/, '"Unheard Of"'],
  [/"EastUS2"/, '"Nowhere"'],
  [/"UPN"/, '"ObjectId"'],
  [/"env_cv":"/, '"env_cv":"é'],
  [/"env_cv":"/, String.raw`"env_cv":"\q`],
  [/"env_os":null/, '"env_os":"Linux"'],
];

/** Records of which nothing is to be reported, in one shape or in several, and some of them respelled. */
const soundLogs = fc
  .tuple(
    fc.constantFrom<1 | 6>(1, 6),
    fc.array(fc.nat({ max: 199 }), { minLength: 20, maxLength: 40 }),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(...respellings)), { maxLength: 12 }),
  )
  .map(([shapes, picked, changes]) => {
    const lines = picked.map((index) => invented[shapes][index]!);
    for (const [at, [before, after]] of changes) {
      lines[at % lines.length] = lines[at % lines.length]!.replace(before, after);
    }
    return lines;
  });

function linesIn(shapes: 1 | 6): readonly string[] {
  return [...invent({ records: 200, cardinality: 'low', shapes })].map((line) => line.trimEnd());
}

const invented = { 1: linesIn(1), 6: linesIn(6) } as const;

describe('every way to read a record says what the specification says', () => {
  const stored = corpus.filter((one) => one.unstored !== true && one.problem === undefined && one.gzip !== true);
  const plain = stored
    .map((one) => [one.file, expectationOf(one)] as const)
    .filter(([, { sections }]) => sections.every(({ encoding }) => encoding === 'utf-8'));

  test.each(plain)('of %s', (_, { stored: bytes }) => {
    check(bytes);
  });

  it('of logs that mix Attestation’s records with those of other formats', () => {
    fc.assert(
      fc.property(mixedLogs, (lines) => check(encoder.encode(lines.join('\n')))),
      { numRuns: runs(24) },
    );
  });

  it('of sound records of Attestation, which the kernel takes, with some that are written otherwise or damaged', () => {
    const before = readByKernel.compared;
    fc.assert(
      fc.property(soundLogs, fc.option(fc.nat()), (lines, seed) => {
        const bytes = encoder.encode(lines.join('\n'));
        check(seed === null ? bytes : applyEdits(bytes, randomEdits(bytes, createRandom(seed))));
      }),
      { numRuns: runs(24) },
    );
    expect(readByKernel.compared - before).toBeGreaterThan(20 * runs(24));
  });

  it('of many records of a format that differ in few values', () => {
    const before = readByKernel.walked;
    fc.assert(
      fc.property(similarOthers, (lines) => check(encoder.encode(lines.join('\n')))),
      { numRuns: runs(30) },
    );
    expect(readByKernel.walked - before).toBeGreaterThan(20 * runs(30));
  });

  it('of lists in wrappers', () => {
    fc.assert(
      fc.property(otherLogs, (lines) => check(encoder.encode(`{"Records":[${lines.join(',\n')}]}`))),
      { numRuns: runs(30) },
    );
  });

  it('of records of a user’s format, with numbers of their writers, among others', () => {
    const log = fc.tuple(ownLogs, otherLogs, fc.option(fc.nat())).map(([own, others, seed]) => {
      const bytes = encoder.encode([...own, ...others, ...own].join('\n'));
      return seed === null ? bytes : applyEdits(bytes, randomEdits(bytes, createRandom(seed)));
    });
    fc.assert(
      fc.property(log, fc.constantFrom(ownFormats, strictFormats), (bytes, formats) => check(bytes, formats)),
      { numRuns: runs(30) },
    );
  });

  it('of logs with bytes that were changed, cut or added', () => {
    fc.assert(
      fc.property(mixedLogs, fc.nat(), (lines, seed) => {
        const bytes = encoder.encode(lines.join('\n'));
        check(applyEdits(bytes, randomEdits(bytes, createRandom(seed))));
      }),
      { numRuns: runs(30) },
    );
  });

  it('of logs that two threads share, in small batches', async () => {
    const alone = encoder.encode(`${JSON.stringify({ operationName: 'SetCurrentPolicy', env_cv: 'x'.repeat(readAlone) })}\n`);
    let batches = 0;
    await fc.assert(
      fc.asyncProperty(mixedLogs, fc.nat({ max: 4000 }), fc.boolean(), fc.option(fc.nat()), async (lines, size, callerReads, seed) => {
        const bytes = encoder.encode([...lines, ...lines].join('\n'));
        const changed = seed === null ? bytes : applyEdits(bytes, randomEdits(bytes, createRandom(seed)));
        const log = new Uint8Array(alone.length + changed.length);
        log.set(alone);
        log.set(changed, alone.length);
        const read = await readInBatches(log, size + 1, callerReads);
        expect(comparable(read)).toEqual(comparable(specify(log)));
        batches += read.batches;
      }),
      { numRuns: runs(20) },
    );
    expect(batches).toBeGreaterThan(20);
  });
});
