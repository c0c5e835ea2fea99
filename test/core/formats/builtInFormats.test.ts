import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, test } from 'vitest';
import { builtInFormats } from '../../../src/core/formats/builtInFormats.ts';
import { generic } from '../../../src/core/formats/genericFormat.ts';
import { parseRecord } from '../../../src/core/formats/parsedRecord.ts';
import { firstText, outcomeOf, pairsOf } from '../../../src/core/formats/roles.ts';
import { timeOf } from '../../../src/core/formats/roleTime.ts';
import { TreeSource } from '../../../src/core/formats/treeSource.ts';
import { encodeText } from '../../../src/core/json/utf8.ts';
import { inventedRecords, type InventedFormat } from './inventedRecords.ts';

const folder = join(import.meta.dirname, '../../../src/core/formats');
const all = [...builtInFormats.forms.filter(({ envelope }) => envelope.length === 0), generic];

/** What the values of a record say by the roles that they play. */
function roles(record: unknown): Readonly<Record<string, unknown>> {
  const { bytes, root, other } = parseRecord(encodeText(JSON.stringify(record)), builtInFormats);
  if (other === undefined) {
    return { format: 'attestation' };
  }
  const source = new TreeSource(other.paths, bytes, root);
  return {
    format: other.format.id,
    time: timeOf(other, source)?.text,
    operation: firstText(source, other.operation),
    result: firstText(source, other.result),
    outcome: outcomeOf(other, source),
    address: firstText(source, other.address),
    request: firstText(source, other.request),
    recordId: firstText(source, other.recordId),
    callers: pairsOf(source, other.callers).map(({ type, value }) => `${type} ${value}`),
    targets: pairsOf(source, other.targets).map(({ type, value }) => `${type} ${value}`),
  };
}

describe('each format', () => {
  const validate = new Ajv2020({ allErrors: true }).compile(
    JSON.parse(readFileSync(join(folder, 'auditFormat.schema.json'), 'utf8')) as object,
  );

  test.each(all.map(({ format }) => [format.id, format] as const))(
    '%s keeps the schema of formats, in the folder of its name',
    (id, format) => {
      validate(format);
      expect(validate.errors).toBeNull();
      expect(JSON.parse(readFileSync(join(folder, id, 'format.json'), 'utf8'))).toEqual(format);
    },
  );

  it('has a name of its own', () => {
    expect(new Set(all.map(({ format }) => format.id)).size).toBe(all.length);
  });

  it('has an invented record', () => {
    expect(all.map(({ format }) => format.id).toSorted()).toEqual(Object.keys(inventedRecords).toSorted());
  });
});

describe('the hierarchies of formats', () => {
  const withHierarchies = all.filter(({ format }) => format.hierarchies !== undefined);

  test.each(withHierarchies.map((compiled) => [compiled.format.id, compiled] as const))('of %s are those of its targets', (_, compiled) => {
    const { hierarchies = [], targets = [] } = compiled.format;
    expect(compiled.hierarchies).toHaveLength(hierarchies.length);
    const levels = hierarchies.flatMap((one) => ('levels' in one ? one.levels : []));
    expect(levels.filter(({ type, path }) => !targets.some((one) => 'path' in one && one.type === type && one.path === path))).toEqual([]);
  });

  it('are those of all formats whose targets are within each other', () => {
    expect(withHierarchies.map(({ format }) => format.id)).toEqual([
      'azureActivityEvent',
      'azureLogAnalytics',
      'azureResourceLog',
      'cloudTrail',
      'gcpAudit',
      'kubernetesAudit',
    ]);
  });
});

