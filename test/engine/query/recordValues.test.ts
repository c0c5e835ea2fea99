import { describe, expect, it } from 'vitest';
import { resolveField } from '../../../src/core/query/fields.ts';
import { RecordValues, type RecordCircumstances } from '../../../src/engine/query/recordValues.ts';

const circumstances: RecordCircumstances = {
  record: 6,
  line: 9,
  sourceNames: ['logs/a.json', 'a.json'],
  findings: ['schema.type', 'error'],
};

function valuesOf(record: string | object, name: string): readonly (string | null)[] {
  const field = resolveField(name);
  if (field === undefined) {
    throw new Error(name);
  }
  const text = typeof record === 'string' ? record : JSON.stringify(record);
  return new RecordValues(new TextEncoder().encode(text), circumstances).values(field);
}

const id = (name: string): string => `/subscriptions/s/resourceGroups/g/providers/Microsoft.Attestation/attestationProviders/${name}`;

const sample = {
  operationName: 'set policy',
  resultType: 'Succeeded',
  resultDescription: 'done',
  auditEventCategory: ['PolicyManagement', null],
  requestId: 'r1',
  callerIpAddress: '192.0.2.1:80',
  callerIdentities: [
    { callerIdentityType: 'ObjectID', callerIdentity: 'o1' },
    { callerIdentityType: 'upn', callerIdentity: 'dana@contoso.com' },
    { callerIdentityType: 'TenantId', callerIdentity: null },
    { other: 1 },
  ],
  targetResources: [
    { targetResourceType: 'ServiceRegion', targetResourceName: 'EastUS2' },
    { targetResourceType: 'ResourceId', targetResourceName: id('first') },
    { targetResourceType: 'RESOURCEID', targetResourceName: id('second') },
    { targetResourceType: 'ResourceId', targetResourceName: 'no id' },
    { targetResourceType: 'ResourceRegion', targetResourceName: 'WestUS' },
    { targetResourceType: 'ServiceRole', targetResourceName: 'TargetRole' },
    { targetResourceName: 'without a type' },
  ],
  env_epoch: 'E1',
  env_seqNum: 7,
  env_time: 'yesterday',
  env_cloud_roleInstance: 'OwnInstance',
};

describe('the values that a record says', () => {
  it.each<[field: string, values: readonly (string | null)[]]>([
    ['operation', ['set policy']],
    ['event', ['SetCurrentPolicy']],
    ['result', ['Succeeded']],
    ['resultGroup', ['success']],
    ['category', ['PolicyManagement', null]],
    ['caller', ['o1', 'dana@contoso.com', null, 'dana@contoso.com']],
    ['caller.UPN', ['dana@contoso.com']],
    ['tenant', [null]],
    ['target', ['EastUS2', id('first'), id('second'), 'no id', 'WestUS', 'TargetRole', 'without a type']],
    ['target.resourceid', [id('first'), id('second'), 'no id']],
    ['target.', ['without a type']],
    ['instance', ['first', 'second']],
    ['subscription', ['s', 's']],
    ['resourceGroup', ['g', 'g']],
    ['region', ['EastUS2', 'WestUS']],
    ['role', ['TargetRole']],
    ['roleInstance', ['OwnInstance']],
    ['ip', ['192.0.2.1:80']],
    ['request', ['r1']],
    ['description', ['done']],
    ['epoch', ['E1']],
    ['seq', ['7']],
    ['time', ['yesterday']],
    ['callerIdentities', ['o1', 'dana@contoso.com', null]],
    ['targetResources', ['EastUS2', id('first'), id('second'), 'no id', 'WestUS', 'TargetRole', 'without a type']],
    ['env_ver', []],
    ['text', [JSON.stringify(sample)]],
  ])('are under %s', (field, values) => {
    expect(valuesOf(sample, field)).toEqual(values);
  });

  it.each<[field: string, values: readonly (string | null)[]]>([
    ['source', ['logs/a.json', 'a.json']],
    ['record', ['6']],
    ['line', ['9']],
    ['finding', ['schema.type', 'error']],
  ])('are joined by what is known of it otherwise: %s', (field, values) => {
    expect(valuesOf({}, field)).toEqual(values);
  });

  it.each(['operation', 'result', 'category', 'target', 'instance', 'role', 'seq', 'event', 'callerIdentities', 'key.more'])(
    'are none where the record has no such key: %s',
    (field) => {
      expect(valuesOf({ other: 1 }, field)).toEqual([]);
    },
  );
});

