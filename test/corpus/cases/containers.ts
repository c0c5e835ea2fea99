import type { CorpusCase } from '../corpusCase.ts';
import { pretty, record } from './record.ts';

/** One file for each container in which a log may be handed over; nobody documents which one it is. */
export const containerCases: readonly CorpusCase[] = [
  {
    file: 'containers/object.json',
    why: 'A single record may be handed over as one JSON object, pretty-printed.',
    log: `${pretty(1)}\n`,
    container: 'object',
  },
  {
    file: 'containers/lines.ndjson',
    why: 'One record on each line is the usual form of exported logs.',
    log: `${record(1)}\n${record(2)}\n${record(3)}\n`,
    container: 'ndjson',
  },
  {
    file: 'containers/lines-crlf.ndjson',
    why: 'Windows tools end lines with CRLF, leave blank lines, and leave out the last line end: nothing is wrong with that.',
    log: `${record(1)}\r\n\r\n${record(2)}\r\n${record(3)}`,
    container: 'ndjson',
  },
  {
    file: 'containers/lines-cr.ndjson',
    why: 'A lone carriage return ends a line too, so lines are counted by it.',
    log: `${record(1)}\r${record(2)}\r${record(3, { resultType: '⟨1⟩' })}\r`,
    container: 'ndjson',
    findings: ['schema.type /resultType'],
  },
  {
    file: 'containers/lines-unicode.ndjson',
    why: 'U+2028, U+2029 and U+0085 end no line: the columns behind them count on.',
    log: `${record(1, { resultDescription: '"a\u2028b\u2029c\u0085d"', env_cv: '⟨1⟩' })}\n${record(2)}\n`,
    container: 'ndjson',
    findings: ['schema.type /env_cv'],
  },
  {
    file: 'containers/array.json',
    why: 'An array on one line has no line ends to go by.',
    log: `[${record(1)},${record(2)},${record(3)}]`,
    container: 'array',
  },
  {
    file: 'containers/array-pretty.json',
    why: 'An array as formatters and PowerShell write it, each record over many lines.',
    log: `[\n  ${pretty(1, '  ')},\n  ${pretty(2, '  ')},\n  ${pretty(3, '  ')}\n]\n`,
    container: 'array',
  },
  ...['records', 'Records', 'value', 'items', 'Events'].map((key): CorpusCase => ({
    file: `containers/wrapper-${key === 'Records' ? 'records-upper' : key}.json`,
    why: `Services wrap their records in an object under “${key}”.`,
    log: `{"${key}":[${record(1)},${record(2)}]}\n`,
    container: 'wrapper',
  })),
  {
    file: 'containers/wrapper-pretty.json',
    why: 'A wrapper may hold other members before and behind its list, and be pretty-printed.',
    log: `{\n  "count": 2,\n  "records": [\n    ${pretty(1, '    ')},\n    ${pretty(2, '    ')}\n  ],\n  "more": {"records": [1]}\n}\n`,
    container: 'wrapper',
  },
  {
    file: 'containers/partial-export.json',
    why: 'nextLink beside the list says that the export goes on elsewhere, which the reader is told.',
    log: `{"value":[${record(1)}],"nextLink":⟨"https://example.com/logs?page=2"⟩}\n`,
    container: 'wrapper',
    findings: ['value.partialExport'],
  },
  {
    file: 'containers/wrappers.json',
    why: 'Several exports put together by “cat” are wrappers one after the other.',
    log: `{"records":[${record(1)}]}\n{"records":[${record(2)}]}\n`,
    container: 'wrapper',
  },
  {
    file: 'containers/concatenated.json',
    why: 'Objects one right behind the other, without anything between them.',
    log: `${record(1)}${record(2)}${record(3)}`,
    container: 'concatenated',
  },
  {
    file: 'containers/concatenated-pretty.json',
    why: 'Pretty-printed objects one behind the other, as jq writes them.',
    log: `${pretty(1)}\n${pretty(2)}\n${pretty(3)}\n`,
    container: 'concatenated',
  },
  {
    file: 'containers/sequence.json-seq.log',
    why: 'RFC 7464 puts a record separator before each record.',
    log: `\u001e${record(1)}\n\u001e${record(2)}\n`,
    container: 'json-seq',
  },
  {
    file: 'containers/comma-lines.log',
    why: 'Lines cut out of an array keep their commas.',
    log: `${record(1)},\n${record(2)},\n${record(3)},\n`,
    container: 'comma-lines',
  },
  {
    file: 'containers/empty.json',
    why: 'An empty file is a log of no records.',
    log: '',
    container: 'empty',
  },
  {
    file: 'containers/blank.log',
    why: 'A file of blanks alone is a log of no records.',
    log: ' \t\r\n\n',
    container: 'empty',
  },
  {
    file: 'containers/empty-array.json',
    why: 'An export without a match is an empty array: a log of no records.',
    log: '[]\n',
    container: 'array',
  },
  {
    file: 'containers/empty-wrapper.json',
    why: 'An export without a match may be a wrapper of nothing.',
    log: '{"value":[]}\n',
    container: 'wrapper',
  },
  {
    file: 'containers/values.ndjson',
    why: 'Values that are no objects are told of where they stand, and the record between them is kept.',
    log: `⟨1⟩\n⟨"text"⟩\n${record(1)}\n${record(2)}\n⟨null⟩\n`,
    container: 'ndjson',
    findings: ['syntax.notAnObject', 'syntax.notAnObject', 'syntax.notAnObject'],
  },
  {
    file: 'containers/partial-first.json',
    why: 'nextLink may stand before the list.',
    log: `{"nextLink":⟨"https://example.com/logs?page=2"⟩,"value":[${record(1)}]}\n`,
    container: 'wrapper',
    findings: ['value.partialExport'],
  },
  {
    file: 'containers/last-page.json',
    why: 'The last page of an export has a nextLink of null: nothing is missing behind it.',
    log: `{"value":[${record(1)}],"nextLink":null}\n`,
    container: 'wrapper',
  },
  {
    file: 'containers/sequence-pretty.json-seq.log',
    why: 'RFC 7464 exists for records over many lines.',
    log: `\u001e${pretty(1)}\n\u001e${pretty(2)}\n`,
    container: 'json-seq',
  },
];
