import { expect, test } from 'vitest';
import {
  documentedFields,
  fieldName,
  fieldNames,
  isSameField,
  keysOfField,
  queryFields,
  resolveField,
  valueKindOf,
} from '../../../src/core/query/fields.ts';
import { documentedKeys } from '../../../src/core/formats/attestation/fields.ts';
import { queryEnglish } from '../../../src/protocol/english/query.ts';

test('every field is described, and nothing else is', () => {
  const described = Object.keys(queryEnglish).filter((code) => code.startsWith('query.field.'));
  expect(described).toEqual(queryFields.map((field) => `query.field.${field.name}`));
});

test('every name that is offered names a field, in any case', () => {
  for (const name of fieldNames) {
    expect(resolveField(name), name).toBeDefined();
    expect(resolveField(name.toUpperCase()), name).toEqual(resolveField(name));
  }
});

test('every documented key can be asked by its own name and after "key."', () => {
  for (const key of documentedKeys) {
    expect(resolveField(`key.${key}`), key).toEqual(resolveField(key));
  }
});

test('every path that a format documents is a field by itself and after "key."', () => {
  for (const { name } of documentedFields()) {
    expect(resolveField(name), name).toEqual({ kind: 'key', name });
    expect(resolveField(`key.${name}`), name).toEqual({ kind: 'key', name });
    expect(fieldName({ kind: 'key', name })).toBe(name);
    const other = resolveField(name.toUpperCase());
    expect(other?.kind === 'key' && other.name.toLowerCase(), name).toBe(name.toLowerCase());
  }
});

test.each(['caller', 'category', 'Category', 'time', 'Target', 'Target.ID', 'Operation', 'resultType'])(
  '%s keeps the meaning that it has in the language',
  (name) => {
    expect(documentedFields().map((field) => field.name)).not.toContain(name);
    expect(resolveField(name)?.kind).not.toBe('key');
  },
);

test.each([
  ['userId', 'userId'],
  ['UserId', 'UserId'],
  ['USERID', 'UserId'],
  ['sourceIPs', 'sourceIPs'],
  ['resources.arn', 'resources.ARN'],
  ['properties.log.verb', 'properties.log.verb'],
  ['auditdata.modifiedproperties.name', 'AuditData.ModifiedProperties.Name'],
])('%s reads the key %s', (name, key) => {
  expect(resolveField(name)).toEqual({ kind: 'key', name: key });
});

test.each([
  ['operation', 'text', 'operation'],
  ['operationName', 'text', 'operation'],
  ['env_seqNum', 'number', 'seq'],
  ['env_flags', 'number', 'env_flags'],
  ['env_time', 'time', 'time'],
  ['env_ver', 'text', 'env_ver'],
  ['event', 'event', 'event'],
  ['text', 'sourceText', 'text'],
  ['CALLER.tenantid', 'text', 'caller.TenantId'],
  ['target.Badge', 'text', 'target.Badge'],
  ['key.Anything', 'any', 'key.Anything'],
  ['key.a.b', 'any', 'key.a.b'],
  ['key.userIdentity.arn', 'any', 'userIdentity.arn'],
  ['status.errorCode', 'any', 'status.errorCode'],
  ['callerIpAddress', 'address', 'ip'],
])('%s compares as %s and is called %s', (name, kind, canonical) => {
  const field = resolveField(name)!;
  expect([valueKindOf(field), fieldName(field)]).toEqual([kind, canonical]);
});

test.each(['', 'operaton', 'constructor', '__proto__', 'other.UPN', '.UPN'])('%j is no field', (name) => {
  expect(resolveField(name)).toBeUndefined();
});

test.each([
  ['caller.badge', 'caller.BADGE', true],
  ['key.a', 'key.A', false],
  ['caller.UPN', 'target.UPN', false],
  ['operationName', 'operation', true],
])('%s and %s read the same: %s', (left, right, expected) => {
  expect(isSameField(resolveField(left)!, resolveField(right)!)).toBe(expected);
});

test('the keys of a field are those that read the same', () => {
  expect([keysOfField('ip'), keysOfField('caller'), keysOfField('operation')]).toEqual([['callerIpAddress'], [], ['operationName']]);
});
