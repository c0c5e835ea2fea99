import { crc32 } from 'node:zlib';
import type { CorpusCase } from '../corpusCase.ts';
import { cutGzip, memberOverhead, storedGzip } from '../storedGzip.ts';
import { fields, record } from './record.ts';

type Bytes = Uint8Array<ArrayBuffer>;

function joined(...parts: readonly (Uint8Array | string)[]): Bytes {
  return new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))));
}

/** Compresses, with one byte changed that stands `back` bytes before the end. */
function changedAt(back: number): (bytes: Uint8Array) => Bytes {
  return (bytes) => {
    const compressed = storedGzip([bytes]);
    compressed[compressed.length - back]! ^= 0x55;
    return compressed;
  };
}

/** A header with extra bytes, the name of the file, a comment, and a checksum of its own. */
function longHeader(): Uint8Array {
  const header = joined(Uint8Array.of(0x1f, 0x8b, 8, 0x1e, 1, 2, 3, 4, 0, 3), Uint8Array.of(4, 0), 'ab\0\0', 'log.ndjson\0', '{\0');
  const sum = crc32(header);
  return joined(header, Uint8Array.of(sum & 0xff, (sum >>> 8) & 0xff));
}

const twoLines = `${record(1)}\n${record(2)}\n`;

const compressed: readonly Omit<CorpusCase, 'gzip'>[] = [
  {
    file: 'compression/lines.json',
    why: 'A compressed log may have lost the end of its name, so its content says that it is one.',
    log: twoLines,
    container: 'ndjson',
  },
  {
    file: 'compression/wide.ndjson.gz',
    why: 'What PowerShell 5 redirected to a file was compressed afterwards: UTF-16 within gzip.',
    log: `\ufeff${record(1, { resultDescription: '"Zoë 😀"', env_cv: '⟨1⟩' })}\r\n${record(2)}\r\n`,
    encoding: 'utf-16le',
    findings: ['schema.type /env_cv'],
  },
  {
    file: 'compression/bad-line.ndjson.gz',
    why: 'Faults of the log itself have their places in the decompressed bytes.',
    log: `${record(1)}\n{"operationName":⟨o⟩ops}\n${record(2)}\n`,
    findings: ['syntax.invalid'],
  },
  {
    file: 'compression/long-header.ndjson.gz',
    why: 'Programs write name, comment, extra bytes and a checksum into the header, none of which is part of the log.',
    log: twoLines,
    compress: (bytes) => storedGzip([bytes], longHeader()),
  },
  {
    file: 'compression/many-members.ndjson.gz',
    why: 'Loggers append member after member, empty ones among them, and records go on from one to the next.',
    log: twoLines,
    compress: (bytes) => storedGzip([0, 0, 1, 50, 50, 51, 200, 10_000].map((start, index, all) => bytes.subarray(start, all[index + 1]))),
  },
  {
    file: 'compression/padded.ndjson.gz',
    why: 'Tapes and block devices pad compressed files with NULs, which gzip passes over.',
    log: twoLines,
    compress: (bytes) => joined(storedGzip([bytes]), new Uint8Array(512)),
  },
  {
    file: 'compression/garbage-behind.ndjson.gz',
    why: 'Other bytes stand behind the last member: they are passed over, as by gzip, and told, as they may have been a member.',
    log: `${twoLines}⟨⟩`,
    compress: (bytes) => joined(storedGzip([bytes]), 'Done.\n{'),
    findings: ['syntax.compression'],
  },
  {
    file: 'compression/damaged-header.ndjson.gz',
    why: 'The header of the second member is damaged, and its records cannot be read: that is told.',
    log: `${twoLines}⟨⟩`,
    compress: (bytes) => joined(storedGzip([bytes]), storedGzip([joined(fields(3))]).fill(0x2e, 0, 2)),
    findings: ['syntax.compression'],
  },
  {
    file: 'compression/garbage-behind-padding.ndjson.gz',
    why: 'Other bytes stand behind NULs with which the file was padded.',
    log: `${twoLines}⟨⟩`,
    compress: (bytes) => joined(storedGzip([bytes]), new Uint8Array(512), 'Done.'),
    findings: ['syntax.compression'],
  },
  {
    file: 'compression/cut-record.ndjson.gz',
    why: 'A download was cut off inside a record: every whole record before is kept.',
    log: `${twoLines}${fields(3).slice(0, 60)}⟨⟨⟩⟩`,
    compress: cutGzip,
    findings: ['syntax.compression', 'syntax.truncated'],
  },
  {
    file: 'compression/cut-between.ndjson.gz',
    why: 'A download was cut off between two records, where the log itself looks whole.',
    log: `${twoLines}⟨⟩`,
    compress: cutGzip,
    findings: ['syntax.compression'],
  },
  {
    file: 'compression/cut-checksum.ndjson.gz',
    why: 'All records are there, but what proves it is cut off.',
    log: `${twoLines}⟨⟩`,
    compress: (bytes) => storedGzip([bytes]).subarray(0, -3),
    findings: ['syntax.compression'],
  },
  {
    file: 'compression/cut-second.ndjson.gz',
    why: 'The header of a further member is cut off, and nobody can know what was in it.',
    log: `${twoLines}⟨⟩`,
    compress: (bytes) => joined(storedGzip([bytes]), Uint8Array.of(0x1f, 0x8b, 8, 0, 0)),
    findings: ['syntax.compression'],
  },
  {
    file: 'compression/wrong-checksum.ndjson.gz',
    why: 'The checksum is wrong: all records are shown, and that some may be wrong is told.',
    log: `${twoLines}⟨⟩`,
    compress: changedAt(memberOverhead.after),
    findings: ['syntax.compression'],
  },
  {
    file: 'compression/wrong-length.ndjson.gz',
    why: 'The length at the end of a member is wrong, which tells of damage like a checksum.',
    log: `${twoLines}⟨⟩`,
    compress: changedAt(1),
    findings: ['syntax.compression'],
  },
  {
    file: 'compression/broken-block.ndjson.gz',
    why: 'Damage in the middle of the compressed bytes: what stands before is kept, what follows cannot be read.',
    log: `${twoLines}⟨⟩`,
    compress: (bytes) => {
      const second = storedGzip([joined(fields(3))]);
      // A block of a kind that there is not.
      second[memberOverhead.before - 5] = 7;
      return joined(storedGzip([bytes]), second);
    },
    findings: ['syntax.compression'],
  },
  {
    file: 'not-a-log/cut-header.json.gz',
    why: 'Of a compressed file nothing but its first bytes has arrived.',
    log: '',
    compress: () => Uint8Array.of(0x1f, 0x8b, 8, 0, 0),
    problem: ['reading.gzipDamaged'],
  },
  {
    file: 'not-a-log/prose.log.gz',
    why: 'Compressed plain text is plain text.',
    log: 'Dear customer,\nthe log is attached.\n',
    problem: ['reading.text'],
  },
];

/** Compressed logs: forms of gzip, and damage to it. The containers are compressed one by one besides. */
export const compressionCases: readonly CorpusCase[] = compressed.map((one) => ({ ...one, gzip: true }));
