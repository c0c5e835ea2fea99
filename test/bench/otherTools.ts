import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchLog } from './generateLog.ts';
import type { Contestant } from './interleave.ts';
import { measureProcess, type ProcessCost } from './measureProcess.ts';

/** A program of the system that people look into logs with. */
export interface OtherTool {
  readonly program: string;
  readonly contestant: (log: BenchLog, scratch: string) => Contestant<ProcessCost>;
}

export const otherTools: readonly OtherTool[] = [
  {
    program: 'jq',
    contestant: ({ path }) => ({
      name: 'jq, counting operations',
      run: async () =>
        checkOutput(await measureProcess('jq', ['-n', 'reduce inputs as $record ({}; .[$record.operationName] += 1)', path])),
    }),
  },
  {
    program: 'lnav',
    contestant: ({ path }, scratch) => {
      const folder = lnavFolder(scratch);
      const query = ';SELECT operationName, count(*) FROM attestation_audit GROUP BY operationName';
      return {
        name: 'lnav, counting operations',
        run: async () => checkOutput(await measureProcess('lnav', ['-n', '-I', folder, '-c', query, path], { env: { HOME: folder } })),
      };
    },
  },
];

/** Some programs end well without an answer. */
function checkOutput(cost: ProcessCost): ProcessCost {
  if (!cost.output.includes('SetCurrentPolicy')) {
    throw new Error(`it counted nothing: ${cost.output.slice(0, 200)}`);
  }
  return cost;
}

/** The first line that a program says of its version; undefined if it is not installed. */
export function versionOf(program: string): string | undefined {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n')[0]!.trim() : undefined;
}

/** lnav reads JSON lines only in a format that it was reported. */
function lnavFolder(scratch: string): string {
  const folder = join(scratch, 'lnav');
  const formats = join(folder, 'formats/audit');
  mkdirSync(formats, { recursive: true });
  const format = {
    $schema: 'https://lnav.org/schemas/format-v1.schema.json',
    attestation_audit: {
      title: 'Audit log',
      description: 'Audit records, one a line',
      json: true,
      'file-pattern': String.raw`.*\.audit\.ndjson`,
      'timestamp-field': 'env_time',
      // The body has no column.
      'body-field': 'ifxAuditFormat',
      'line-format': [{ field: '__timestamp__' }, ' ', { field: 'ifxAuditFormat' }],
      value: { operationName: { kind: 'string' }, resultType: { kind: 'string' } },
    },
  };
  writeFileSync(join(formats, 'audit.json'), JSON.stringify(format));
  return folder;
}
