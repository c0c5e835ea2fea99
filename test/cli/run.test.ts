import { readFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { commandLine } from './commandLine.ts';

const sample = readFileSync('media/samples/documented-sample.audit.ndjson', 'utf8');

function record(fields: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({
    operationName: 'SetCurrentPolicy',
    resultType: 'Success',
    auditEventCategory: [],
    callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: 'dana@contoso.com' }],
    targetResources: [{ targetResourceType: 'Environment', targetResourceName: 'PublicCloud' }],
    ...fields,
  });
}

describe('summary', () => {
  it('tells the documented sample', async () => {
    const { code, output } = await commandLine(['summary', '--json', '{a}'], { a: sample });
    const summary = JSON.parse(output) as Record<string, unknown>;
    expect(code).toBe(0);
    expect(summary).toMatchObject({
      bytes: sample.length,
      records: 1,
      sources: [
        {
          path: 'a',
          bytes: sample.length,
          decodedBytes: sample.length,
          records: 1,
          container: 'object',
          encoding: 'utf-8',
          compression: 'none',
          formats: { attestation: 1 },
        },
      ],
      time: { first: '2020-11-23T18:23:29.9427158Z', last: '2020-11-23T18:23:29.9427158Z' },
      operations: { SetCurrentPolicy: 1 },
      results: { Success: 1 },
      resultGroups: { success: 1, clientError: 0, failure: 0, other: 0 },
      callers: { '<some object ID>': 1 },
      targets: { ServiceRegion: { EastUS2: 1 }, instance: { '<some instance name>': 1 } },
      distinct: { callers: 1, targets: { Environment: 1, subscription: 1 } },
      findings: { error: 0, warning: 0 },
    });
    expect(Object.keys(summary)).toEqual(expect.arrayContaining(['elapsedMs', 'peakRssBytes']));
  });

  it('holds the most frequent of many, and tells how many there are', async () => {
    const log = ['a', 'b', 'b', 'c']
      .map((name) => record({ callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: `${name}@x` }] }))
      .join('\n');
    const { output } = await commandLine(['summary', '--json', '--top', '1', '{a}'], { a: log });
    expect(JSON.parse(output)).toMatchObject({ callers: { 'b@x': 2 }, distinct: { callers: 3 } });
  });

  it('counts the formats of each source, whatever the filter', async () => {
    const log = [record({}), ...[1, 2].map((ts) => JSON.stringify({ ts, user: 'a' }))].join('\n');
    const { output } = await commandLine(['summary', '--json', '--where', 'format:attestation', '{a}'], { a: log });
    expect(JSON.parse(output)).toMatchObject({ records: 1, sources: [{ formats: { generic: 2, attestation: 1 } }] });
    const { output: text } = await commandLine(['summary', '{a}'], { a: log });
    expect(text.split('\n')[0]).toMatch(/3 records \(generic 2, attestation 1\)$/);
  });

  it('counts only what matches', async () => {
    const log = [record({}), record({ resultType: 'Failure' }), '{"broken'].join('\n');
    const { output } = await commandLine(['summary', '--json', '--where', '-result:success', '{a}'], { a: log });
    expect(JSON.parse(output)).toMatchObject({ records: 1, results: { Failure: 1 }, findings: { error: 0 } });
  });

  it('counts values that are names of JavaScript’s own', async () => {
    const { output } = await commandLine(['summary', '--json', '{a}'], {
      a: record({ operationName: '__proto__', resultType: 'constructor' }),
    });
    expect(output).toContain('"__proto__": 1');
    expect(output).toContain('"constructor": 1');
  });

  it('keeps control characters out of the terminal', async () => {
    const { output } = await commandLine(['summary', '{a}'], { a: record({ operationName: 'x\u001b[31m\u202ey' }) });
    expect(output).toContain('x\\u001b[31m\\u202ey');
  });
});

