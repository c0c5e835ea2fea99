import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { inventedRecords } from '../core/formats/inventedRecords.ts';
import { bash } from './bash.ts';

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly 'runs-on': string; readonly steps: readonly Step[] }>>;
}

/** The only workflow of the guide. */
const [, text = ''] = /```yaml\n(.*?)```/s.exec(readFileSync('docs/guide.md', 'utf8')) ?? [];
const { permissions, jobs } = parse(text) as Workflow;
const { steps } = jobs['check']!;
const command = steps.find(({ run }) => run?.includes(' check ') === true)!.run!;
const upload = steps.at(-1)!;
const [, program = '', log = ''] = /^node (\S+) .* (\S+) > \S+$/.exec(command) ?? [];

describe('the workflow for GitHub Actions in the guide', () => {
  const folder = mkdtempSync(join(tmpdir(), 'audit-log-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  async function checked(
    record: object,
  ): Promise<{ readonly code: number | null; readonly errors: string; readonly run: Log['runs'][number] }> {
    mkdirSync(join(folder, 'logs'), { recursive: true });
    writeFileSync(join(folder, log), `${JSON.stringify(record)}\n`);
    writeFileSync(join(folder, 'audit.schema.json'), '{"properties":{"env_seqNum":{"minimum":5}}}');
    const { code, errors } = await bash(folder, command.replace(`node ${program}`, 'audit-log'));
    return { code, errors, run: (JSON.parse(readFileSync(join(folder, upload.with!['sarif_file']!), 'utf8')) as Log).runs[0]! };
  }

  it('may upload what it finds, whether or not the check fails', () => {
    expect(permissions).toEqual({ contents: 'read', 'security-events': 'write' });
    expect(upload.uses).toMatch(/^github\/codeql-action\/upload-sarif@v\d+$/);
    expect(upload.if).toBe('${{ !cancelled() }}');
  });

  it('builds the command line where it is run from', () => {
    const { path } = steps.find((step) => step.with?.['repository'] !== undefined)!.with!;
    expect(program).toBe(`${path}/dist/cli.js`);
    const build = steps.find(({ run }) => run?.startsWith('npm ') === true)!;
    expect(build['working-directory']).toBe(path);
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };
    expect(Object.keys(scripts).map((name) => `npm run ${name}`)).toContain(build.run);
    const order = [steps.indexOf(build), steps.findIndex(({ run }) => run === command), steps.indexOf(upload)];
    expect(order).toEqual(order.toSorted((one, other) => one - other));
  });

  it('fails where an error is found, and writes it at its line of the repository’s file', async () => {
    const { code, errors, run } = await checked({ operationName: 'SetCurrentPolicy', env_seqNum: 1 });
    expect([code, errors]).toEqual([1, '']);
    const found = run.results?.find(({ ruleId }) => ruleId === 'schema.custom');
    expect(found?.locations?.[0]?.physicalLocation).toMatchObject({ artifactLocation: { uri: log }, region: { startLine: 1 } });
  });

  it('passes where there is no error, and says so', async () => {
    const { code, errors, run } = await checked(inventedRecords.cloudTrail);
    expect([code, errors]).toEqual([0, '']);
    expect(run.results?.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
