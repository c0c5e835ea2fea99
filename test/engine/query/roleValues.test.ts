import { describe, expect, it, test } from 'vitest';
import { resolveField } from '../../../src/core/query/fields.ts';
import { RecordValues } from '../../../src/engine/query/recordValues.ts';
import { inventedRecords, type InventedFormat } from '../../core/formats/inventedRecords.ts';

function values(record: unknown, name: string): readonly (string | null)[] {
  const bytes = new TextEncoder().encode(JSON.stringify(record));
  return new RecordValues(bytes, { record: 3, line: 7, sourceNames: ['a.json'], findings: ['value.time', 'error'] }).values(
    resolveField(name)!,
  );
}

describe('a field of a record whose format is data', () => {
  test.each<[field: string, format: InventedFormat, wanted: readonly (string | null)[]]>([
    ['format', 'gcpAudit', ['gcpAudit']],
    ['operation', 'kubernetesAudit', ['create pods/exec']],
    ['event', 'kubernetesAudit', ['Execute in pod', 'create pods/exec', 'get pods/exec']],
    ['event', 'cloudTrail', ['Put Bucket Policy', 'PutBucketPolicy']],
    ['event', 'generic', []],
    ['result', 'cloudTrail', ['AccessDenied']],
    ['resultGroup', 'm365Audit', ['failure']],
    ['category', 'kubernetesAudit', ['ResponseComplete']],
    ['description', 'gcpAudit', ['Permission denied']],
    ['ip', 'entraAudit', ['203.0.113.14']],
    ['request', 'cloudTrail', ['EXAMPLE1']],
    ['time', 'generic', ['2026-03-01T09:00:00.0000000Z']],
    ['tenant', 'm365Audit', ['00000000-0000-4000-8000-000000000011']],
    ['caller.UPN', 'entraSignIn', ['ana@contoso.example']],
    ['caller.group', 'kubernetesAudit', ['developers', 'system:authenticated']],
    ['target.Bucket', 'cloudTrail', ['invoices']],
    ['instance', 'azureActivityEvent', ['shopdata']],
    ['resourceGroup', 'azureResourceLog', ['SHOP']],
    ['subscription', 'azureResourceLog', ['00000000-0000-4000-8000-000000000001']],
    ['epoch', 'cloudTrail', []],
    ['seq', 'cloudTrail', []],
    ['callerDisplayName', 'entraSignIn', ['Ana']],
    ['env_cloud_role', 'entraSignIn', []],
    ['key.userIdentity.sessionContext.sessionIssuer.type', 'cloudTrail', ['Role']],
    ['key.sourceIPs', 'kubernetesAudit', ['198.51.100.4', '10.0.0.1']],
    ['key.responseElements', 'cloudTrail', [null]],
    ['record', 'cloudTrail', ['3']],
    ['line', 'cloudTrail', ['7']],
    ['source', 'cloudTrail', ['a.json']],
    ['finding', 'cloudTrail', ['value.time', 'error']],
  ])('%s of %s', (field, format, wanted) => {
    expect(values(inventedRecords[format], field)).toEqual(wanted);
  });

  it('names the caller by the best of its identities, too', () => {
    expect(values(inventedRecords.entraAudit, 'caller').at(-1)).toBe('ana@contoso.example');
    expect(values({ ...inventedRecords.entraAudit, initiatedBy: { app: { displayName: 'Sync' } } }, 'caller')).toEqual(['Sync']);
    expect(values({ ...inventedRecords.entraAudit, initiatedBy: {} }, 'caller')).toEqual(['unknown caller', null]);
  });

  it('has the whole record as its text', () => {
    expect(values(inventedRecords.generic, 'text')).toEqual([JSON.stringify(inventedRecords.generic)]);
  });
});