describe('check', () => {
  it('gives places in lines, columns and bytes', async () => {
    const log = `${record({})}\n${record({ resultType: 5, resultDescription: 'ü€𝄞' }).replace('"resultType":5', '"ü":"𝄞","resultType":5')}\n`;
    const { code, output } = await commandLine(['check', '--format', 'json', '{a}'], { a: log });
    const second = log.split('\n')[1]!;
    const column = second.indexOf('"resultType":5') + '"resultType":'.length + 1;
    const byteOffset = Buffer.byteLength(log.slice(0, log.indexOf('"resultType":5') + '"resultType":'.length));
    expect(code).toBe(1);
    expect(JSON.parse(output)).toEqual([
      expect.objectContaining({ code: 'value.unknownKey', pointer: '/ü', line: 2, byteLength: 4 }),
      {
        code: 'schema.type',
        severity: 'error',
        message: '“resultType” must be a string, but is a number.',
        source: 'a',
        record: 1,
        pointer: '/resultType',
        line: 2,
        column,
        endLine: 2,
        endColumn: column + 1,
        byteOffset,
        byteLength: 1,
      },
    ]);
  });

  it('tells duplicates, conflicts and gaps', async () => {
    const of = (seq: number, extra: object = {}): string => record({ env_epoch: 'E', env_seqNum: seq, ...extra });
    const log = [of(1), of(5), of(5), of(5, { requestId: 'x' }), of(6)].join('\n');
    const { code, output } = await commandLine(['check', '{a}'], { a: log });
    expect(code).toBe(0);
    expect(output.split('\n')).toEqual([
      'a:2:1: information sequence.gap: 3 sequence numbers before this record (2 to 4) are not in this file.',
      'a:3:1: warning sequence.duplicate: Same epoch and sequence number as record 1, with identical content: a duplicate.',
      expect.stringContaining('a:4:1: warning sequence.conflict'),
      '3 findings',
      '',
    ]);
  });

  it('tells of which file the other record is', async () => {
    const of = (seq: number, extra: object = {}): string => record({ env_epoch: 'E', env_seqNum: seq, ...extra });
    const files = { a: `${of(1)}\n${of(2)}`, b: `${of(2)}\n${of(1, { requestId: 'x' })}` };
    const { output } = await commandLine(['check', '{a}', '{b}'], files);
    expect(output.split('\n').slice(0, 2)).toEqual([
      'b:1:1: warning sequence.duplicate: Same epoch and sequence number as record 1 of file 1, with identical content: a duplicate.',
      'b:2:1: warning sequence.conflict: Same epoch and sequence number as record 0 of file 1, but with different content.',
    ]);
  });

  it('names both places of a key that stands twice', async () => {
    const text = record({}).replace('"resultType":', '"ü":1,"resultType":"Failure","resultType":"Timeout","resultType":');
    const [first, second, third] = [...text.matchAll(/"resultType"/g)].map(({ index }) => index) as [number, number, number];
    const files = { a: `${record({})}\n${text}\n`, b: `\ufeff${text}\n` };
    const { output } = await commandLine(['check', '{a}'], files);
    expect(output.split('\n').filter((line) => line.includes(`:${first + 1}:`) || line.includes(`:${second + 1}:`))).toEqual([
      expect.stringMatching(`^a:2:${second + 1}: warning syntax.duplicateKey: `),
      `  a:2:${first + 1}: First occurrence of the key`,
      // That of the third.
      `  a:2:${first + 1}: First occurrence of the key`,
    ]);
    // The places of UTF-16 count its own bytes.
    const json = await commandLine(['check', '--format', 'json', '{b}'], { b: Buffer.from(files.b, 'utf16le') });
    const found = (JSON.parse(json.output) as { code: string; related?: readonly object[] }[]).filter(
      ({ related }) => related !== undefined,
    );
    expect(found).toMatchObject(
      [second, third].map((place) => ({
        code: 'syntax.duplicateKey',
        pointer: '/resultType',
        line: 1,
        column: place + 1,
        byteOffset: 2 + place * 2,
        byteLength: 24,
        related: [
          {
            message: 'First occurrence of the key',
            pointer: '/resultType',
            line: 1,
            column: first + 1,
            endLine: 1,
            endColumn: first + 13,
            byteOffset: 2 + first * 2,
            byteLength: 24,
          },
        ],
      })),
    );
  });

  const one = sample.trimEnd();
  it.each([
    ['lines', (broken: string) => `${one}\n${broken}\n${one}\n`, 1],
    ['lines that are broken', (broken: string) => `${one}\n{"a":oops}\n${broken}\n{"a":oops}\n`, 2],
    ['an array', (broken: string) => `[\n${one},\n${broken},\n${one}]`, 2],
    ['a wrapper', (broken: string) => `{"records":[\n${broken}\n]}`, 1],
    ['nothing else', (broken: string) => broken, 0],
  ])('names what else is wrong in a broken record, in %s', async (_, log, line) => {
    const { output } = await commandLine(['check', '{a}'], { a: log('{"a":NaN,"b":\'x\',"c":1,}') });
    const lines = output.split('\n');
    const at = `a:${line + 1}`;
    const first = lines.indexOf(`${at}:6: error syntax.invalid: JSON cannot express NaN or infinity.`);
    expect(lines.slice(first + 1, first + 4).filter((text) => text.startsWith(' '))).toEqual([
      `  ${at}:14: JSON strings need double quotes, not single ones.`,
      `  ${at}:23: Trailing comma: JSON does not allow a comma before the end of an object or array.`,
    ]);
  });

  it('names ten further failures of a broken record, and how many more there are', async () => {
    const broken = (count: number): string => `[${sample},{"a":[${'NaN,'.repeat(count)}0]},${sample}]`;
    const begin = sample.length + 8;
    const relatedOf = async (count: number): Promise<readonly { readonly message: string; readonly byteOffset: number }[]> => {
      const log = Buffer.from(broken(count), 'utf16le');
      const { output } = await commandLine(['check', '--format', 'json', '{a}'], { a: Buffer.from([0xff, 0xfe, ...log]) });
      const found = JSON.parse(output) as readonly {
        readonly related?: readonly { readonly message: string; readonly byteOffset: number }[];
      }[];
      return found.flatMap(({ related = [] }) => related);
    };
    expect((await relatedOf(11)).map(({ message }) => message)).toEqual(
      Array.from({ length: 10 }, () => 'JSON cannot express NaN or infinity.'),
    );
    expect((await relatedOf(12)).slice(9)).toMatchObject([
      { message: 'JSON cannot express NaN or infinity.', byteOffset: 2 + 2 * (begin + 40), byteLength: 6 },
      { message: 'One more syntax error here.', byteOffset: 2 + 2 * (begin + 44), byteLength: 6 },
    ]);
    expect((await relatedOf(1000)).at(-1)).toMatchObject({ message: '989 more syntax errors from here on.' });
  });

  it('names nothing further where a record is too long to be read on, or is none', async () => {
    for (const broken of [`{"a":"${'x'.repeat(1_100_000)}","b":NaN,"c":NaN}`, 'oops {"a":NaN,"b":NaN}', '["a",oops,NaN]']) {
      const { output } = await commandLine(['check', '{a}'], { a: `${sample}\n${broken}\n${sample}\n` });
      expect(output).toContain(': error syntax.invalid: ');
      expect(output).not.toMatch(/^ /m);
    }
  });

  it('passes a log without errors', async () => {
    expect((await commandLine(['check', '{a}'], { a: sample })).code).toBe(0);
  });
});

