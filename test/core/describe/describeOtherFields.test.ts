import { describe, expect, it } from 'vitest';
import { builtInFormats } from '../../../src/core/formats/builtInFormats.ts';
import { describeOtherFieldAt, describeOtherFields } from '../../../src/core/describe/describeOtherFields.ts';
import type { FieldDescription } from '../../../src/core/describe/fieldDescription.ts';
import { parseRecord } from '../../../src/core/formats/parsedRecord.ts';
import { encodeText, sourceText } from '../../../src/core/json/utf8.ts';
import { inventedRecords } from '../formats/inventedRecords.ts';
import { words } from './words.ts';

function described(record: unknown): readonly FieldDescription[] {
  const { bytes, root, other } = parseRecord(encodeText(JSON.stringify(record)), builtInFormats);
  if (other === undefined) {
    throw new Error('This is a record of Attestation.');
  }
  return describeOtherFields(bytes, root, other);
}

describe('what is at an offset', () => {
  const text = JSON.stringify(inventedRecords.entraAudit);
  const { bytes, root, other } = parseRecord(encodeText(text), builtInFormats);
  const nameAt = (piece: string): string | undefined => describeOtherFieldAt(bytes, root, other!, text.indexOf(piece))?.field.name;

  it('is described under its path, by its own format alone', () => {
    expect(nameAt('ana@contoso.example')).toBe('initiatedBy.user.userPrincipalName');
    expect(nameAt('ben@contoso.example')).toBe('targetResources[0].userPrincipalName');
    const field = describeOtherFieldAt(bytes, root, other!, text.indexOf('"targetResources"') + 1)?.field;
    expect([field?.name, field?.title, field?.documentation, field?.explanation]).toEqual([
      'targetResources',
      'Target resources',
      'What the activity changed.',
      [],
    ]);
    expect(describeOtherFieldAt(bytes, root, other!, 0)).toBeUndefined();
  });
});

