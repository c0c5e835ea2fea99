import { describe, expect, it } from 'vitest';
import { openLog } from '../openLog.ts';

interface Event {
  readonly who: string;
  readonly operation: string;
  readonly result: string;
  readonly second: number;
  readonly address?: string;
  readonly instance?: string;
}

function logOf(events: readonly Event[]): string {
  return events
    .map(({ who, operation, result, second, address = '10.0.0.1', instance = 'contoso' }) => {
      const id = `/subscriptions/s/resourceGroups/g/providers/Microsoft.Attestation/attestationProviders/${instance}`;
      const record = {
        operationName: operation,
        resultType: result,
        callerIpAddress: address,
        callerIdentities: [
          { callerIdentityType: 'UPN', callerIdentity: who },
          { callerIdentityType: 'TenantId', callerIdentity: 't1' },
        ],
        targetResources: [{ targetResourceType: 'ResourceId', targetResourceName: id }],
        env_time: new Date(Date.UTC(2021, 0, 1, 0, 0, second)).toISOString(),
      };
      return `${JSON.stringify(record)}\n`;
    })
    .join('');
}

const log = logOf([
  { who: 'ann@x', operation: 'SetCurrentPolicy', result: 'Success', second: 5 },
  { who: 'ann@x', operation: 'SetCurrentPolicy', result: 'Failure', second: 1, address: '10.0.0.2' },
  { who: 'bob@x', operation: 'AddPolicyCertificate', result: 'Success', second: 3 },
  { who: 'ann@x', operation: 'AddPolicyCertificate', result: 'ClientError', second: 9, instance: 'fabrikam' },
]);

describe('a profile', () => {
  it('sums up the records that a query finds', async () => {
    const { request } = await openLog(log);
    const profile = await request('profile', { query: 'caller.UPN=ann@x', limit: 10 });
    expect(profile).toMatchObject({ matching: 3, total: 4, groups: { success: 1, clientError: 1, failure: 1, other: 0 }, whole: null });
    expect([profile.first?.text, profile.last?.text]).toEqual(['2021-01-01T00:00:01.000Z', '2021-01-01T00:00:09.000Z']);
  });

  it('counts by how many callers of the whole log an identity is shared', async () => {
    const { request } = await openLog(log);
    const { identities, identitiesTotal } = await request('profile', { query: 'caller.UPN=ann@x', limit: 10 });
    expect(identitiesTotal).toBe(2);
    expect(Object.fromEntries(identities.map(({ type, value, count, sharedBy }) => [`${type} ${value}`, [count, sharedBy]]))).toEqual({
      'UPN ann@x': [3, 1],
      'TenantId t1': [3, 2],
    });
  });

  it('compares with the whole where a filter leaves a part', async () => {
    const { request } = await openLog(log);
    const { matching, whole } = await request('profile', {
      query: 'caller.UPN=ann@x resultGroup:failure',
      limit: 10,
      whole: 'caller.UPN=ann@x',
    });
    expect([matching, whole?.matching, whole?.first?.text, whole?.last?.text]).toEqual([
      1,
      3,
      '2021-01-01T00:00:01.000Z',
      '2021-01-01T00:00:09.000Z',
    ]);
  });

  it('says how much its lists leave out', async () => {
    const { request } = await openLog(log);
    const { callers, callersTotal, identities, identitiesTotal } = await request('profile', { query: '', limit: 1 });
    expect([callers.length, callersTotal, identities.length, identitiesTotal]).toEqual([1, 2, 1, 3]);
  });

  it('of nothing is empty', async () => {
    const { request } = await openLog(log);
    expect(await request('profile', { query: 'caller.UPN=nobody', limit: 10 })).toMatchObject({
      matching: 0,
      first: null,
      last: null,
      identities: [],
      callers: [],
    });
  });
});