describe('records', () => {
  const log = [1, 2, 3, 4].map((seq) => record({ env_seqNum: seq })).join('\n');
  const numbers = (output: string): readonly number[] =>
    output
      .trimEnd()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { env_seqNum: number }).env_seqNum);

  it.each<[words: readonly string[], expected: readonly number[]]>([
    [[], [1, 2, 3, 4]],
    [['--where', 'first(caller)'], [1]],
    [
      ['--where', '-first(caller) count(operation) >= 4'],
      [2, 3, 4],
    ],
    [
      ['--where', 'operation~/^set/i -text~/"env_seqNum":[23]/'],
      [1, 4],
    ],
    [
      ['--limit', '2'],
      [1, 2],
    ],
    [
      ['--from', '2'],
      [3, 4],
    ],
    [['--from', '1', '--limit', '1'], [2]],
    [['--from', '9'], []],
    [['--limit', '0'], []],
    [
      ['--where', '-seq:2'],
      [1, 3, 4],
    ],
    [['--where=seq>=2', '--limit=1'], [2]],
    [
      ['--where', 'seq:(1, 4)'],
      [1, 4],
    ],
    [['--where', '(seq:1 OR seq:2) AND NOT seq:1'], [2]],
    [
      ['--where', 'caller:dana*'],
      [1, 2, 3, 4],
    ],
    [['--where', 'caller:"dana*"'], []],
    [
      ['--where', 'request:null seq<3'],
      [1, 2],
    ],
  ])('%j', async (words, expected) => {
    const { code, output } = await commandLine(['records', ...words, '{a}'], { a: log });
    expect({ code, numbers: numbers(output) }).toEqual({ code: 0, numbers: expected });
  });

  it('keeps the text of a record, and drops only line breaks and indentation', async () => {
    const pretty = '[\n  {\n    "operationName": "x",\n    "a": [ 1.0,\r\n\t2e400 ],\n    "b": "\\u0041 b"\n  }\n]';
    expect((await commandLine(['records', '{a}'], { a: pretty })).output).toBe(
      '{"operationName": "x","a": [ 1.0,2e400 ],"b": "\\u0041 b"}\n',
    );
    expect((await commandLine(['records', '--format', 'raw', '{a}'], { a: pretty })).output).toBe(`${pretty.slice(4, -2)}\n`);
  });

  it('reads standard input, and several files as one log', async () => {
    const both = await commandLine(['records', '-', '{a}'], { a: record({ env_seqNum: 9 }) }, log);
    expect(numbers(both.output)).toEqual([1, 2, 3, 4, 9]);
  });
});

