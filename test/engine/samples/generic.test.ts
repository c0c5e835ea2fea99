import { expect, it } from 'vitest';
import type { ResultGroup } from '../../../src/core/record/results.ts';
import { openLog } from '../openLog.ts';
import { expectReported, nobody, sampleOf, type ReportedRecord } from './reportedRecords.ts';

interface Line {
  /** Milliseconds since 1970. */
  readonly ts: number;
  readonly user?: string;
  readonly action: string;
  readonly outcome?: string;
  readonly ip: string;
  readonly target: string;
}

const lines = sampleOf('generic')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line);

const groups: Readonly<Record<string, ResultGroup>> = { success: 'success', denied: 'clientError', error: 'failure' };

function read({ ts, user, action, outcome, ip, target }: Line): ReportedRecord {
  return {
    time: new Date(ts).toISOString().replace('Z', ''),
    operation: action,
    result: outcome ?? null,
    group: groups[outcome ?? ''] ?? 'other',
    caller: user ?? nobody,
    address: ip,
    targets: [['Target', target]],
  };
}

it('lines of an unknown program are read as their keys say', async () => {
  await expectReported('generic', sampleOf('generic'), lines.map(read));
});

it('what was inferred is said once', async () => {
  const log = await openLog(sampleOf('generic'));
  const { findings } = await log.request('placedFindings', { source: 0, limit: 100 });
  expect(findings.map(({ code }) => code)).toEqual(['value.unknownFormat']);
});