describe('a record of', () => {
  const expected: Readonly<Record<InventedFormat, Readonly<Record<string, unknown>>>> = {
    cloudTrail: {
      time: '2026-03-01T09:00:00Z',
      operation: 'PutBucketPolicy',
      result: 'AccessDenied',
      outcome: 'clientError',
      address: '203.0.113.7',
      request: 'EXAMPLE1',
      recordId: '0f1e2d3c-0000-4000-8000-000000000001',
      callers: [
        'ARN arn:aws:sts::111122223333:assumed-role/Deployer/deploy',
        'Username Deployer/deploy',
        'PrincipalID AROAEXAMPLE:deploy',
        'AccountID 111122223333',
        'AccessKeyID ASIAEXAMPLE',
        'SessionIssuer arn:aws:iam::111122223333:role/Deployer',
      ],
      targets: ['ARN arn:aws:s3:::invoices', 'Bucket invoices', 'Service s3.amazonaws.com', 'Region eu-west-1', 'Account 111122223333'],
    },
    kubernetesAudit: {
      time: '2026-03-01T09:00:00.123456Z',
      operation: 'create pods/exec',
      result: '101',
      outcome: 'success',
      address: '198.51.100.4',
      request: '0f1e2d3c-0000-4000-8000-000000000002',
      recordId: '0f1e2d3c-0000-4000-8000-000000000002 ResponseComplete',
      callers: [
        'Username dev@example.com',
        'UID u-1',
        'ImpersonatedUser system:serviceaccount:shop:deployer',
        'Group developers',
        'Group system:authenticated',
      ],
      targets: ['Name web-0', 'Resource pods', 'Namespace shop', 'RequestURI /api/v1/namespaces/shop/pods/web-0/exec'],
    },
    gcpAudit: {
      time: '2026-03-01T09:00:00.123456789Z',
      operation: 'storage.buckets.delete',
      result: '7',
      outcome: 'clientError',
      address: '203.0.113.9',
      request: 'abc123',
      recordId: 'abc123 2026-03-01T09:00:00.123456789Z projects/shop-prod/logs/cloudaudit.googleapis.com%2Factivity',
      callers: ['Email ops@example.com'],
      targets: [
        'ResourceName projects/_/buckets/invoices',
        'ResourceType gcs_bucket',
        'Project shop-prod',
        'Location europe-west1',
        'Service storage.googleapis.com',
      ],
    },
    azureResourceLog: {
      time: '2026-03-01T09:00:00.1234567Z',
      operation: 'SecretGet',
      result: 'Success',
      outcome: 'clientError',
      address: '203.0.113.11',
      request: '00000000-0000-4000-8000-000000000002',
      recordId: undefined,
      callers: [
        'UPN ana@contoso.example',
        'ObjectID 00000000-0000-4000-8000-000000000003',
        'ApplicationID 00000000-0000-4000-8000-000000000004',
      ],
      targets: [`ResourceId ${inventedRecords.azureResourceLog.resourceId}`],
    },
    azureLogAnalytics: {
      time: '2026-03-01T09:00:00.1234567Z',
      operation: 'MICROSOFT.COMPUTE/VIRTUALMACHINES/WRITE',
      result: 'Success',
      outcome: 'success',
      address: '203.0.113.12',
      request: '00000000-0000-4000-8000-000000000006',
      recordId: undefined,
      callers: ['Username ana@contoso.example'],
      targets: [`ResourceId ${inventedRecords.azureLogAnalytics['_ResourceId']}`],
    },
    azureActivityEvent: {
      time: '2026-03-01T09:00:00.1234567Z',
      operation: 'Microsoft.Storage/storageAccounts/delete',
      result: 'Failed',
      outcome: 'failure',
      address: '203.0.113.13',
      request: '00000000-0000-4000-8000-000000000008',
      recordId: '00000000-0000-4000-8000-000000000009',
      callers: ['Username ana@contoso.example', 'ObjectID 00000000-0000-4000-8000-000000000007'],
      targets: [`ResourceId ${inventedRecords.azureActivityEvent.resourceId}`, 'Scope /subscriptions/0/resourceGroups/shop'],
    },
    entraAudit: {
      time: '2026-03-01T09:00:00.1234567Z',
      operation: 'Add member to group',
      result: 'success',
      outcome: 'success',
      address: '203.0.113.14',
      request: '00000000-0000-4000-8000-00000000000a',
      recordId: 'Directory_1',
      callers: ['UPN ana@contoso.example', 'ObjectID 00000000-0000-4000-8000-00000000000b'],
      targets: ['User ben@contoso.example', 'Group Payroll'],
    },
    entraSignIn: {
      time: '2026-03-01T09:00:00Z',
      operation: 'Sign-in to Payroll Web',
      result: '50126',
      outcome: 'failure',
      address: '203.0.113.15',
      request: '00000000-0000-4000-8000-00000000000f',
      recordId: '00000000-0000-4000-8000-00000000000e',
      callers: ['UPN ana@contoso.example', 'ObjectID 00000000-0000-4000-8000-00000000000b'],
      targets: ['Resource Payroll API', 'Application Payroll Web'],
    },
    m365Audit: {
      time: '2026-03-01T09:00:00',
      operation: 'UserLoginFailed',
      result: 'Success',
      outcome: 'failure',
      address: '203.0.113.16',
      request: '00000000-0000-4000-8000-000000000010',
      recordId: '00000000-0000-4000-8000-000000000010',
      callers: ['UPN ana@contoso.example', 'PUID 10030000A0000000', 'TenantId 00000000-0000-4000-8000-000000000011'],
      targets: ['Object 00000000-0000-4000-8000-000000000012', 'Workload AzureActiveDirectory'],
    },
    generic: {
      time: '2026-03-01T09:00:00.0000000Z',
      operation: 'login',
      result: 'denied',
      outcome: 'clientError',
      address: '192.0.2.1',
      request: undefined,
      recordId: undefined,
      callers: ['Username carol'],
      targets: ['Target console'],
    },
  };

  test.each(Object.entries(expected))('%s is recognised, and its values play their roles', (id, wanted) => {
    expect(roles(inventedRecords[id as InventedFormat])).toEqual({ format: id, ...wanted });
  });
});

