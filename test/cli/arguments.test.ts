import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';
import { UsageError } from '../../src/cli/usageError.ts';

const defaults = {
  command: 'records',
  files: ['log'],
  where: '',
  json: false,
  format: undefined,
  top: 100,
  from: 0,
  limit: undefined,
  question: '',
  preview: false,
  timeZone: 'utc',
  fields: '',
  out: undefined,
  to: undefined,
  formatFiles: [],
  withoutFormats: [],
  schemaFiles: [],
};

describe('arguments of the command line', () => {
  it.each<[words: readonly string[], expected: object]>([
    [['log'], {}],
    [['--where', '-a:b', 'log'], { where: '-a:b' }],
    [['--where', '--', 'log'], { where: '--' }],
    [['--where', '-', 'log'], { where: '-' }],
    [['--where', '--limit', 'log'], { where: '--limit' }],
    [['--where=a=b', 'log'], { where: 'a=b' }],
    [['--where=', 'log'], { where: '' }],
    [['log', '--limit', '3', '--from=2'], { limit: 3, from: 2 }],
    [['--limit', '3', 'log', '--limit', '4'], { limit: 4 }],
    [['-'], { files: ['-'] }],
    [['--format-file', 'a', 'log', '--format-file=b', '--without-format', 'c'], { formatFiles: ['a', 'b'], withoutFormats: ['c'] }],
    [['log', '--format', 'raw', '-'], { files: ['log', '-'], format: 'raw' }],
    [['--fields', 'time,-a', '--out', '-x', 'log'], { fields: 'time,-a', out: '-x' }],
    [['--limit', '1', '--', '--limit', '--help', '-x', '--'], { files: ['--limit', '--help', '-x', '--'], limit: 1 }],
  ])('%j', (words, expected) => {
    expect(parseArguments(['records', ...words])).toEqual({ ...defaults, ...expected });
  });

  it.each<[words: readonly string[], filter: string]>([
    [['-result:success', '--to', 'jq'], '-result:success'],
    [['--to=jq', '--x'], '--x'],
    [['--to', 'jq', '--', '--to'], '--to'],
    [['a b', '--to', 'kql', '--to', 'jq'], 'a b'],
    [['', '--to', 'jq'], ''],
  ])('of `translate`: %j', (words, filter) => {
    expect(parseArguments(['translate', ...words])).toMatchObject({ command: 'translate', files: [filter], to: 'jq' });
  });

  it('ask for help as a command and as an option', () => {
    expect([parseArguments(['--help']), parseArguments(['records', '--help'])]).toEqual(['help', 'help']);
  });

  it.each<[words: readonly string[], sentence: string]>([
    [[], 'A command is missing.'],
    [['records', '-where', 'a', 'log'], '“records” has no option “-w”.'],
    [['records', '--no-json', 'log'], '“records” has no option “--no-json”.'],
    [['records', '--toString', 'log'], '“records” has no option “--toString”.'],
    [['records', '--top=1', 'log'], '“records” has no option “--top”.'],
    [['records', 'log', '--where'], 'The value of “--where” is missing.'],
    [['summary', 'log', '--json=true'], '“--json” takes no value.'],
    [['records', 'log', '--fields', ' '], '“--fields” takes names of fields with commas between them.'],
    [['records', 'log', '--fields', 'time', '--format=raw'], '“raw” writes whole records and has no fields.'],
    [['translate', 'a'], 'The value of “--to” is missing; there are kql, clickhouse, duckdb, jq.'],
    [['translate', 'a', '--to'], 'The value of “--to” is missing; there are kql, clickhouse, duckdb, jq.'],
    [['translate', 'a', '--to', 'sql'], 'There is no translation to “sql”; there are kql, clickhouse, duckdb, jq.'],
    [['translate', 'a', 'b', '--to', 'jq'], '“translate” takes one filter, as one word: put it in quotes.'],
    [['translate', '--to', 'jq'], '“translate” takes one filter, as one word: put it in quotes.'],
    [['records', '--'], 'A file is missing; “-” stands for standard input.'],
  ])('%j are refused', (words, sentence) => {
    expect(() => parseArguments(words)).toThrow(new UsageError(sentence));
  });
});
