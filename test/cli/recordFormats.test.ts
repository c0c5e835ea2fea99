import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, describe, expect, it } from 'vitest';
import { bash } from './bash.ts';
import { commandLine } from './commandLine.ts';

function record(fields: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({
    env_time: '2020-11-23T18:23:29.9427158Z',
    operationName: 'SetCurrentPolicy',
    resultType: 'Success',
    auditEventCategory: [],
    callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: 'dana@contoso.com' }],
    targetResources: [{ targetResourceType: 'Environment', targetResourceName: 'PublicCloud' }],
    ...fields,
  });
}

const two = {
  callerIdentities: [
    { callerIdentityType: 'UPN', callerIdentity: 'dana@contoso.com' },
    { callerIdentityType: 'ObjectId', callerIdentity: 'o-1' },
  ],
};
const log = [record({ a: { b: [1, 'x'] } }), record({ ...two, resultType: '=1+1', resultDescription: 'say "no",\nplease' })].join('\n');

async function output(...words: readonly string[]): Promise<string> {
  const { code, output: text, errors } = await commandLine(['records', '{a}', ...words], { a: log });
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  return text;
}

describe('records as CSV', () => {
  it('are a table with a head, lines that end as RFC 4180 has them, and no formulas', async () => {
    expect(await output('--format', 'csv', '--fields', 'result,description,caller,key.a.b')).toBe(
      [
        'result,description,caller,key.a.b',
        'Success,,dana@contoso.com,1; x',
        `'=1+1,"say ""no"",\nplease",dana@contoso.com; o-1,`,
        '',
      ].join('\r\n'),
    );
  });

  it('are read by another program as they were written', async () => {
    const { data, errors } = Papa.parse<readonly string[]>(await output('--format', 'csv'), { skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data).toEqual([
      ['time', 'operation', 'result', 'caller', 'target', 'description'],
      ['2020-11-23T18:23:29.9427158Z', 'SetCurrentPolicy', 'Success', 'dana@contoso.com', 'PublicCloud', ''],
      ['2020-11-23T18:23:29.9427158Z', 'SetCurrentPolicy', "'=1+1", 'dana@contoso.com; o-1', 'PublicCloud', 'say "no",\nplease'],
    ]);
  });

  it('hide what gives access', async () => {
    const { output: text } = await commandLine(['records', '{a}', '--format', 'csv', '--fields', 'description'], {
      a: record({ resultDescription: 'https://x/?sv=1&sig=abcdef' }),
    });
    expect(text).toBe('description\r\nhttps://x/?sv=1&sig=…\r\n');
  });
});

describe('records as a table', () => {
  it('have columns that line up, also below wide and combining characters', async () => {
    const lines = [record({ operationName: '設定' }), record({ operationName: 'e\u0301x' }), record({ operationName: '👩‍👩‍👧 ok' })];
    const { output: text } = await commandLine(['records', '{a}', '--format', 'table', '--fields', 'operation,result'], {
      a: lines.join('\n'),
    });
    expect(text.split('\n')).toEqual(['operation  result', '設定       Success', 'e\u0301x         Success', '👩‍👩‍👧 ok      Success', '']);
  });

  it('keep control characters out of the terminal', async () => {
    const { output: text } = await commandLine(['records', '{a}', '--format', 'table', '--fields', 'operation'], {
      a: record({ operationName: 'a\u001b[31m\n\u202eb' }),
    });
    expect(text).toBe('operation\na\\u001b[31m\\u000a\\u202eb\n');
  });

  it('cut what is wider than the column, and say so; never the last', async () => {
    const long = '長'.repeat(30);
    const lines = [...Array.from({ length: 150 }, () => record({})), record({ operationName: long, resultType: long })];
    const { output: text } = await commandLine(['records', '{a}', '--format', 'table', '--fields', 'operation,result'], {
      a: lines.join('\n'),
    });
    expect(text.split('\n').at(-2)).toBe(`${'長'.repeat(7)}…   ${long}`);
  });

  it('are only a head where there are none', async () => {
    expect(await output('--format', 'table', '--where', 'result:None', '--fields', 'time,ip')).toBe('time  ip\n');
  });
});

describe('records as JSON and Markdown', () => {
  it('are one array, its records unchanged', async () => {
    expect(await output('--format', 'json')).toBe(`[\n${log.split('\n').join(',\n')}\n]\n`);
    expect(await output('--format', 'json', '--limit', '0')).toBe('[\n]\n');
  });

  it('are objects of the fields that are named', async () => {
    expect(await output('--fields', 'caller.ObjectId,key.a.b,seq')).toBe(
      '{"caller.ObjectID":null,"key.a.b":["1","x"],"seq":null}\n{"caller.ObjectID":"o-1","key.a.b":null,"seq":null}\n',
    );
  });

  it('are text in Markdown and nothing else', async () => {
    const { output: text } = await commandLine(['records', '{a}', '--format', 'md', '--fields', 'operation,description'], {
      a: record({ operationName: '<img src=x>|*a*', resultDescription: '[x](http://y)\n@z' }),
    });
    expect(text.split('\n')).toEqual([
      '| operation | description |',
      '| --- | --- |',
      '| &#60;img src=x&#62;&#124;\\*a\\* | \\[x\\](http\\://y) \\@z |',
      '',
    ]);
  });
});

describe('a fault of the fields', () => {
  it.each(['csv', 'table', 'md', 'parquet', 'ndjson'])('is said of %s, with its place', async (format) => {
    const { code, output: text, errors } = await commandLine(['records', '{a}', '--format', format, '--fields', 'time,resutl'], { a: log });
    expect({ code, text }).toEqual({ code: 2, text: '' });
    expect(errors).toMatch(/^audit-log: Unknown field “resutl”\. Did you mean result\?.*\(character 6 of the fields\)\n$/);
  });

  it('is a column that engines could not tell from another', async () => {
    const { code, errors } = await commandLine(['records', '{a}', '--format', 'parquet', '--fields', 'key.x,key.X'], { a: log });
    expect(code).toBe(2);
    expect(errors).toBe('audit-log: A table cannot have both “key.x” and “key.X”: engines tell no columns apart by case.\n');
  });
});

describe.skipIf(process.platform === 'win32')('a file to write to', () => {
  const folder = mkdtempSync(join(tmpdir(), 'audit-log-out-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string): string => join(folder, name);
  writeFileSync(file('log'), log);

  it('holds what would have been printed', async () => {
    const { code, output: printed } = await bash(folder, 'audit-log records log --format csv --out a.csv');
    expect({ code, printed }).toEqual({ code: 0, printed: '' });
    expect(readFileSync(file('a.csv'), 'utf8')).toBe(await output('--format', 'csv'));
  });

  it('stays as it was where something is wrong, and nothing is left beside it', async () => {
    writeFileSync(file('kept'), 'before');
    const { code } = await bash(folder, "audit-log records log --out kept --where 'x:'");
    expect({ code, kept: readFileSync(file('kept'), 'utf8') }).toEqual({ code: 2, kept: 'before' });
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('is never one that is read', async () => {
    const { code, errors } = await bash(folder, 'ln -s log link; audit-log records log --out link');
    expect({ code, errors }).toEqual({ code: 2, errors: 'audit-log: “link” is read and cannot be written at the same time.\n' });
    expect(readFileSync(file('log'), 'utf8')).toBe(log);
  });

  it('is named where it cannot be written', async () => {
    const { code, errors } = await bash(folder, 'audit-log records log --out none/a.csv');
    expect(code).toBe(2);
    expect(errors).toMatch(/^audit-log: none\/a\.csv cannot be written: ENOENT/);
    expect(existsSync(file('none'))).toBe(false);
  });

  it('may be a pipe', async () => {
    const { output: text } = await bash(folder, 'audit-log records log --format csv --out >(cat)');
    expect(text).toBe(await output('--format', 'csv'));
  });

  it.each(['ndjson', 'json', 'csv', 'md', 'table', 'parquet', 'raw'])('that is closed early ends %s quietly', async (format) => {
    const many = Array.from({ length: 20_000 }, () => log.split('\n')[0]).join('\n');
    writeFileSync(file('many'), many);
    const ended = await bash(folder, `set -o pipefail; audit-log records many --format ${format} | head -c 100 > head; cat head | wc -c`);
    expect({ ...ended, output: ended.output.trim() }).toEqual({ code: 0, output: '100', errors: '' });
  });
});
