import { join } from 'node:path';
import { containerCases } from './cases/containers.ts';
import { damageCases } from './cases/damage.ts';
import { encodingCases } from './cases/encodings.ts';
import { hostileTextCases } from './cases/hostileText.ts';
import { notALogCases } from './cases/notALog.ts';
import { timeCases } from './cases/time.ts';
import { valueCases } from './cases/values.ts';
import type { CorpusCase } from './corpusCase.ts';
import { readMarks } from './markedLog.ts';
import { storedGzip } from './storedGzip.ts';

/** All cases, by the sections of what real files suffer from. */
export const corpus: readonly CorpusCase[] = [
  ...containerCases,
  ...containerCases.map(gzipped),
  ...encodingCases,
  ...damageCases,
  ...valueCases,
  ...timeCases,
  ...hostileTextCases,
  ...notALogCases,
];

function gzipped(one: CorpusCase): CorpusCase {
  return { ...one, file: `${one.file.replace('containers/', 'gzip/')}.gz`, why: `Compressed by gzip: ${one.why}`, gzip: true };
}

/** Where the files of the corpus are. */
export const fixtures = join(import.meta.dirname, '../fixtures');

/** What is expected of a case, with the offsets of its marks; findings in the order of their places. */
export interface Expectation {
  /** The file. */
  readonly stored: Uint8Array<ArrayBuffer>;
  /** The bytes that places count: those of the file, decompressed. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly records: readonly { readonly byteOffset: number; readonly byteLength: number }[];
  readonly findings: readonly ExpectedFinding[];
}

export interface ExpectedFinding {
  readonly code: string;
  readonly pointer: string;
  /** Number of the record that holds its place, or null. */
  readonly record: number | null;
  readonly byteOffset: number;
  readonly byteLength: number;
}

export function expectationOf({ log, encoding = 'utf-8', findings = [], gzip }: CorpusCase): Expectation {
  const { bytes, records, places } = readMarks(log, encoding);
  if (places.length !== findings.length) {
    throw new Error(`${findings.length} findings for ${places.length} places`);
  }
  const middle = Math.floor(bytes.length / 2);
  return {
    stored: gzip === true ? storedGzip([bytes.subarray(0, middle), bytes.subarray(middle)]) : bytes,
    bytes,
    records: records.map(({ start, end }) => ({ byteOffset: start, byteLength: end - start })),
    findings: places.map(({ start, end }, index) => {
      const [code = '', pointer = ''] = findings[index]!.split(' ');
      const isBroken = code.startsWith('syntax.') && pointer === '';
      const record = isBroken ? -1 : records.findIndex((other) => other.start <= start && end <= other.end);
      return { code, pointer, record: record === -1 ? null : record, byteOffset: start, byteLength: end - start };
    }),
  };
}