describe('odd records', () => {
  it.each<[title: string, field: string, record: string | object, values: readonly (string | null)[]]>([
    ['null under a documented key is no value', 'operation', { operationName: null }, []],
    ['null under any other key is null', 'key.more', { more: null }, [null]],
    ['an operation that is no event gives none', 'event', { operationName: 'Nonsense' }, []],
    ['a result that is missing is of the group other', 'resultGroup', {}, ['other']],
    ['a status makes the group worse', 'resultGroup', { resultType: 'Succeeded', resultSignature: '404' }, ['clientError']],
    ['a status does not make the group better', 'resultGroup', { resultType: 'Failure', resultSignature: 404 }, ['failure']],
    ['a list under a documented key that takes none is its source text', 'operation', '{"operationName":["a", 1]}', ['["a", 1]']],
    ['a category that is no list is one value', 'category', { auditEventCategory: 'one' }, ['one']],
    ['a list that was collapsed to its element is that element', 'target', { targetResources: { targetResourceName: 'x' } }, ['x']],
    ['targets that are no objects are none', 'target', { targetResources: ['x', 3] }, []],
    ['numbers are their source text', 'seq', '{"env_seqNum":70e-1}', ['70e-1']],
    ['each element of a list is a value', 'key.more', { more: [1, 'b', null, { c: 2 }, [3]] }, ['1', 'b', null, '{"c":2}', '[3]']],
    ['a path goes through objects and lists', 'key.a.b', { a: [{ c: 'one' }, { b: 'two' }] }, ['two']],
    ['a path finds a key that holds a dot', 'key.a.b', { 'a.b': true }, ['true']],
    ['an epoch that is an object is its source text', 'epoch', '{"env_epoch":{"a": 1}}', ['{"a": 1}']],
  ])('%s', (_, field, record, values) => {
    expect(valuesOf(record, field)).toEqual(values);
  });
});

describe('who called', () => {
  const upn = { callerIdentityType: 'UPN', callerIdentity: 'dana' };
  it.each<[title: string, record: object, values: readonly (string | null)[]]>([
    ['nobody', {}, ['unknown caller', null]],
    ['nobody, with an empty display name', { callerDisplayName: '' }, ['unknown caller', null]],
    ['a display name', { callerDisplayName: 'Dana' }, ['Dana']],
    ['an identity before the display name', { callerIdentities: [upn], callerDisplayName: 'Dana' }, ['dana', 'dana']],
    ['an identity in no list', { callerIdentities: upn }, ['dana', 'dana']],
    [
      'the first of two that tell as much',
      { callerIdentities: [upn, { callerIdentityType: 'upn', callerIdentity: 'eve' }] },
      ['dana', 'eve', 'dana'],
    ],
    [
      'an identity of a type that names nobody',
      { callerIdentities: [{ callerIdentityType: 'System', callerIdentity: 'x' }] },
      ['x', 'unknown caller', null],
    ],
    [
      'the best identity is null',
      {
        callerIdentities: [
          { callerIdentityType: 'UPN', callerIdentity: null },
          { callerIdentityType: 'PUID', callerIdentity: 'p' },
        ],
      },
      [null, 'p', 'p'],
    ],
  ])('%s', (_, record, values) => {
    expect(valuesOf(record, 'caller')).toEqual(values);
  });
});

describe('records of other writers', () => {
  const inner = String.raw`{"operationName":"x","callerIdentities":[],"resultDescription":"\u00fc"}`;
  const outer = JSON.stringify({ payload: inner });

  it('are read in the documented form', () => {
    const record = { OperationName: 'x', CallerIdentities: [{ CallerIdentityType: 'UPN', CallerIdentityValue: 'dana' }], RequestId: 'r' };
    expect(['operation', 'caller.UPN', 'request'].map((field) => valuesOf(record, field))).toEqual([['x'], ['dana'], ['r']]);
    expect(valuesOf(outer, 'description')).toEqual(['ü']);
  });

  it('have the text of the record as it is written, and of one in a payload that of the payload too', () => {
    expect(valuesOf('{"OperationName":"\\u00fc","CallerIdentities":[]}', 'text')).toEqual(['{"OperationName":"ü","CallerIdentities":[]}']);
    const texts = valuesOf(outer, 'text');
    expect(texts[0]).toBe(String.raw`{"payload":"{"operationName":"x","callerIdentities":[],"resultDescription":"\u00fc"}"}`);
    expect(texts[1]).toBe('{"operationName":"x","callerIdentities":[],"resultDescription":"ü"}');
    expect(texts).toHaveLength(2);
  });
});