describe('faults', () => {
  it.each<[words: readonly string[], sentence: string]>([
    [['nonsense'], 'There is no command “nonsense”.'],
    [['summary'], 'A file is missing'],
    [['summary', '--format', 'json', '{a}'], '“summary” has no option “--format”.'],
    [['check', '--format', 'xml', '{a}'], 'has no format “xml”'],
    [['records', '--limit', 'x', '{a}'], '“--limit” takes a whole number'],
    [['records', '--limit'], 'The value of “--limit” is missing.'],
    [['summary', '--where', 'foo:1', '{a}'], 'Unknown field “foo”'],
    [['records', '--where', '(a', '{a}'], 'filter'],
    [['summary', '--where', 'a frist(caller)', '{a}'], 'Did you mean first? Put text to search for in quotes. (character 3 of the filter)'],
    [['check', '--where', 'first(caller', '{a}'], 'is missing. (character 6 of the filter)'],
    [
      ['records', '--where', 'caller~/x(?=a)/', '{a}'],
      'Look-around is not supported in regular expressions: “(?=”. (character 10 of the filter)',
    ],
    [['records', '--where', 'caller~/\\/(a/', '{a}'], 'The “)” that closes a group is missing. (character 9 of the filter)'],
    [['records', '--where', 'time:last-1y', '{a}'], '“last-1y” is not a valid time.'],
    [['summary', '{missing}'], 'missing does not exist.'],
    [['check', '{folder.png}'], 'image (PNG)'],
    [['summary', '-', '-'], 'Standard input can be read once only.'],
    [['summary', '--json=false', '{a}'], '“--json” takes no value.'],
  ])('%j', async (words, sentence) => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
    const { code, output, errors } = await commandLine(words, { a: sample, 'folder.png': png });
    expect(code).toBe(2);
    expect(output).toBe('');
    expect(errors).toContain(sentence);
    expect(errors.trimEnd().split('\n')).toHaveLength(1);
  });

  it('tells an output that cannot be written in one sentence', async () => {
    const full = new Writable({ write: (_, __, done) => done(new Error('no space left')) });
    const errors: string[] = [];
    const sink = new Writable({
      write(chunk: Uint8Array, _, done) {
        errors.push(Buffer.from(chunk).toString());
        done();
      },
    });
    const input = process.stdin;
    const code = await run(['summary', 'media/samples/documented-sample.audit.ndjson'], { input, output: full, errors: sink });
    expect({ code, errors }).toEqual({ code: 2, errors: ['audit-log: no space left\n'] });
  });

  it('still answers for the other files', async () => {
    const { code, output, errors } = await commandLine(['summary', '--json', '{missing}', '{a}'], { a: sample });
    expect({ code, errors }).toEqual({ code: 2, errors: 'audit-log: missing does not exist.\n' });
    expect(JSON.parse(output)).toMatchObject({ records: 1, sources: [{ path: 'a' }] });
  });

  it('tells the size of standard input, and of a log that is one truncated record', async () => {
    const { output } = await commandLine(['summary', '--json', '-'], {}, sample);
    expect(JSON.parse(output)).toMatchObject({ bytes: sample.length, sources: [{ path: '-', bytes: sample.length }] });
    const truncated = await commandLine(['summary', '--json', '{a}'], { a: sample.slice(0, 500) });
    expect(JSON.parse(truncated.output)).toMatchObject({ records: 0, sources: [{ container: 'object' }], findings: { error: 1 } });
  });

  it('takes an empty file for a log of no records', async () => {
    const { code, output } = await commandLine(['summary', '--json', '{a}'], { a: ' \n' });
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ records: 0, time: { first: null, last: null }, sources: [{ container: 'empty' }] });
  });
});