describe('a record of an unknown format', () => {
  test.each<readonly [name: string, record: object, wanted: object]>([
    [
      'whose caller acts on a user',
      { user: 'ben', actor: 'ana', action: 'org.add_member', '@timestamp': 1_772_355_600_000, repo: 'shop/web' },
      { callers: ['Username ana', 'Username ben'], targets: ['Repository shop/web'], time: '2026-03-01T09:00:00.0000000Z' },
    ],
    [
      'of a request, whose type says only which half of it this is',
      {
        type: 'response',
        time: '2026-03-01T09:00:00.123456789Z',
        auth: { display_name: 'ana' },
        request: { id: 'r1', operation: 'read', path: 'secret/a', remote_address: '192.0.2.1' },
      },
      { operation: 'read', callers: ['Username ana'], targets: ['Path secret/a'], address: '192.0.2.1', request: 'r1' },
    ],
    [
      'with an object for the time, and a list of callers',
      { atype: 'dropCollection', ts: { $date: '2026-03-01T09:00:00.123Z' }, remote: { ip: '192.0.2.1' }, users: [{ user: 'ana' }] },
      { operation: 'dropCollection', time: '2026-03-01T09:00:00.123Z', callers: ['Username ana'], address: '192.0.2.1' },
    ],
    [
      'with an object for the user, within another',
      {
        date_create: 1_772_355_600,
        action: 'user_login',
        actor: { type: 'user', user: { email: 'ana@contoso.example', name: 'Ana' } },
        entity: { name: 'shop' },
        context: { ip_address: '192.0.2.1' },
      },
      {
        time: '2026-03-01T09:00:00.0000000Z',
        callers: ['Email ana@contoso.example', 'Username Ana'],
        targets: ['Object shop'],
        address: '192.0.2.1',
      },
    ],
    [
      'with a list of events',
      { id: { time: '2026-03-01T09:00:00Z' }, actor: { email: 'ana@contoso.example' }, events: [{ type: 'login', name: 'login_success' }] },
      { operation: 'login_success', callers: ['Email ana@contoso.example'] },
    ],
    ['with the name of the zone', { timestamp: '2026-03-01 09:00:00.123 UTC' }, { time: '2026-03-01T09:00:00.1230000Z' }],
    ['with a time in microseconds as text', { __REALTIME_TIMESTAMP: '1772355600000000' }, { time: '2026-03-01T09:00:00.0000000Z' }],
    ['with a status of HTTP', { '@t': '2026-03-01T09:00:00Z', statusCode: 403 }, { result: '403', outcome: 'clientError' }],
    ['with another word for a failure', { when: '2026-03-01T09:00:00Z', result: 'Blocked' }, { outcome: 'clientError' }],
  ])('%s has its roles', (_, record, wanted) => {
    expect(roles(record)).toMatchObject({ format: 'generic', ...wanted });
  });
});

describe('a record in an envelope', () => {
  const envelopes = builtInFormats.forms.flatMap(({ format, envelope }) =>
    envelope.length === 0 ? [] : [[format.id as InventedFormat, envelope] as const],
  );

  test.each(envelopes)('of %s under %j is what it is by itself, as an object and as JSON text', (id, envelope) => {
    const record = inventedRecords[id];
    const within = (value: unknown): unknown => envelope.reduceRight((inner, key) => ({ [key]: inner }), value);
    expect(roles(within(record))).toEqual(roles(record));
    expect(roles(within(JSON.stringify(record)))).toEqual(roles(record));
  });
});

