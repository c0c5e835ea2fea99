import { describe, expect, it } from 'vitest';
import { attestationFormat } from '../../../../src/core/formats/attestation/attestationFormat.ts';
import { validateAuditRecord } from '../../../../src/core/formats/attestation/generated/auditRecord.js';
import { jsonSchemaOf } from '../../../../src/core/formats/jsonSchema.ts';

/** A record that has what is required. */
const least = {
  operationName: 'SetCurrentPolicy',
  resultType: 'Success',
  auditEventCategory: ['ApplicationManagement'],
  callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: 'ana@contoso.example' }],
  targetResources: [{ targetResourceType: 'ServiceRegion', targetResourceName: 'EastUS2' }],
};

/** Pointer and keyword of each violation. */
function violations(changes: Readonly<Record<string, unknown>>): readonly string[] {
  validateAuditRecord({ ...least, ...changes });
  return (validateAuditRecord.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

describe('the schema of a record', () => {
  it.each<[name: string, changes: Readonly<Record<string, unknown>>]>([
    ['with nothing but what is required', {}],
    ['with a key of its own', { note: { any: ['thing'] } }],
    ['with null where that is documented', { requestId: null, env_seqNum: null, env_cloud_ver: null }],
    ['with either type where there are two', { env_ver: 2.1, env_cloud_ver: '1.0' }],
  ])('accepts one %s', (_, changes) => expect(violations(changes)).toEqual([]));

  it.each<[changes: Readonly<Record<string, unknown>>, expected: readonly string[]]>([
    [{ operationName: '' }, ['/operationName minLength']],
    [{ operationName: null }, ['/operationName type']],
    [{ env_seqNum: 'x' }, ['/env_seqNum type']],
    [{ env_ver: null }, ['/env_ver type']],
    [{ auditEventCategory: ['x', 1] }, ['/auditEventCategory/1 type']],
    [{ callerIdentities: {} }, ['/callerIdentities type']],
    [{ callerIdentities: [{ callerIdentityType: 'UPN' }] }, ['/callerIdentities/0 required']],
    [{ targetResources: ['x'] }, ['/targetResources/0 type']],
  ])('finds what is wrong with %j', (changes, expected) => {
    expect(violations(changes)).toEqual(expected);
  });

  it.each(Object.keys(least))('requires %s', (key) => {
    const { [key]: _, ...rest } = least as Readonly<Record<string, unknown>>;
    validateAuditRecord(rest);
    expect(validateAuditRecord.errors?.map(({ params }) => params)).toEqual([{ missingProperty: key }]);
  });
});

it('is made of documented fields, each once, with what is within a list below it', () => {
  const { properties = {} } = jsonSchemaOf(attestationFormat);
  const inner = Object.entries(properties).flatMap(([key, { items }]) =>
    Object.keys(items?.properties ?? {}).map((name) => `${key}[].${name}`),
  );
  expect([...Object.keys(properties), ...inner].toSorted()).toEqual(
    (attestationFormat.fields ?? []).map(({ path }) => String(path)).toSorted(),
  );
});
