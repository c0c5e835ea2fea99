import { describe, expect, it, test } from 'vitest';
import { sampleOf } from '../samples/reportedRecords.ts';
import { openLog } from '../openLog.ts';

const attestation = JSON.stringify({ operationName: 'SetPolicy', callerIdentities: [] });
const trail = (eventName: string): string =>
  JSON.stringify({ eventVersion: '1.08', eventSource: 'iam.amazonaws.com', eventName, eventTime: '2026-03-01T09:00:00Z' });
const pod = (verb: string): string =>
  JSON.stringify({
    apiVersion: 'audit.k8s.io/v1',
    auditID: verb,
    verb,
    objectRef: { resource: 'pods', subresource: 'exec', name: 'web-0' },
  });
const log = [attestation, trail('StopLogging'), trail('SetPolicy'), pod('create'), pod('get'), trail('DeletePolicy'), trail('Nothing')];

async function indexes(query: string): Promise<readonly number[]> {
  const { request } = await openLog(log.join('\n'));
  const { rows } = await request('page', { query, order: 'file', from: { at: 0 }, count: 100 });
  return rows.map(({ ref }) => ref.index);
}

describe('the events of a log of several formats', () => {
  test.each<[query: string, rows: readonly number[]]>([
    ['event:SetCurrentPolicy', [0]],
    ['event:SetPolicy', [0]],
    ['event:StopLogging', [1]],
    ['event:"stop logging"', [1]],
    ['event="Stop Logging"', [1]],
    ['event:Stop*', [1]],
    ['event:"Execute in pod"', [3, 4]],
    ['event:"get pods/exec"', [3, 4]],
    ['event:(StopLogging, "Execute in pod")', [1, 3, 4]],
    // A synonym among Attestation's events, and an event of CloudTrail.
    ['event:DeletePolicy', [5]],
    ['event:null', [2, 6]],
    ['-event:null', [0, 1, 3, 4, 5]],
  ])('%s', async (query, rows) => {
    expect(await indexes(query)).toEqual(rows);
  });

  it('are counted by their titles', async () => {
    const { request } = await openLog(log.join('\n'));
    const { values } = await request('facets', { query: '', field: 'event', limit: 10 });
    expect(values.map(({ value, count }) => [value, count])).toEqual([
      ['Execute in pod', 2],
      [null, 2],
      ['Delete Policy', 1],
      ['SetCurrentPolicy', 1],
      ['Stop Logging', 1],
    ]);
  });

  it('are those of the operations, in a whole log', async () => {
    const { request } = await openLog(sampleOf('kubernetesAudit'));
    const count = async (query: string): Promise<number> =>
      (await request('page', { query, order: 'file', from: { at: 0 }, count: 0 })).matching;
    expect(await count('event:"Update config map"')).toBe(await count('operation:"update configmaps"'));
    expect(await count('event:"Read secret"')).toBe(await count('operation:"get secrets"'));
  });

  it('that nobody has are refused, with near names', async () => {
    await expect(indexes('event:StopLoging')).rejects.toThrow('Did you mean StopLogging');
  });
});
