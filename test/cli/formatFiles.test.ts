import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { doorFormat } from '../core/formats/doorFormat.ts';
import { commandLine, type CommandResult } from './commandLine.ts';

const sample = readFileSync('media/samples/cloudtrail.audit.json', 'utf8');
const cloudTrail = JSON.parse(readFileSync('src/core/formats/cloudTrail/format.json', 'utf8')) as object;
const door = {
  ...doorFormat,
  targets: [{ type: 'Door', path: 'door' }],
  fields: [{ path: 'badge.number', title: 'Badge', description: 'Number of the badge.' }],
  events: [{ operation: 'door.open', title: 'Open a door' }],
};
const log = '{"badge":{"number":7},"act":"door.open","door":"North","at":"2026-01-10T08:15:00Z"}\n{"ts":1600000000,"act":"x"}\n';

function ask(command: string, ...words: readonly string[]): Promise<CommandResult> {
  const files = { log, door: JSON.stringify(door), broken: '{\n  "id": 7\n}', twin: JSON.stringify(door) };
  return commandLine([command, '{log}', ...words], files);
}

describe('a format file', () => {
  it('names records in the summary, and serves filters', async () => {
    const { code, output } = await ask('summary', '--json', '--format-file', '{door}');
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      records: 2,
      sources: [{ formats: { doorLog: 1, generic: 1 } }],
      targets: { Door: { North: 1 } },
    });
    for (const filter of ['format:doorLog', 'badge.number:7', 'event:"open a door"', 'target.Door:north', '-format:generic']) {
      const found = await ask('records', '--where', filter, '--format-file', '{door}');
      expect([filter, found.output]).toEqual([filter, `${log.split('\n')[0]}\n`]);
    }
  });

  it('has the numbers of writers count for check and coverage', async () => {
    const numbered = JSON.stringify({ ...door, sequence: { writer: ['door'], number: 'n' } });
    const lines = [1, 2, 5, 5].map((n) => `{"badge":{},"act":"x","door":"North","at":"2026-01-10T08:15:00Z","n":${n}}\n`).join('');
    const files = { log: lines, numbered };
    const coverage = await commandLine(['coverage', '--json', '{log}', '--format-file', '{numbered}'], files);
    expect(JSON.parse(coverage.output)).toMatchObject({
      missing: '2',
      epochs: [{ epoch: 'North', first: '1', last: '5', seen: 3, ranges: [['3', '4']] }],
    });
    const found = await commandLine(['check', '--format', 'json', '{log}', '--format-file', '{numbered}'], files);
    const codes = (JSON.parse(found.output) as readonly { code: string; record: number }[]).map(({ code, record }) => [record, code]);
    expect(codes).toEqual(
      expect.arrayContaining([
        [2, 'sequence.gap'],
        [3, 'sequence.duplicate'],
      ]),
    );
  });

  it('is held against its documentation where it is strict, and not otherwise', async () => {
    const fields = [
      { path: 'badge.number', type: 'string', title: 'Badge', description: 'Number of the badge.' },
      { path: 'reader', title: 'R', description: 'D', isRequired: true },
    ];
    const files = { log, lax: JSON.stringify({ ...door, fields }), strict: JSON.stringify({ ...door, fields, strict: true }) };
    const lax = await commandLine(['check', '{log}', '--format-file', '{lax}'], files);
    expect([lax.code, lax.output.includes('schema')]).toEqual([0, false]);
    const { code, output } = await commandLine(['check', '--format', 'json', '{log}', '--format-file', '{strict}'], files);
    expect(code).toBe(1);
    expect(
      (JSON.parse(output) as readonly { code: string; record: number; pointer: string; message: string }[]).filter(
        ({ record }) => record === 0,
      ),
    ).toMatchObject([
      { code: 'schema.required', pointer: '', message: 'The required field “reader” is missing.' },
      { code: 'schema.type', pointer: '/badge/number', message: '“number” must be a string, but is a number.' },
    ]);
  });

  it('is not known without the option', async () => {
    const { code, errors } = await ask('records', '--where', 'badge.number:7');
    expect([code, errors]).toEqual([2, expect.stringContaining('badge.number')]);
    expect(JSON.parse((await ask('summary', '--json')).output)).toMatchObject({ sources: [{ formats: { generic: 2 } }] });
  });

  test.each(['summary', 'check', 'records', 'coverage'])('is taken by %s', async (command) => {
    expect(await ask(command, '--format-file', '{door}')).toMatchObject({ code: 0, errors: '' });
  });

  test.each<[words: readonly string[], errors: string]>([
    [['--format-file', '{none}'], "none cannot be read: ENOENT: no such file or directory, stat 'none'"],
    [['--format-file', '{door}', '--format-file', '{twin}'], '“door” and “twin” have the same id “doorLog”.'],
    [
      ['--without-format', 'doorLog', '--format-file', '{door}'],
      'There is no built-in format “doorLog” to leave out; there are azureActivityEvent, azureLogAnalytics, azureResourceLog, cloudTrail, entraAudit, entraSignIn, gcpAudit, kubernetesAudit, m365Audit.',
    ],
    [
      ['--format-file', '{broken}'],
      [
        ...['title', 'documentation', 'detection', 'time', 'operation'].map((part) => `broken:1:1: “${part}” is missing.`),
        'broken:2:9: /id: The value must be of type string.',
      ].join('\naudit-log: '),
    ],
  ])('is refused with %j', async (words, errors) => {
    expect(await ask('summary', ...words)).toMatchObject({ code: 2, output: '', errors: `audit-log: ${errors}\n` });
  });

  it('is refused where it is a log of many megabytes, or has many faults', async () => {
    const files = { log, large: log.repeat(10_000), faulty: JSON.stringify({ ...door, time: Array(30).fill(7) }, undefined, 1) };
    const large = await commandLine(['summary', '{log}', '--format-file', '{large}'], files);
    expect(large).toMatchObject({ code: 2, errors: 'audit-log: large is too large for a format: it has more than 1 MiB.\n' });
    const faulty = await commandLine(['summary', '{log}', '--format-file', '{faulty}'], files);
    expect(faulty.errors.split('\n').slice(9)).toEqual([
      expect.stringContaining('/time/9'),
      'audit-log: faulty: 10 of 30 faults are reported.',
      '',
    ]);
  });
});

