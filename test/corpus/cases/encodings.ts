import type { CorpusCase } from '../corpusCase.ts';
import { raw, record } from './record.ts';

export const encodingCases: readonly CorpusCase[] = [
  {
    file: 'encodings/byte-order-mark.ndjson',
    why: 'Windows tools begin UTF-8 with a byte order mark, which is no part of the first record or of its columns.',
    log: `\ufeff${record(1, { resultType: '⟨1⟩' })}\n${record(2)}\n`,
    container: 'ndjson',
    findings: ['schema.type /resultType'],
  },
  {
    file: 'encodings/beyond-ascii.ndjson',
    why: 'Bytes and UTF-16 columns differ behind letters beyond ASCII and behind emoji.',
    log: `${record(1, { resultDescription: '"Zoë 日本 😀"', env_cv: '⟨1⟩' })}\n${record(2, { callerDisplayName: '"Zoë 😀"', env_iKey: '⟨2⟩' })}\n`,
    container: 'ndjson',
    findings: ['schema.type /env_cv', 'schema.type /env_iKey'],
  },
  {
    file: 'encodings/invalid-bytes.ndjson',
    why: 'Latin-1 in a file of UTF-8 is a finding at the first bad byte, one for each record, never a stop.',
    log: `${record(1)}\n${record(2, { resultDescription: `"caf⟨${raw(0xe9)}⟩ ${raw(0xff)}"` })}\n${record(3)}\n`,
    container: 'ndjson',
    findings: ['syntax.encoding /resultDescription'],
  },
  {
    file: 'encodings/cut-character.ndjson',
    why: 'A character that is cut at the end of a string is an invalid byte, and the string still ends.',
    log: `${record(1, { resultDescription: `"x⟨${raw(0xe2)}⟩${raw(0x82)}"` })}\n${record(2)}\n`,
    container: 'ndjson',
    findings: ['syntax.encoding /resultDescription'],
  },
  {
    file: 'encodings/surrogate-bytes.ndjson',
    why: 'UTF-8 has no form for a lone surrogate; programs write it nevertheless.',
    log: `${record(1, { resultDescription: `"x⟨${raw(0xed)}⟩${raw(0xa0, 0x80)}"` })}\n`,
    container: 'object',
    findings: ['syntax.encoding /resultDescription'],
  },
  {
    file: 'encodings/lone-surrogates.ndjson',
    why: 'JSON can name lone surrogates; such text is kept as it is written.',
    log: `${record(1, { resultDescription: '"\\ud800 and \\uDC00\\ud83d"', callerDisplayName: '"\\ud83d\\ude00"' })}\n`,
    container: 'object',
  },
  {
    file: 'encodings/invalid-between.ndjson',
    why: 'Bad bytes between records belong to no record and hide none.',
    log: `${record(1)}\n⟨${raw(0xff)}⟩${raw(0xfe, 0x80)}\n${record(2)}\n`,
    container: 'ndjson',
    findings: ['syntax.invalid'],
  },
  {
    file: 'encodings/utf-16le.json',
    why: 'PowerShell 5 writes UTF-16 where output is redirected to a file.',
    log: `\ufeff${record(1, { resultDescription: '"Zoë 😀"', env_cv: '⟨1⟩' })}\r\n${record(2)}\r\n`,
    encoding: 'utf-16le',
    container: 'ndjson',
    findings: ['schema.type /env_cv'],
  },
  {
    file: 'encodings/utf-16be.json',
    why: 'UTF-16 with its bytes the other way round, in an array over many lines.',
    log: `\ufeff[\r\n${record(1)},\r\n${record(2, { resultType: '⟨1⟩' })}\r\n]\r\n`,
    encoding: 'utf-16be',
    container: 'array',
    findings: ['schema.type /resultType'],
  },
  {
    file: 'encodings/utf-16le-damage.ndjson',
    why: 'A bad line in UTF-16 has its exact place in the bytes of the file.',
    log: `\ufeff${record(1)}\n{"operationName":⟨o⟩ops}\n${record(2)}\n`,
    encoding: 'utf-16le',
    container: 'ndjson',
    findings: ['syntax.invalid'],
  },
];
