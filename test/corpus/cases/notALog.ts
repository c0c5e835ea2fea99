import type { CorpusCase } from '../corpusCase.ts';
import { tarHeader } from '../tarHeader.ts';
import { raw } from './record.ts';

/** What is no log ends in one sentence that names what it is. */
export const notALogCases: readonly CorpusCase[] = [
  {
    file: 'not-a-log/archive.json',
    why: 'A zip archive under the name of the log inside.',
    log: `PK\u0003\u0004${raw(0x14, 0, 0, 0, 8, 0)}log.json\n{${raw(0xff, 0)}`,
    problem: ['reading.zip'],
  },
  {
    file: 'not-a-log/archive.tar.log',
    why: 'A tar archive, whose members are files of their own.',
    log: `${raw(...tarHeader('audit.ndjson', 'ustar\0'))}{"a":1}`,
    problem: ['reading.tar'],
  },
  {
    file: 'not-a-log/archive.json.gz',
    why: 'A compressed tar archive (tar.gz).',
    log: `${raw(...tarHeader('audit.ndjson', 'ustar\0'))}{"a":1}`,
    gzip: true,
    problem: ['reading.tar'],
  },
  {
    file: 'not-a-log/pointer.ndjson',
    why: 'A Git LFS pointer stands where the log was not fetched.',
    log: `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a'.repeat(16)}\nsize 12345\n`,
    problem: ['reading.lfsPointer'],
  },
  {
    file: 'not-a-log/picture.json',
    why: 'A screenshot of a log is none.',
    log: `${raw(0x89)}PNG\r\n${raw(0x1a)}\n${raw(0, 0, 0, 13)}IHDR\n{`,
    problem: ['reading.image', 'PNG'],
  },
  {
    file: 'not-a-log/binary.log',
    why: 'Binary data that has no name of its own.',
    log: raw(0x01, 0x02, 0x03, 0x00, 0xff, 0x7f),
    problem: ['reading.binary'],
  },
  {
    file: 'not-a-log/twice.json.gz',
    why: 'A file that was compressed twice holds gzip once more.',
    log: raw(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff, 1, 0, 0, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0),
    gzip: true,
    problem: ['reading.gzipTwice'],
  },
  {
    file: 'not-a-log/prose.log',
    why: 'Plain text, braces and brackets within its lines included.',
    log: 'Dear {customer},\nthe log is attached, see [1].\n',
    problem: ['reading.text'],
  },
  {
    file: 'not-a-log/table.log',
    why: 'A CSV export is plain text too.',
    log: 'operationName,resultType\r\nSetCurrentPolicy,Success\r\n',
    problem: ['reading.text'],
  },
  {
    file: 'not-a-log/string.json',
    why: 'A JSON text without an object or array.',
    log: '"operationName"\n',
    problem: ['reading.text'],
  },
  {
    file: 'not-a-log/wide.log',
    why: 'Plain text in UTF-16.',
    log: '\ufeffDear {customer},\r\nthe log is attached.\r\n',
    encoding: 'utf-16le',
    problem: ['reading.text'],
  },
  {
    file: 'not-a-log/late.log',
    why: 'A bracket begins a line behind the 64 KiB that decide, and these are lines of prose.',
    log: `${'Dear reader,\n'.repeat(5100)}{"operationName":"SetCurrentPolicy"}\n`,
    problem: ['reading.text'],
    unstored: true,
  },
  {
    file: 'not-a-log/long-line.txt',
    why: 'A text of one line longer than the 64 KiB that decide is none, if no line of a log follows.',
    log: `${'word '.repeat(20_000)}\nfunction f()\n{\n  return [1];\n}\n`,
    problem: ['reading.text'],
    unstored: true,
  },
  {
    file: 'not-a-log/bracketed.log',
    why: 'Lines of web servers begin with a time in brackets, which is no array.',
    log: '[Wed Oct 11 14:32:52 2000] [error] [client 127.0.0.1] denied\n[Wed Oct 11 14:32:53 2000] [notice] started\n',
    problem: ['reading.text'],
  },
  {
    file: 'not-a-log/bracketed-number.log',
    why: 'A number in brackets before text is no array, whatever stands in the text.',
    log: '[1] started\n[2] {"operationName":"SetCurrentPolicy"}\n',
    problem: ['reading.textBefore'],
  },
];