describe('CloudTrail’s format under another id, and without the built-in one', () => {
  const files = { log: sample, ours: JSON.stringify({ ...cloudTrail, id: 'ourTrail' }) };
  const ours = ['--format-file', '{ours}', '--without-format', 'cloudTrail'];

  test.each([
    ['summary', '--json'],
    ['summary', '--where', 'event:CreateAccessKey'],
    ['check', '--format', 'json'],
    ['records', '--where', 'userIdentity.arn:* -resultGroup:success'],
    ['coverage', '--json'],
  ])('says the same: %s %s', async (command, ...words) => {
    const same = ({ code, output, errors }: CommandResult): object => ({
      code,
      errors,
      output: output.replaceAll('ourTrail', 'cloudTrail').replace(/"(elapsedMs|peakRssBytes)": \d+/g, '"$1": 0'),
    });
    const builtIn = await commandLine([command, '{log}', ...words], files);
    expect(builtIn.output).not.toBe('');
    expect(same(await commandLine([command, '{log}', ...words, ...ours], files))).toEqual(same(builtIn));
  });

  it('has records of that id', async () => {
    const { output } = await commandLine(['summary', '--json', '{log}', ...ours], files);
    expect((JSON.parse(output) as { sources: unknown }).sources).toMatchObject([{ formats: { ourTrail: 200 } }]);
  });

  it('replaces the built-in one under its own id', async () => {
    const changed = JSON.stringify({ ...cloudTrail, operation: ['eventSource'] });
    const { output } = await commandLine(['summary', '--json', '{log}', '--format-file', '{changed}'], { log: sample, changed });
    const { operations, sources } = JSON.parse(output) as { operations: Record<string, number>; sources: readonly { formats: object }[] };
    expect(Object.keys(operations).every((name) => name.endsWith('.amazonaws.com'))).toBe(true);
    expect(Object.keys(sources[0]!.formats)).toEqual(['cloudTrail']);
  });
});
