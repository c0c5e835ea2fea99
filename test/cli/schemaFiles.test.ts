import { describe, expect, it, test } from 'vitest';
import { ownSchemaCases } from '../corpus/cases/ownSchema.ts';
import { expectationOf } from '../corpus/corpus.ts';
import { commandLine } from './commandLine.ts';

describe('check --schema', () => {
  it.each(ownSchemaCases.map((one) => [one.file, one] as const))('finds in %s what the schema refuses, where it is', async (_, one) => {
    const { stored: log, findings } = expectationOf(one);
    const files = { log, 'own.json': JSON.stringify(one.schema) };
    const { code, output, errors } = await commandLine(['check', '--format', 'json', '--schema', '{own.json}', '{log}'], files);
    const found = JSON.parse(output) as readonly Readonly<Record<string, unknown>>[];
    const places = found.map((finding) => ['code', 'pointer', 'record', 'byteOffset', 'byteLength'].map((key) => finding[key]));
    expect(places).toEqual(
      findings.map((finding) => [finding.code, finding.pointer, finding.record, finding.byteOffset, finding.byteLength]),
    );
    expect([code, errors]).toEqual([1, '']);
  });

  it('takes several schemas, each by its name, and says which refuses what', async () => {
    const files = {
      log: '{"env_seqNum":1,"resultType":"Success"}\n',
      'one.json': '{"properties":{"resultType":{"maxLength":3}}}',
      'two.json': '{"required":["door"]}',
    };
    const { output } = await commandLine(['check', '--schema', '{one.json}', '--schema', '{two.json}', '{log}'], files);
    expect(output.split('\n').filter((line) => line.includes('schema.custom'))).toEqual([
      'log:1:1: error schema.custom: The record is not as two.json demands: the field “door” is missing.',
      'log:1:30: error schema.custom: “resultType” is not as one.json demands: it must have a length of 3 or less.',
    ]);
  });

  it('is in SARIF as well', async () => {
    const files = { log: '{"resultType":"Success"}\n', 'own.json': '{"required":["door"]}' };
    const { output } = await commandLine(['check', '--format', 'sarif', '--schema', '{own.json}', '{log}'], files);
    expect(output).toContain('"ruleId":"schema.custom"');
  });

  test.each<[schema: string, errors: readonly string[]]>([
    ['{\n  "type": "object",\n}', ['own.json:2:19: This is not valid JSON.']],
    [
      '{\n  "type": "text", "minLength": -1 }',
      ['own.json:2:11: /type: The value has none of the allowed forms.', 'own.json:2:32: /minLength: The value must be 0 or more.'],
    ],
    [
      '{"properties":{"a":{"pattern":"(?=b)c"}}}',
      ['own.json:1:31: /properties/a/pattern: “(?=” does not begin a kind of group that is supported.'],
    ],
    [
      '{"items":{"$ref":"https://example.com/other.json"}}',
      ['own.json:1:18: /items/$ref: “https://example.com/other.json” is not in this file; schemas are not loaded from elsewhere.'],
    ],
    [
      '{"$schema":"http://json-schema.org/draft-03/schema#"}',
      [expect.stringContaining('own.json:1:12: /$schema: “http://json-schema.org/draft-03/schema#” is no version')],
    ],
  ])('says where the schema %s is wrong', async (schema, errors) => {
    const {
      code,
      output,
      errors: said,
    } = await commandLine(['check', '--schema', '{own.json}', '{log}'], { log: '{}', 'own.json': schema });
    expect([code, output]).toEqual([2, '']);
    expect(
      said
        .trimEnd()
        .split('\n')
        .map((line) => line.replace('audit-log: ', '')),
    ).toEqual(errors);
  });

  it('refuses a file that is none, and one that is too large', async () => {
    const none = await commandLine(['check', '--schema', '{none}', '{log}'], { log: '{}' });
    expect([none.code, none.errors]).toEqual([2, expect.stringContaining('none cannot be read')]);
    const large = await commandLine(['check', '--schema', '{log}', '{log}'], { log: ' '.repeat(2_000_000) });
    expect(large.errors).toBe('audit-log: log is too large for a schema: it has more than 1 MiB.\n');
  });

  it('is an option of check alone', async () => {
    const { code, errors } = await commandLine(['summary', '--schema', '{log}', '{log}'], { log: '{}' });
    expect([code, errors]).toEqual([2, 'audit-log: “summary” has no option “--schema”.\n']);
  });
});