describe('what a record is', () => {
  test.each<[title: string, record: unknown, format: string]>([
    [
      'a key that only Attestation’s records have decides',
      { ...inventedRecords.cloudTrail, env_time: '2026-03-01T09:00:00Z' },
      'attestation',
    ],
    ['one documented key is enough where no format is recognised', { operationName: 'x' }, 'attestation'],
    ['an object without keys is a record of Attestation that lacks them', {}, 'attestation'],
    ['a few keys of a format are not enough evidence', { eventVersion: '1', eventName: 'x' }, 'generic'],
    ['a constant is evidence only where it is so', { apiVersion: 'audit.k8s.io/v1' }, 'kubernetesAudit'],
    ['and not where it is another', { apiVersion: 'apps/v1' }, 'generic'],
    ['null is no evidence', { TimeGenerated: null, Type: 'x', _ResourceId: 'y' }, 'generic'],
    ['keys are compared without regard to case', { EVENTVERSION: '1', EventSource: 'a', eventname: 'b' }, 'cloudTrail'],
    [
      'newer records of Attestation, which have none of the documented keys of its own, are resource logs',
      { Time: '2026-03-01T09:00:00Z', resourceId: '/x', category: 'a', operationName: 'b', identity: {} },
      'azureResourceLog',
    ],
    [
      'such records with a documented key are Attestation’s',
      { Time: '2026-03-01T09:00:00Z', resourceId: '/x', category: 'a', operationName: 'b', targetResources: [], auditEventCategory: [] },
      'attestation',
    ],
  ])('%s', (_, record, format) => {
    expect(roles(record)['format']).toBe(format);
  });

  it('of Attestation’s resource logs has its caller in JSON text, with a comma after the last member', () => {
    const record = {
      Time: '2026-03-01T09:00:00.1234567Z',
      resourceId: '/subscriptions/s/resourceGroups/shop/providers/Microsoft.Attestation/attestationProviders/shop',
      region: 'EastUS2',
      operationName: 'AttestSgxEnclave',
      category: 'Operational',
      resultType: 'Succeeded',
      resultSignature: '400',
      callerIpAddress: '203.0.113.21',
      traceContext: '{"traceId":"e4c2","parentId":"0000",}',
      identity: '{"callerAadUPN":"ana@contoso.example","callerAadObjectId":"00000000-0000-4000-8000-000000000003",}',
    };
    // https://learn.microsoft.com/azure/attestation/view-logs
    expect(roles(record)).toEqual({
      format: 'azureResourceLog',
      time: '2026-03-01T09:00:00.1234567Z',
      operation: 'AttestSgxEnclave',
      result: 'Succeeded',
      outcome: 'clientError',
      address: '203.0.113.21',
      request: 'e4c2',
      callers: ['UPN ana@contoso.example', 'ObjectID 00000000-0000-4000-8000-000000000003'],
      targets: [`ResourceId ${record.resourceId}`, 'ServiceRegion EastUS2'],
    });
  });

  it('of an event that “lookup-events” has put into JSON text is that of the event', () => {
    const { cloudTrail } = inventedRecords;
    const event = { EventId: '1', EventName: cloudTrail.eventName, Username: 'deploy', CloudTrailEvent: JSON.stringify(cloudTrail) };
    const { callers, targets, ...others } = roles(event);
    expect(others).toEqual({
      format: 'cloudTrail',
      time: '2026-03-01T09:00:00Z',
      operation: 'PutBucketPolicy',
      result: 'AccessDenied',
      outcome: 'clientError',
      address: '203.0.113.7',
      request: 'EXAMPLE1',
      recordId: '0f1e2d3c-0000-4000-8000-000000000001',
    });
    expect(callers).toContain('ARN arn:aws:sts::111122223333:assumed-role/Deployer/deploy');
    expect(targets).toContain('ARN arn:aws:s3:::invoices');
  });

  it('is looked up in JSON text too', () => {
    const { m365Audit } = inventedRecords;
    const row = { CreationDate: '2026-03-01', UserIds: 'x', Operations: 'y', AuditData: JSON.stringify(m365Audit) };
    expect(roles(row)).toMatchObject({
      format: 'm365Audit',
      operation: 'UserLoginFailed',
      outcome: 'failure',
      time: '2026-03-01T09:00:00',
    });
  });
});
