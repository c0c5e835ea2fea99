import { describe, expect, it } from 'vitest';
import { commandLine } from './commandLine.ts';

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: Readonly<Record<string, number>>;
        };
      }[];
    }[];
  }[];
}

interface Found {
  readonly code: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

const log = '{"env_seqNum":1,"resultType":"Succeed"}\n{"env_seqNum":2,}\n';

describe('check --format sarif', () => {
  it('says the same as check --format json, at the same places', async () => {
    const json = await commandLine(['check', '--format', 'json', '{log}'], { log });
    const sarif = await commandLine(['check', '--format', 'sarif', '{log}'], { log });
    expect([sarif.code, sarif.errors]).toEqual([json.code, json.errors]);
    const { version, runs } = JSON.parse(sarif.output) as Sarif;
    const [run] = runs;
    expect([version, runs.length]).toEqual(['2.1.0', 1]);
    const found = JSON.parse(json.output) as readonly Found[];
    expect(found.length).toBeGreaterThan(2);
    expect(run!.results.map(({ ruleId, message, locations: [place] }) => [ruleId, message.text, place!.physicalLocation.region])).toEqual(
      found.map(({ code, message, line, column, endLine, endColumn }) => [
        code,
        message,
        { startLine: line, startColumn: column, endLine, endColumn },
      ]),
    );
    const ids = new Set(run!.tool.driver.rules.map(({ id }) => id));
    expect(run!.results.filter(({ ruleId, level }) => !ids.has(ruleId) || !['error', 'warning', 'note'].includes(level))).toEqual([]);
    expect(run!.results[0]!.locations[0]!.physicalLocation.artifactLocation.uri).toMatch(/log$/);
  });

  it('is whole where nothing was found', async () => {
    const { output } = await commandLine(['check', '--where', 'record:77', '--format', 'sarif', '{log}'], { log });
    expect((JSON.parse(output) as Sarif).runs[0]!.results).toEqual([]);
  });
});