describe('the operation', () => {
  const linesOf = (record: unknown): Readonly<Record<string, readonly string[]>> =>
    Object.fromEntries(
      described(record)
        .filter(({ explanation }) => explanation.some(({ label }) => label.code === 'describe.label.event'))
        .map(({ name, explanation }) => [
          name,
          explanation.map(({ label, value }) => `${words(label)}: ${typeof value === 'string' ? value : words(value)}`),
        ]),
    );

  it('is explained as the catalogue of its format has it, and nothing else is', () => {
    expect(linesOf(inventedRecords.cloudTrail)).toEqual({
      eventName: [
        'Documented event: Put Bucket Policy',
        'Meaning: Sets the policy of a bucket, which may open it to other accounts or to everybody.',
      ],
    });
  });

  it('is explained at its first part where it has several, with what it is another name for', () => {
    const { requestURI: _, ...request } = inventedRecords.kubernetesAudit;
    expect(linesOf({ ...request, verb: 'get' })).toEqual({
      verb: ['Documented event: Execute in pod', 'Meaning: Runs a command in a container of a pod.', 'Other name for: create pods/exec'],
    });
  });

  it('is explained inside JSON text too', () => {
    const row = { Operation: 'x', UserId: 'y', AuditData: JSON.stringify({ ...inventedRecords.m365Audit, Operation: 'Set-Mailbox' }) };
    expect(Object.keys(linesOf(row))).toEqual(['AuditData.Operation']);
  });

  it('is said to be only for administrators', () => {
    const record = { ...inventedRecords.entraAudit, activityDisplayName: 'Add member to role' };
    expect(linesOf(record)['activityDisplayName']?.at(-1)).toBe('Note: Only administrators can do this.');
  });

  it('is not explained where no catalogue has it', () => {
    expect(linesOf({ ...inventedRecords.cloudTrail, eventName: 'Unheard' })).toEqual({});
    expect(linesOf(inventedRecords.generic)).toEqual({});
  });

  it('is explained in a hover', () => {
    const text = JSON.stringify(inventedRecords.cloudTrail);
    const { bytes, root, other } = parseRecord(encodeText(text), builtInFormats);
    const explanations = (piece: string): number | undefined =>
      describeOtherFieldAt(bytes, root, other!, text.indexOf(piece))?.field.explanation.length;
    expect([explanations('PutBucketPolicy'), explanations('"eventName"'), explanations('AccessDenied')]).toEqual([2, 2, 0]);
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
      'schema kind Event',
      'schema apiVersion audit.k8s.io/v1',
      'schema level Request',
      'other objectRef.apiVersion v1',
      'other responseStatus.metadata {}',
    ]);
  });

  it('have the pointer and the filter of their value', () => {
    const field = described(inventedRecords.cloudTrail).find(({ name }) => name === 'userIdentity.sessionContext.sessionIssuer.type');
    expect(field).toMatchObject({
      pointer: '/userIdentity/sessionContext/sessionIssuer/type',
      filter: 'userIdentity.sessionContext.sessionIssuer.type:Role',
      title: 'Issuer type',
      type: 'string',
      documentation: 'Kind of entity that the temporary credentials come from.',
      group: 'caller',
      explanation: [{ value: 'A role.', isDocumentation: true }],
    });
  });

  it('that nothing documents are called by their path', () => {
    const fields = described({ ...inventedRecords.cloudTrail, unheardOf: { a: 1 } });
    expect(fields.at(-1)).toMatchObject({ name: 'unheardOf.a', title: 'unheardOf.a', documentation: '', type: 'number', group: 'other' });
  });

  it('in JSON text are described one by one, with the pointer of the text', () => {
    const row = { RecordId: 'x', UserId: 'outer', AuditData: JSON.stringify(inventedRecords.m365Audit) };
    const fields = described(row);
    expect(fields.find(({ name }) => name === 'AuditData')).toBeUndefined();
    expect(fields.find(({ name }) => name === 'AuditData.UserId')).toMatchObject({
      title: 'User id',
      pointer: '/AuditData',
      text: 'ana@contoso.example',
      group: 'caller',
    });
    expect(fields.find(({ name }) => name === 'AuditData.RecordType')?.explanation.map(({ value }) => value)).toEqual([
      'AzureActiveDirectoryStsLogon: sign-ins to Microsoft Entra ID.',
    ]);
    // What is around the record is nothing that its format documents.
    expect(fields.find(({ name }) => name === 'UserId')).toMatchObject({ title: 'UserId', documentation: '', group: 'other' });
  });

  it('in JSON text within JSON text are found at their offset, as the text is written', () => {
    const inner = { ...inventedRecords.entraAudit, additionalDetails: [{ key: 'a"b', value: JSON.stringify({ deep: 'ü\n' }) }] };
    const row = JSON.stringify({ time: 'x', properties: JSON.stringify(inner) });
    const record = parseRecord(encodeText(row), builtInFormats);
    const at = (piece: string): readonly (string | undefined)[] => {
      const found = describeOtherFieldAt(record.bytes, record.root, record.other!, encodeText(row.slice(0, row.indexOf(piece))).length);
      return [found?.field.name, found?.field.pointer, found && sourceText(record.bytes, found.start, found.end)];
    };
    expect(at('Core Directory')).toEqual(['properties.loggedByService', '/properties', '\\"Core Directory\\"']);
    expect(at('loggedByService')).toEqual(['properties.loggedByService', '/properties', '\\"loggedByService\\"']);
    expect(at('deep')[0]).toBe('properties.additionalDetails[0].value.deep');
    expect(at('ü')[0]).toBe('properties.additionalDetails[0].value.deep');
    // Between the members of the inner record there is the text as a whole.
    expect(at(',\\"category')[0]).toBe('properties');
    expect(at('"{')).toEqual(['properties', '/properties', JSON.stringify(JSON.stringify(inner))]);
  });

  it('that are text with the beginning of JSON stay text', () => {
    const fields = described({ ...inventedRecords.cloudTrail, errorMessage: '{"not":', requestParameters: { a: '[]', b: '{}' } });
    expect(fields.filter(({ text }) => /^[[{]/.test(text)).map(({ name }) => name)).toEqual([
      'errorMessage',
      'requestParameters.a',
      'requestParameters.b',
    ]);
  });

  it('mask secrets, in JSON text too', () => {
    const record = { ...inventedRecords.generic, url: 'https://x.example/a?sig=abcdefghijklmnopqrstuvwxyz0123456789' };
    const field = described(record).find(({ name }) => name === 'url');
    expect(field?.text).not.toContain('abcdefghijklmnopqrstuvwxyz0123456789');
    expect(field?.filter).toBeNull();
    const inner = described({ ...inventedRecords.generic, url: JSON.stringify({ a: record.url }) }).find(({ name }) => name === 'url.a');
    expect([inner?.text, inner?.source, inner?.filter]).toEqual(['https://x.example/a?sig=…', '"https://x.example/a?sig=…"', null]);
  });

  it('are shown by their outermost key below six levels, and after the first 500', () => {
    const deep = { a: { b: { c: { d: { e: { f: { g: 1 } } } } } } };
    expect(described({ ts: 1, ...deep }).map(({ name }) => name)).toEqual(['ts', 'a.b.c.d.e.f']);
    const wide = { many: Array.from({ length: 600 }, (_, index) => index), last: { a: 1 } };
    expect(described(wide).at(-1)).toMatchObject({ name: 'last', text: '{"a":1}' });
  });
});
