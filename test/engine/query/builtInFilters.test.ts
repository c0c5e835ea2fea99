import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInFilters } from '../../../src/core/query/builtInFilters.ts';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { openLog } from '../openLog.ts';

type Records = readonly Readonly<Record<string, unknown>>[];

/** The operations of the records that the built-in filters of a log find, each once, by the names of the filters. */
async function found(log: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const { request, session } = await openLog(log);
  try {
    const { formats } = await request('formats', {});
    const lists: Record<string, readonly string[]> = {};
    for (const { name, query } of builtInFilters(formats)) {
      const { values } = await request('facets', { query, field: 'operation', limit: 1000 });
      lists[name] = values.map(({ value }) => value ?? '').toSorted();
    }
    return lists;
  } finally {
    await session.close();
  }
}

/** The operations of records by a test that knows nothing of filters, each once. */
function operations(records: Records, key: string, isWanted: (operation: string, record: Records[number]) => boolean): readonly string[] {
  const all = records.filter((record) => isWanted(String(record[key]), record)).map((record) => String(record[key]));
  return [...new Set(all)].toSorted();
}

function sample(name: string): string {
  return readFileSync(`media/samples/${name}`, 'utf8');
}

describe('filters that are built in, on the samples', () => {
  it('find what records of CloudTrail say', async () => {
    const log = sample('cloudtrail.audit.json');
    const records = (JSON.parse(log) as { readonly Records: Records }).Records;
    const lists = await found(log);
    expect(lists['deletes']).toEqual(operations(records, 'eventName', (name) => /^(Delete|Terminate|ScheduleKeyDeletion)/.test(name)));
    expect(lists['policyChanges']).toEqual(
      operations(records, 'eventName', (name) => /Policy/.test(name) && !/^(Get|List|Simulate)/.test(name)),
    );
    expect(lists['policyChanges']?.length).toBeGreaterThan(0);
    expect(lists['deletes']?.length).toBeGreaterThan(0);
  });

  it('find console sign-ins without MFA that succeeded', async () => {
    const login = (JSON.parse(sample('cloudtrail.audit.json')) as { readonly Records: Records }).Records.find(
      ({ eventName }) => eventName === 'ConsoleLogin',
    );
    const of = (state: string, mfa: string): string =>
      JSON.stringify({
        ...login,
        errorMessage: undefined,
        responseElements: { ConsoleLogin: state },
        additionalEventData: { MFAUsed: mfa },
        eventID: `${state}-${mfa}`,
      });
    const lines = [of('Success', 'No'), of('Success', 'Yes'), of('Failure', 'No')];
    const { request, session } = await openLog(lines.join('\n'));
    const query = builtInFilters((await request('formats', {})).formats).find(({ name }) => name === 'loginsWithoutMfa')?.query ?? '';
    const { rows } = await request('page', { query, order: 'file', from: { at: 0 }, count: 9 });
    expect(rows.map(({ ref }) => ref.index)).toEqual([0]);
    await session.close();
  });

  it('find what records of Kubernetes say', async () => {
    const log = sample('kubernetes.audit.ndjson');
    const records = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly verb: string });
    const { request, session } = await openLog(log);
    const query = builtInFilters((await request('formats', {})).formats).find(({ name }) => name === 'deletes')?.query ?? '';
    const { matching } = await request('page', { query, order: 'file', from: { at: 0 }, count: 0 });
    const expected = records.filter(({ verb }) => verb.startsWith('delete')).length;
    expect([matching, expected > 0]).toEqual([expected, true]);
    await session.close();
  });

  it('find what records of Microsoft 365 and Azure say', async () => {
    const m365 = await found(sample('m365.audit.json'));
    expect(m365['deletes']?.filter((operation) => !/delete/i.test(operation))).toEqual([]);
    expect(m365['deletes']?.length).toBeGreaterThan(0);
    const azure = await found(sample('azure-activity.audit.json'));
    expect(azure['deletes']?.filter((operation) => !/\/delete$/i.test(operation))).toEqual([]);
    expect(azure['deletes']?.length).toBeGreaterThan(0);
  });

  it('find what records of Azure Attestation say, by all names of an operation', async () => {
    const of = (operationName: string, at: number): string =>
      JSON.stringify({ env_time: `2020-11-23T18:23:2${at}Z`, operationName, callerIdentities: [], resultType: 'Success', env_seqNum: at });
    const names = [
      'SetCurrentPolicy',
      'DeletePolicy',
      'AddPolicyManagementCertificate',
      'RehydrateTenantsAfterDisaster',
      'DestroyInstance',
    ];
    const lists = await found(names.map(of).join('\n'));
    expect(lists).toMatchObject({
      policyChanges: ['DeletePolicy', 'SetCurrentPolicy'],
      certificateChanges: ['AddPolicyManagementCertificate'],
      adminOnly: ['RehydrateTenantsAfterDisaster'],
      deletes: ['DestroyInstance'],
    });
  });

  it('find what records of other formats say', async () => {
    const { entraAudit, entraSignIn, gcpAudit } = inventedRecords;
    const names = ['Add conditional access policy', 'Add user', 'Delete user', 'Update application – Certificates and secrets management'];
    expect(
      await found(names.map((activityDisplayName) => JSON.stringify({ ...entraAudit, activityDisplayName })).join('\n')),
    ).toMatchObject({
      policyChanges: [names[0]],
      certificateChanges: [names[3]],
      deletes: [names[2]],
    });
    const methods = ['google.iam.v1.IAMPolicy.SetIamPolicy', 'storage.buckets.delete', 'storage.buckets.get', 'SetIamPolicy'];
    const calls = methods.map((methodName) => JSON.stringify({ ...gcpAudit, protoPayload: { ...gcpAudit.protoPayload, methodName } }));
    expect(await found(calls.join('\n'))).toMatchObject({ policyChanges: [methods[3], methods[0]], deletes: [methods[1]] });
    const factors = ['singleFactorAuthentication', 'multiFactorAuthentication'];
    const signIn = { ...entraSignIn, status: { errorCode: 0 } };
    const { request, session } = await openLog(
      factors.map((authenticationRequirement) => JSON.stringify({ ...signIn, authenticationRequirement })).join('\n'),
    );
    const query = builtInFilters((await request('formats', {})).formats).find(({ name }) => name === 'loginsWithoutMfa')?.query ?? '';
    const { rows } = await request('page', { query, order: 'file', from: { at: 0 }, count: 9 });
    expect(rows.map(({ ref }) => ref.index)).toEqual([0]);
    await session.close();
  });

  it('tell formats apart in a log that mixes them', async () => {
    const cloudTrail = (JSON.parse(sample('cloudtrail.audit.json')) as { readonly Records: Records }).Records;
    const lines = [...cloudTrail.map((record) => JSON.stringify(record)), ...sample('kubernetes.audit.ndjson').trim().split('\n')];
    const alone = [await found(sample('cloudtrail.audit.json')), await found(sample('kubernetes.audit.ndjson'))];
    expect((await found(lines.join('\n')))['deletes']).toEqual(alone.flatMap(({ deletes = [] }) => deletes).toSorted());
  });
});
