import { readFileSync } from 'node:fs';
import addFormats from 'ajv-formats';
import { Ajv } from 'ajv';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { corpus, expectationOf } from '../corpus/corpus.ts';
import { commandLine } from './commandLine.ts';

interface Found {
  readonly code: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

const log = '{"env_seqNum":1,"resultType":"Succeed"}\n{"env_seqNum":2,}\n';

/** The schema of SARIF 2.1.0 as `sarif-2.1.0-rtm.5.json` of `@microsoft/jest-sarif` has it, as draft-07. */
const schema = JSON.parse(readFileSync(new URL('../data/sarif-schema-2.1.0.json', import.meta.url), 'utf8')) as object;
// One pattern of the schema has a bracket that only patterns without the flag u may have.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile<Log>(schema);

/** What an output breaks of the schema. */
function violations(output: string): readonly string[] {
  return validate(JSON.parse(output)) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('check --format sarif', () => {
  it('says the same as check --format json, at the same places', async () => {
    const json = await commandLine(['check', '--format', 'json', '{log}'], { log });
    const sarif = await commandLine(['check', '--format', 'sarif', '{log}'], { log });
    expect([sarif.code, sarif.errors]).toEqual([json.code, json.errors]);
    const { version, runs } = JSON.parse(sarif.output) as Log;
    const [run] = runs;
    expect([version, runs.length]).toEqual(['2.1.0', 1]);
    const found = JSON.parse(json.output) as readonly Found[];
    const results = run?.results ?? [];
    expect(found.length).toBeGreaterThan(2);
    expect(results.map(({ ruleId, message, locations }) => [ruleId, message.text, locations?.[0]?.physicalLocation?.region])).toEqual(
      found.map(({ code, message, line, column, endLine, endColumn }) => [
        code,
        message,
        { startLine: line, startColumn: column, endLine, endColumn },
      ]),
    );
    const ids = new Set(run?.tool.driver.rules?.map(({ id }) => id));
    expect(results.filter(({ ruleId = '', level = '' }) => !ids.has(ruleId) || !['error', 'warning', 'note'].includes(level))).toEqual([]);
    expect(results[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toMatch(/log$/);
  });

  it('is whole where nothing was found', async () => {
    const { output } = await commandLine(['check', '--where', 'record:77', '--format', 'sarif', '{log}'], { log });
    expect((JSON.parse(output) as Log).runs[0]?.results).toEqual([]);
    expect(violations(output)).toEqual([]);
  });

  it('is valid under the schema of SARIF 2.1.0, whatever the files are called', async () => {
    const files = { 'a b#1%20.log': log, 'é[x]?.log': log, 'C:x.log': log };
    const { output } = await commandLine(['check', '--format', 'sarif', ...Object.keys(files).map((name) => `{${name}}`)], files);
    expect(violations(output)).toEqual([]);
    const input = await commandLine(['check', '--format', 'sarif', '-'], {}, log);
    expect(violations(input.output)).toEqual([]);
  });

  it('is valid for every finding of the corpus, with the places that explain them', async () => {
    const logs = corpus
      .filter(({ problem }) => problem === undefined)
      .map((one) => [one.file.replace('/', '-'), expectationOf(one).stored]);
    const files = Object.fromEntries(logs) as Record<string, Uint8Array>;
    const { output } = await commandLine(['check', '--format', 'sarif', ...Object.keys(files).map((name) => `{${name}}`)], files);
    expect(violations(output)).toEqual([]);
    const results = (JSON.parse(output) as Log).runs.flatMap((run) => run.results ?? []);
    expect(new Set(results.map(({ ruleId }) => ruleId)).size).toBeGreaterThan(30);
    expect(results.flatMap(({ relatedLocations = [] }) => relatedLocations).length).toBeGreaterThan(10);
  });

  it('can be found at fault', () => {
    expect(violations('{"version":"2.1.0","runs":[{"tool":{},"results":[{"level":"grave"}]}]}')).not.toEqual([]);
  });
});
