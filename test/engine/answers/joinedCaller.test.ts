import { describe, expect, it } from 'vitest';
import { openLog } from '../openLog.ts';

type Pair = readonly [type: string, value: string];

function records(count: number, ...identities: readonly Pair[]): string {
  const record = {
    operationName: 'SetCurrentPolicy',
    resultType: 'Success',
    callerIdentities: identities.map(([callerIdentityType, callerIdentity]) => ({ callerIdentityType, callerIdentity })),
    env_time: '2021-01-01T00:00:00Z',
  };
  return `${JSON.stringify(record)}\n`.repeat(count);
}

const ann: Pair = ['UPN', 'ann@x'];
const object: Pair = ['ObjectID', 'AAAA-1'];
const tenant: Pair = ['TenantId', 't'];
const certificate: Pair = ['Certificate', 'c0ffee'];

const attestation = [
  records(30, ann, object, tenant),
  records(4, ['upn', 'ANN@x'], ['ObjectID', 'aaaa-1']),
  records(3, object, certificate),
  records(2, certificate),
  records(6, ['UPN', 'bob@x'], ['ObjectID', 'bbbb-2'], tenant),
].join('');

describe('the identities of a caller', () => {
  it('are found from any of them, in every spelling, with the number of records', async () => {
    const { request } = await openLog(attestation);
    for (const [type, value] of [ann, ['upn', 'Ann@X'] as const, object, certificate]) {
      const { joined, refused } = await request('joinedCaller', { type, value });
      expect(joined.map((one) => `${one.type} ${one.value}`.toLowerCase())).toEqual(['upn ann@x', 'objectid aaaa-1', 'certificate c0ffee']);
      expect(joined.map((one) => one.records).toSorted((left, right) => left - right)).toEqual([0, 3, 34]);
      expect(refused).toMatchObject([{ type: 'TenantId', value: 't', records: 30, reason: 'common' }]);
    }
  });

  it('are without those apart', async () => {
    const { request } = await openLog(attestation);
    const apart = [{ type: 'ObjectID', value: 'aaaa-1' }];
    const { joined } = await request('joinedCaller', { type: 'UPN', value: 'ann@x', apart });
    expect(joined).toEqual([{ type: 'UPN', value: 'ann@x', seenWith: null, records: 0 }]);
  });

  it('are found where the value alone is known, and none of a label that is no identity', async () => {
    const { request } = await openLog(attestation);
    const found = async (value: string) =>
      (await request('joinedCaller', { type: '', value })).joined.map((one) => `${one.type} ${one.value}`);
    expect(await found('c0ffee')).toEqual(['UPN ann@x', 'ObjectID AAAA-1', 'Certificate c0ffee']);
    expect(await found('unknown caller')).toEqual([' unknown caller']);
  });

  it('are found in other formats as well', async () => {
    const event = (id: number, type: string, name: string, key: string) => ({
      eventVersion: '1.08',
      userIdentity: {
        type: 'IAMUser',
        principalId: `AIDA${name}`,
        arn: `arn:aws:iam::1:user/${name}`,
        accountId: '1',
        accessKeyId: key,
        userName: name,
      },
      eventTime: '2024-05-01T10:00:00Z',
      eventSource: 's3.amazonaws.com',
      eventName: type,
      awsRegion: 'us-east-1',
      sourceIPAddress: '10.0.0.1',
      eventID: `00000000-0000-4000-8000-00000000000${id}`,
      eventType: 'AwsApiCall',
      recipientAccountId: '1',
    });
    const { request } = await openLog(
      JSON.stringify({
        Records: [event(1, 'GetObject', 'ann', 'KEY1'), event(2, 'PutObject', 'ann', 'KEY2'), event(3, 'PutObject', 'bob', 'KEY3')],
      }),
    );
    const { joined, refused } = await request('joinedCaller', { type: 'ARN', value: 'arn:aws:iam::1:user/ann' });
    expect(joined.map((one) => `${one.type} ${one.value}`)).toEqual([
      'ARN arn:aws:iam::1:user/ann',
      'PrincipalID AIDAann',
      'Username ann',
      'AccessKeyID KEY1',
      'AccessKeyID KEY2',
    ]);
    expect(refused).toMatchObject([{ type: 'AccountID', value: '1', reason: 'common' }]);
  });
});
