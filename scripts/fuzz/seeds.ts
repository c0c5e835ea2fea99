import { pretty, record } from '../../test/corpus/cases/record.ts';
import { corpus, expectationOf } from '../../test/corpus/corpus.ts';
import type { CorpusCase } from '../../test/corpus/corpusCase.ts';
import { readMarks, type Stretch } from '../../test/corpus/markedLog.ts';
import { formatSamples } from '../sample/formats/allFormats.ts';
import { sampleRecords, sampleText } from '../sample/formats/formatSample.ts';

/** A log to be mutated. */
export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly records: readonly Stretch[];
  /** Whether every line break parts two records, so that a fault of one line can never touch another. */
  readonly isLines: boolean;
}

const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Logs of ten records in each container. */
const long: Readonly<Record<string, string>> = {
  lines: numbers.map((number) => `${various(number)}\n`).join(''),
  'lines-crlf': numbers.map((number) => `${various(number)}\r\n`).join(''),
  'lines-cr': numbers.map((number) => `${various(number)}\r`).join(''),
  array: `[${numbers.map(various).join(',')}]`,
  'array-lines': `[\n${numbers.map(various).join(',\n')}\n]\n`,
  'array-pretty': `[\n  ${numbers.map((number) => pretty(number, '  ')).join(',\n  ')}\n]\n`,
  wrapper: `{"count":10,"records":[${numbers.map(various).join(',')}],"nextLink":null}`,
  'wrapper-pretty': `{\n  "value": [\n    ${numbers.map((number) => pretty(number, '    ')).join(',\n    ')}\n  ]\n}\n`,
  concatenated: numbers.map(various).join(''),
  'concatenated-pretty': numbers.map((number) => `${pretty(number)}\n`).join(''),
  sequence: numbers.map((number) => `\u001e${various(number)}\n`).join(''),
  'comma-lines': numbers.map((number) => `${various(number)},\n`).join(''),
};

/** Some records have text that looks like JSON, or is beyond ASCII. */
function various(number: number): string {
  switch (number % 4) {
    case 1:
      return record(number, { resultDescription: '"{\\"operationName\\":\\"x\\",\\"list\\":[1,2]}"' });
    case 2:
      return record(number, { resultDescription: '"Zoë 😀, \\u00e9\\\\"', env_seqNum: '18446744073709551615' });
    default:
      return record(number, { env_popSample: '0.0', requestId: 'null' });
  }
}

/** So many records of each format are in a log. */
const recordsOfFormat = 8;

export const seeds: readonly Seed[] = [
  ...formatSamples.flatMap((sample, index) => [
    seedOfLines(
      `${sample.format} lines`,
      sampleRecords(sample, recordsOfFormat, index + 1).map((one) => JSON.stringify(one)),
    ),
    { name: sample.format, bytes: Buffer.from(sampleText(sample, recordsOfFormat, index + 1)), records: [], isLines: false },
  ]),
  ...Object.entries(long).map(([name, log]) => seedOf(name, log, name.startsWith('lines'))),
  ...corpus.filter(({ unstored, problem }) => unstored !== true && problem === undefined).map(seedOfCase),
];

function seedOfCase(one: CorpusCase): Seed {
  const { file, log, findings = [], container, gzip } = one;
  const { stored, sections } = expectationOf(one);
  if (gzip === true || sections.some(({ encoding }) => encoding !== 'utf-8')) {
    // Where its records are after a change cannot be reported: it only must not make anything fail.
    return { name: file, bytes: stored, records: [], isLines: false };
  }
  const isClean = !findings.some((finding) => finding.startsWith('syntax.'));
  return seedOf(file, log, isClean && container === 'ndjson');
}

function seedOf(name: string, log: string, isLines: boolean): Seed {
  const { bytes, records } = readMarks(log, 'utf-8');
  return { name, bytes, records, isLines };
}

function seedOfLines(name: string, lines: readonly string[]): Seed {
  let start = 0;
  const records = lines.map((line) => {
    const end = start + Buffer.byteLength(line);
    const stretch = { start, end };
    start = end + 1;
    return stretch;
  });
  return { name, bytes: Buffer.from(`${lines.join('\n')}\n`), records, isLines: true };
}
