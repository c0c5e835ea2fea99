import { describe, expect, it } from 'vitest';
import { type Milestone, milestoneKeys, milestoneOfIntent, milestoneOfLog } from '../../../src/host/walkthrough/milestones.ts';
import type { Intent } from '../../../src/protocol/viewMessages.ts';

describe('milestoneOfLog', () => {
  const samples = 'file:///extensions/audit-log-viewer/media/samples';

  it.each<[log: string, expected: Milestone]>([
    [`${samples}/documented-sample.audit.ndjson`, 'documentedRecord'],
    [`${samples}/attestation-month.audit.ndjson`, 'month'],
    [`${samples}/cloudtrail.audit.json`, 'otherSample'],
    ['file:///home/me/attestation-month.audit.ndjson', 'ownLog'],
    ['file:///home/me/log.json', 'ownLog'],
  ])('of %s', (log, expected) => expect(milestoneOfLog(log, samples)).toBe(expected));
});

describe('milestoneOfIntent', () => {
  const ref = { source: 0, index: 1 };

  it.each<[intent: Intent, expected: Milestone | undefined]>([
    [{ kind: 'filter', query: 'result:Failure' }, 'filter'],
    [{ kind: 'filter', query: '' }, undefined],
    [{ kind: 'filter', query: '  ' }, undefined],
    [{ kind: 'open', page: { kind: 'findings' } }, 'findings'],
    [{ kind: 'open', page: { kind: 'coverage' } }, undefined],
    [{ kind: 'open', page: { kind: 'records' } }, undefined],
    [{ kind: 'openSource', at: { finding: { source: 0, finding: 2 } } }, 'findings'],
    [{ kind: 'openSource', at: { record: ref } }, undefined],
    [{ kind: 'openSource', at: null }, undefined],
    [{ kind: 'select', ref }, undefined],
    [{ kind: 'back' }, undefined],
    [{ kind: 'forward' }, undefined],
    [{ kind: 'copy', text: 'x' }, undefined],
  ])('of %j', (intent, expected) => expect(milestoneOfIntent(intent)).toBe(expected));
});

it('each milestone has a key of its own', () => {
  expect(new Set(Object.values(milestoneKeys)).size).toBe(Object.keys(milestoneKeys).length);
});
