import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../src/core/query/parseQuery.ts';
import { documentedKeys } from '../../../src/core/formats/attestation/fields.ts';
import { describeEnglish } from '../../../src/protocol/english/describe.ts';
import { described } from './described.ts';
import { codesOf } from './words.ts';

const sample = readFileSync(new URL('../../../media/samples/documented-sample.audit.ndjson', import.meta.url), 'utf8');

/** Checks the names, pointers and filters of a record's fields. */
function check(json: string, expected: readonly (readonly [name: string, pointer: string, filter: string | null])[]): void {
  expect(described(json).map(({ name, pointer, filter }) => [name, pointer, filter])).toEqual(expected);
}

describe('the documented sample', () => {
  const fields = described(sample);
  test('is told group by group, whole', () => {
    expect([...new Set(fields.map((field) => field.group))]).toEqual(['operation', 'caller', 'target', 'sequence', 'schema', 'cloud']);
    expect(new Set(fields.map((field) => field.pointer.split('/')[1]))).toEqual(new Set(documentedKeys));
  });
  test('names identities and targets by their types', () => {
    expect(fields.filter((field) => field.group === 'caller' || field.group === 'target').map((field) => field.name)).toEqual([
      'callerIpAddress',
      'callerDisplayName',
      'ObjectID',
      'TenantId',
      'Environment',
      'ServiceRegion',
      'ServiceRole',
      'ServiceRoleInstance',
      'ResourceId',
      'ResourceRegion',
    ]);
  });
  test('says where a meaning is inferred', () => {
    expect(fields.filter((field) => field.inferred).map((field) => field.name)).toEqual(['nCloud']);
  });
  test('keeps digits as written', () => {
    expect(fields.find((field) => field.name === 'env_popSample')).toMatchObject({ source: '0.0', text: '0.0', type: 'number or null' });
  });
});

describe('fields as filters name them', () => {
  test('values', () => {
    check('{"env_seqNum":1277,"resultType":"A b","resultDescription":null,"extra":"null","obj":{"a":1}}', [
      ['resultType', '/resultType', 'result:"A b"'],
      ['resultDescription', '/resultDescription', 'description:null'],
      ['env_seqNum', '/env_seqNum', 'seq:1277'],
      ['extra', '/extra', 'key.extra:"null"'],
      ['obj', '/obj', null],
    ]);
  });
  test('identities and targets, one by one', () => {
    check(
      '{"targetResources":[{"targetResourceType":"ServiceRegion","targetResourceName":"EastUS2"},"odd"],"callerIdentities":[{"callerIdentityType":"UPN","callerIdentity":"dana@contoso.com","since":1},{"callerIdentityType":"UPN"}]}',
      [
        ['UPN', '/callerIdentities/0/callerIdentity', 'caller.UPN:dana@contoso.com'],
        ['since', '/callerIdentities/0/since', null],
        ['callerIdentities', '/callerIdentities/1', null],
        ['ServiceRegion', '/targetResources/0/targetResourceName', 'target.ServiceRegion:EastUS2'],
        ['targetResources', '/targetResources/1', null],
      ],
    );
  });
  test('pointers escape what pointers need', () => {
    check('{"a/b~c":1,"":2}', [
      ['a/b~c', '/a~1b~0c', 'key."a/b~c":1'],
      ['', '/', null],
    ]);
  });
  test('a key that stands twice is told twice', () => {
    expect(described('{"nCloud":"a","nCloud":"b"}').map((field) => field.text)).toEqual(['a', 'b']);
  });
});

describe('other writers', () => {
  test('PascalCase keys resolve to the same documentation', () => {
    const fields = described(
      '{"OperationName":"SetCurrentPolicy","Category":"Authorization","Result":{"ResultType":"Fail","ResultDescription":"no"},"CallerIdentities":[{"CallerIdentityType":"UPN","CallerIdentityValue":"dana@contoso.com","CallerIpAddress":"192.0.2.1"}],"TargetResources":[{"TargetResourceType":"ServiceRegion","TargetResourceName":"EastUS2"}]}',
    );
    expect(fields.map(({ name, pointer, title, filter }) => [name, pointer, title, filter])).toEqual([
      ['OperationName', '/OperationName', 'Operation name', 'operation:SetCurrentPolicy'],
      ['ResultType', '/Result/ResultType', 'Result', 'result:Fail'],
      ['ResultDescription', '/Result/ResultDescription', 'Result description', 'description:no'],
      ['Category', '/Category', 'Audit event categories', 'category:Authorization'],
      ['CallerIpAddress', '/CallerIdentities/0/CallerIpAddress', 'Caller address', 'ip:192.0.2.1'],
      ['UPN', '/CallerIdentities/0/CallerIdentityValue', 'Identity', 'caller.UPN:dana@contoso.com'],
      ['ServiceRegion', '/TargetResources/0/TargetResourceName', 'Target name', 'target.ServiceRegion:EastUS2'],
    ]);
  });
  test('arrays that PowerShell collapsed into their one element', () => {
    check(
      '{"auditEventCategory":"Other","callerIdentities":{"callerIdentityType":"UPN","callerIdentity":"dana@contoso.com"},"targetResources":{}}',
      [
        ['auditEventCategory', '/auditEventCategory', 'category:Other'],
        ['UPN', '/callerIdentities/callerIdentity', 'caller.UPN:dana@contoso.com'],
        ['targetResources', '/targetResources', null],
      ],
    );
  });
});

test('any record is described, in words that exist and with filters that parse', () => {
  const key = fc.oneof(fc.constantFrom(...documentedKeys, 'Result', 'Category', 'CallerIdentities', '__proto__', 'payload'), fc.string());
  const pair = fc.dictionary(
    fc.constantFrom('callerIdentityType', 'callerIdentity', 'targetResourceType', 'targetResourceName', 'x'),
    fc.jsonValue(),
  );
  const value = fc.oneof(fc.jsonValue(), fc.array(pair), pair);
  fc.assert(
    fc.property(fc.array(fc.tuple(key, value), { maxLength: 12 }), (members) => {
      const json = `{${members.map(([name, content]) => `${JSON.stringify(name)}:${JSON.stringify(content)}`).join(',')}}`;
      for (const field of described(json)) {
        const codes = field.explanation
          .flatMap(({ label, value: reported }) => [label, reported])
          .flatMap((part) => (typeof part === 'string' ? [] : codesOf(part)));
        expect(codes.filter((code) => describeEnglish[code] === undefined)).toEqual([]);
        expect(field.filter === null || parseQuery(field.filter).ok).toBe(true);
      }
    }),
  );
});
