import { join } from 'node:path';
import { compressionCases } from './cases/compression.ts';
import { containerCases } from './cases/containers.ts';
import { damageCases } from './cases/damage.ts';
import { encodingCases } from './cases/encodings.ts';
import { fieldCases } from './cases/fields.ts';
import { hostileTextCases } from './cases/hostileText.ts';
import { notALogCases } from './cases/notALog.ts';
import { schemaCases } from './cases/schema.ts';
import { recordIdCases } from './cases/recordIds.ts';
import { sequenceCases } from './cases/sequences.ts';
import { timeCases } from './cases/time.ts';
import { valueCases } from './cases/values.ts';
import { variantCases } from './cases/variants.ts';
import type { CorpusCase } from './corpusCase.ts';
import { readMarks, type EncodedSection, type Stretch } from './markedLog.ts';
import { storedGzip } from './storedGzip.ts';

/** All cases, by the sections of what real files suffer from. */
export const corpus: readonly CorpusCase[] = [
  ...containerCases,
  ...containerCases.map(gzipped),
  ...compressionCases,
  ...encodingCases,
  ...damageCases,
  ...valueCases,
  ...timeCases,
  ...sequenceCases,
  ...recordIdCases,
  ...schemaCases,
  ...fieldCases,
  ...variantCases,
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
  readonly sections: readonly EncodedSection[];
}

export interface ExpectedFinding {
  readonly code: string;
  readonly pointer: string;
  /** Number of the record that holds its place, or null. */
  readonly record: number | null;
  readonly byteOffset: number;
  readonly byteLength: number;
  /** The first of equal keys, or further failures of a broken record. */
  readonly related?: readonly Pick<ExpectedFinding, 'pointer' | 'byteOffset' | 'byteLength'>[];
}

export function expectationOf({ log, encoding = 'utf-8', findings = [], gzip, compress = inTwoMembers }: CorpusCase): Expectation {
  const { bytes, records, places, related, sections } = readMarks(log, encoding);
  const marks = [...related];
  if (places.length !== findings.length) {
    throw new Error(`${findings.length} findings for ${places.length} places`);
  }
  return {
    stored: gzip === true ? compress(bytes) : bytes,
    bytes,
    sections,
    records: records.map(({ start, end }) => ({ byteOffset: start, byteLength: end - start })),
    findings: places.map(({ start, end }, index) => {
      const [code = '', pointer = ''] = findings[index]!.split(' ');
      // Broken JSON is no record, not even where the next one begins at the place of the fault.
      const isBroken = code.startsWith('syntax.') && pointer === '';
      const record = isBroken ? -1 : records.findIndex((other) => other.start <= start && end <= other.end);
      const ofFinding =
        code === 'syntax.duplicateKey' ? takeFirstKey(marks, start) : isBroken ? takeFurther(marks, start, places[index + 1]) : [];
      return {
        code,
        pointer,
        record: record === -1 ? null : record,
        byteOffset: start,
        byteLength: end - start,
        ...(ofFinding.length > 0 && {
          related: ofFinding.map((mark) => ({ pointer, byteOffset: mark.start, byteLength: mark.end - mark.start })),
        }),
      };
    }),
  };
}

/** Takes the mark of the first of two equal keys: they enclose each other or nothing, as brackets do. */
function takeFirstKey(marks: Stretch[], start: number): readonly Stretch[] {
  const nearest = marks.findLastIndex((mark) => mark.start < start);
  return nearest === -1 ? [] : marks.splice(nearest, 1);
}

/** Takes the marks between a broken record's place and the next finding's. */
function takeFurther(marks: Stretch[], start: number, next: Stretch | undefined): readonly Stretch[] {
  const first = marks.findIndex((mark) => mark.start > start);
  const count = marks.filter((mark) => mark.start > start && mark.start < (next?.start ?? Infinity)).length;
  return first === -1 ? [] : marks.splice(first, count);
}

function inTwoMembers(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const middle = Math.floor(bytes.length / 2);
  return storedGzip([bytes.subarray(0, middle), bytes.subarray(middle)]);
}
