import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordReader } from '../../../../src/core/reading/recordReader.ts';
import { RecordTable } from '../../../../src/engine/columns/recordTable.ts';
import { FindingWords } from '../../../../src/engine/findings/findingWords.ts';
import type { IndexingSteps } from '../../../../src/engine/ingest/general/indexingSteps.ts';
import { RecordIndexer } from '../../../../src/engine/ingest/general/recordIndexer.ts';
import { randomNumbers, variations, variedRecord, type Variation } from '../../generateVaried.ts';
import { runs } from '../../../runs.ts';

/** How often the bytes of a record are looked at to learn from it, or to judge it by the specification. */
const lookingAgain = 8;
/** A message costs about as much as looking at so many bytes. */
const bytesOfNote = 100;

interface Costs {
  /** Steps by record: bytes that were looked at. */
  readonly ofRecords: readonly number[];
  readonly ofBytes: readonly number[];
  readonly total: IndexingSteps;
}

/** Records that were compared with templates, by whichever way. */
function compared({ byKernel, matched }: IndexingSteps): number {
  return byKernel + matched;
}

function read(lines: readonly string[]): Costs {
  const indexer = new RecordIndexer(new RecordTable(1), new FindingWords(1), 1);
  const reader = new RecordReader(indexer, indexer);
  const ofRecords: number[] = [];
  const ofBytes: number[] = [];
  let before = indexer.steps;
  for (const line of lines) {
    const bytes = new TextEncoder().encode(`${line}\n`);
    reader.push(bytes);
    const after = indexer.steps;
    const once = compared(after) + after.scanned - compared(before) - before.scanned;
    const again = after.learned + after.judged - before.learned - before.judged;
    const inVain = after.comparedInVain - before.comparedInVain;
    const slowly = after.scannedSlowly - before.scannedSlowly;
    expect(once + slowly).toBe(1);
    ofRecords.push(bytes.length * (once + 4 * slowly + lookingAgain * again) + inVain + bytesOfNote * (after.noted - before.noted));
    ofBytes.push(bytes.length);
    before = after;
  }
  reader.end();
  return { ofRecords, ofBytes, total: indexer.steps };
}

function logOf(varied: readonly Variation[], seed: number, count: number): readonly string[] {
  const random = randomNumbers(seed);
  const set = new Set(varied);
  return Array.from({ length: count }, (_, index) => variedRecord(index, set, random));
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((left, right) => left - right)[numbers.length >> 1]!;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** Whatever writers do to their records, a log costs little more than to look at each byte, and no record many times the median. */
function check(lines: readonly string[]): void {
  const { ofRecords, ofBytes, total } = read(lines);
  const dearest = Math.max(...ofRecords) / median(ofRecords);
  expect(dearest, `the dearest record costs ${dearest} times the median: ${JSON.stringify(total)}`).toBeLessThan(32);
  const settled = lines.length / 2;
  const ratio = sum(ofRecords.slice(settled)) / sum(ofBytes.slice(settled));
  expect(ratio, `each byte is looked at ${ratio} times: ${JSON.stringify(total)}`).toBeLessThan(1.6);
}

describe('a sound record costs about as much as any other', () => {
  it.each(variations)('with %s that vary', (variation) => {
    check(logOf([variation], 5, 3000));
  });

  it('with any mixture of what may vary', () => {
    fc.assert(
      fc.property(fc.subarray([...variations], { minLength: 2 }), fc.integer(), (varied, seed) => {
        check(logOf(varied, seed, 1200));
      }),
      { numRuns: runs(12) },
    );
  });

  it('in logs in which records of all these kinds alternate', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = randomNumbers(seed);
        const sets = [[], ...variations.map((one) => [one])].map((one) => new Set<Variation>(one));
        check(Array.from({ length: 2000 }, (_, index) => variedRecord(index, sets[random(sets.length)]!, random)));
      }),
      { numRuns: runs(8) },
    );
  });
});

describe('what stands in place of a constant', () => {
  it.each(['escapes', 'unicode', 'numbers', 'spelling'] as const)('still matches templates where %s vary', (variation) => {
    const { total } = read(logOf([variation === 'escapes' ? 'unicode' : variation], 9, 1000));
    expect(compared(total)).toBeGreaterThan(950);
    expect(total.judged).toBeLessThan(10);
  });

  it.each<[name: string, member: (index: number) => string]>([
    ['a backslash', (index) => `"callerDisplayName":"DOM\\\\user${index % 50}"`],
    ['a quotation mark', (index) => `"resultDescription":"\\"no\\" ${index}"`],
    ['a solidus', (index) => `"requestId":"a\\/${index}"`],
    ['a character by its number', (index) => `"callerDisplayName":"J\\u00f6rg ${index}"`],
    ['half of a surrogate', (index) => `"callerDisplayName":"\\ud800${index}"`],
    ['U+0000', (index) => `"callerDisplayName":"\\u0000${index}"`],
    ['a time', (index) => `"env_time":"2020-11-23T18:23:${String(index % 60).padStart(2, '0')}\\u002B00:00"`],
    ['a nested value', (index) => `"extra":${JSON.stringify(index % 2 === 0 ? { a: index } : [{ b: `${index}` }, null])}`],
    ['an identity', (index) => `"callerIdentities":[{"callerIdentityType":"UPN","callerIdentity":"a\\u0040b.c${index}"}]`],
    ['pairs with the value first', (index) => `"targetResources":[{"targetResourceName":"/${index}","targetResourceType":"Environment"}]`],
    ['a long number', (index) => `"env_seqNum":${9_007_199_254_740_993n + BigInt(index)}`],
  ])('%s', (_, member) => {
    const lines = Array.from(
      { length: 500 },
      (__, index) => `{"operationName":"SetCurrentPolicy","resultType":"Success",${member(index)}}`,
    );
    const { total } = read(lines);
    expect(compared(total)).toBeGreaterThan(470);
    expect(total.learned).toBeLessThan(20);
  });
});

it('learning ends where each record has its keys in another order', () => {
  const { total } = read(logOf(['order'], 3, 4000));
  expect(total.learned).toBeLessThan(80);
  expect(total.comparedInVain / 4000).toBeLessThan(200);
  expect(total.judged).toBeLessThan(10);
});

it('learning begins again where records are alike after all', () => {
  const alike = logOf([], 4, 6000);
  const { total } = read([...logOf(['order'], 3, 3000), ...alike]);
  expect(compared(total)).toBeGreaterThan(2500);
});

it('what is told once for the log is made once', () => {
  const lines = Array.from({ length: 1000 }, (_, index) =>
    JSON.stringify({ operationName: 'CreateInstance', [`more ${index % 3}`]: index, [`last ${index % 7}`]: 1 }),
  );
  expect(read(lines).total.noted).toBe(10);
});
