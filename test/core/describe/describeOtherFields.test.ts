import { describe, expect, it } from 'vitest';
import { describeOtherFieldAt, describeOtherFields } from '../../../src/core/describe/describeOtherFields.ts';
import type { FieldDescription } from '../../../src/core/describe/fieldDescription.ts';
import { parseRecord } from '../../../src/core/formats/parsedRecord.ts';
import { encodeText } from '../../../src/core/json/utf8.ts';
import { inventedRecords } from '../formats/inventedRecords.ts';

function described(record: unknown): readonly FieldDescription[] {
  const { bytes, root, other } = parseRecord(encodeText(JSON.stringify(record)));
  if (other === undefined) {
    throw new Error('This is a record of Attestation.');
  }
  return describeOtherFields(bytes, root, other);
}

describe('what is at an offset', () => {
  const text = JSON.stringify(inventedRecords.entraAudit);
  const { bytes, root, other } = parseRecord(encodeText(text));
  const nameAt = (piece: string): string | undefined => describeOtherFieldAt(bytes, root, other!, text.indexOf(piece))?.field.name;

  it('is described under its path, and by nothing that another format documents', () => {
    expect(nameAt('ana@contoso.example')).toBe('initiatedBy.user.userPrincipalName');
    expect(nameAt('ben@contoso.example')).toBe('targetResources[0].userPrincipalName');
    const field = describeOtherFieldAt(bytes, root, other!, text.indexOf('"targetResources"') + 1)?.field;
    expect([field?.name, field?.documentation, field?.explanation]).toEqual(['targetResources', '', []]);
    expect(describeOtherFieldAt(bytes, root, other!, 0)).toBeUndefined();
  });
});

describe('the fields of a record whose format is data', () => {
  it('come in the groups of the roles that they play, each under its path', () => {
    const fields = described(inventedRecords.kubernetesAudit).map(({ group, name, text }) => `${group} ${name} ${text}`);
    expect(fields).toEqual([
      'operation auditID 0f1e2d3c-0000-4000-8000-000000000002',
      'operation stage ResponseComplete',
      'operation verb create',
      'operation objectRef.resource pods',
      'operation objectRef.subresource exec',
      'operation responseStatus.code 101',
      'operation requestReceivedTimestamp 2026-03-01T09:00:00.123456Z',
      'operation stageTimestamp 2026-03-01T09:00:00.223456Z',
      'caller user.username dev@example.com',
      'caller user.uid u-1',
      'caller user.groups[0] developers',
      'caller user.groups[1] system:authenticated',
      'caller impersonatedUser.username system:serviceaccount:shop:deployer',
      'caller sourceIPs[0] 198.51.100.4',
      'caller sourceIPs[1] 10.0.0.1',
      'target requestURI /api/v1/namespaces/shop/pods/web-0/exec',
      'target objectRef.namespace shop',
      'target objectRef.name web-0',
      'other kind Event',
      'other apiVersion audit.k8s.io/v1',
      'other level Request',
      'other objectRef.apiVersion v1',
      'other responseStatus.metadata {}',
    ]);
  });

  it('have the pointer and the filter of their value', () => {
    const field = described(inventedRecords.cloudTrail).find(({ name }) => name === 'userIdentity.sessionContext.sessionIssuer.type');
    expect(field).toMatchObject({
      pointer: '/userIdentity/sessionContext/sessionIssuer/type',
      filter: 'key.userIdentity.sessionContext.sessionIssuer.type:Role',
      type: 'string',
      documentation: '',
    });
  });

  it('mask secrets', () => {
    const record = { ...inventedRecords.generic, url: 'https://x.example/a?sig=abcdefghijklmnopqrstuvwxyz0123456789' };
    const field = described(record).find(({ name }) => name === 'url');
    expect(field?.text).not.toContain('abcdefghijklmnopqrstuvwxyz0123456789');
    expect(field?.filter).toBeNull();
  });

  it('are shown by their outermost key below six levels, and after the first 500', () => {
    const deep = { a: { b: { c: { d: { e: { f: { g: 1 } } } } } } };
    expect(described({ ts: 1, ...deep }).map(({ name }) => name)).toEqual(['ts', 'a.b.c.d.e.f']);
    const wide = { many: Array.from({ length: 600 }, (_, index) => index), last: { a: 1 } };
    expect(described(wide).at(-1)).toMatchObject({ name: 'last', text: '{"a":1}' });
  });
});