describe('report', () => {
  const log = `${JSON.stringify({ operationName: 'SetCurrentPolicy', resultType: 'Failure', env_time: '2020-11-23T18:23:29Z' })}\n`;

  it('writes a page on the matching records to standard output or a file', async () => {
    const words = ['report', '{a.ndjson}', '--where', 'result:Failure', '--question', 'Why?', '--time-zone', 'Asia/Tokyo'];
    const { code, output } = await commandLine([...words, '--limit', '1'], { 'a.ndjson': log + log });
    expect(code).toBe(0);
    expect(output).toContain('<h1>Why?</h1>');
    expect(output).toContain('<caption>Records: 1 of 2</caption>');
    expect(output).toContain('2020-11-24 03:23:29.0000000');
    const other = await commandLine([...words, '--out', '{a.ndjson}'], { 'a.ndjson': log });
    expect(other).toMatchObject({ code: 2, output: '', errors: 'audit-log: “a.ndjson” is read and cannot be written at the same time.\n' });
  });

  it.each([
    [['--where', 'colour:red'], 'colour'],
    [['--time-zone', 'Nowhere'], '“--time-zone” takes utc, local or the name of a zone such as Europe/Berlin, not “Nowhere”.'],
    [['--format', 'csv'], '“report” has no option “--format”.'],
  ])('refuses %j in a sentence', async (words, sentence) => {
    const { code, output, errors } = await commandLine(['report', '{a.ndjson}', ...words], { 'a.ndjson': log });
    expect([code, output]).toEqual([2, '']);
    expect(errors).toContain(sentence);
  });
});
