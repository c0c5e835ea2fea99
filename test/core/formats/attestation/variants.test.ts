import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInFormats } from '../../../../src/core/formats/builtInFormats.ts';
import { checkRecord } from '../../../../src/core/rules/checkRecord.ts';
import { sourceText } from '../../../../src/core/json/utf8.ts';
import { parseValueTree } from '../../../../src/core/json/valueTree.ts';
import { normalizeRecord } from '../../../../src/core/formats/attestation/variants.ts';
import { processorTime } from '../../processorTime.ts';

const encoder = new TextEncoder();

const pascal = {
  env_ver: 2.1,
  env_epoch: 'e',
  OperationName: 'SetCurrentPolicy',
  Category: 'ApplicationManagement',
  Result: { ResultType: 'Success', ResultDescription: 'fine' },
  CallerIdentities: [
    { CallerIdentityType: 'UPN', CallerIdentityValue: 'dana@contoso.com', CallerDisplayName: null, CallerIpAddress: null },
    { CallerIdentityType: 'TenantId', CallerIdentityValue: 't', CallerDisplayName: 'Dana', CallerIpAddress: '192.0.2.1' },
  ],
  TargetResources: [{ TargetResourceType: 'Environment', TargetResourceName: 'PublicCloud' }],
};

const documented = {
  env_ver: 2.1,
  env_epoch: 'e',
  operationName: 'SetCurrentPolicy',
  auditEventCategory: ['ApplicationManagement'],
  resultType: 'Success',
  resultDescription: 'fine',
  callerIdentities: [
    { callerIdentityType: 'UPN', callerIdentity: 'dana@contoso.com' },
    { callerIdentityType: 'TenantId', callerIdentity: 't' },
  ],
  targetResources: [{ targetResourceType: 'Environment', targetResourceName: 'PublicCloud' }],
  callerDisplayName: 'Dana',
  callerIpAddress: '192.0.2.1',
};

function normalize(text: string): { readonly kinds: readonly string[]; readonly value: unknown } | undefined {
  const bytes = encoder.encode(text);
  const normalized = normalizeRecord(bytes, parseValueTree(bytes, 0, bytes.length));
  return normalized && { kinds: normalized.kinds, value: JSON.parse(sourceText(normalized.bytes, 0, normalized.bytes.length)) as unknown };
}

describe('records of other writers', () => {
  it.each<[name: string, text: string, kinds: readonly string[], value: unknown]>([
    ['PascalCase', JSON.stringify(pascal), ['pascalCase'], documented],
    ['PascalCase over lines', JSON.stringify(pascal, undefined, 2), ['pascalCase'], documented],
    [
      'PascalCase and a documented key',
      JSON.stringify({ ...pascal, operationName: 'X', env_os: null }).replace('"OperationName":"SetCurrentPolicy",', ''),
      ['pascalCase'],
      { ...documented, operationName: 'X', env_os: null },
    ],
    [
      'keys in both casings, of which the documented one counts',
      JSON.stringify({ operationName: 'X', ...pascal, resultType: 'Failure', auditEventCategory: [] }),
      ['pascalCase'],
      {
        ...documented,
        operationName: 'X',
        OperationName: 'SetCurrentPolicy',
        resultType: 'Failure',
        ResultType: 'Success',
        auditEventCategory: [],
        Category: 'ApplicationManagement',
      },
    ],
    [
      'identities in both casings',
      JSON.stringify({ ...pascal, callerIdentities: [] }),
      ['pascalCase'],
      {
        ...Object.fromEntries(Object.entries(documented).filter(([key]) => !/^caller[DI]/.test(key))),
        callerIdentities: [],
        CallerIdentities: pascal.CallerIdentities,
      },
    ],
    [
      'a result that is text',
      JSON.stringify({ ...pascal, Result: 'Success' }),
      ['pascalCase'],
      Object.fromEntries(Object.entries(documented).filter(([key]) => key !== 'resultDescription')),
    ],
    [
      'a result that is text beside its type',
      JSON.stringify({ ...pascal, Result: 'fine', ResultType: 'Success', ResultDescription: 'fine' }),
      ['pascalCase'],
      { ...documented, Result: 'fine' },
    ],
    ['a payload', JSON.stringify({ env_epoch: 'outer', x: 1, payload: JSON.stringify(documented) }), ['payload'], { x: 1, ...documented }],
    ['a payload that is an object', JSON.stringify({ x: 1, payload: documented }), ['payload'], { x: 1, ...documented }],
    ['a PascalCase payload', JSON.stringify({ payload: ` ${JSON.stringify(pascal)}` }), ['payload', 'pascalCase'], documented],
  ])('%s', (_, text, kinds, value) => {
    expect(normalize(text)).toEqual({ kinds, value });
  });

  it.each([
    JSON.stringify(documented),
    '{}',
    '{"payload":"text"}',
    '{"payload":"{\\"a\\":1}"}',
    '{"payload":"{broken"}',
    '{"payload":{"operationName":"x"}}',
    '{"payload":5,"OperationName":"x"}',
    '{"OperationName":"x","operationName":"y","CallerIdentities":[]}',
  ])('leaves %s as it is', (text) => {
    expect(normalize(text)).toBeUndefined();
  });

  it('keeps places and pointers of the original', () => {
    const text = JSON.stringify(pascal).replace('"Success"', '"Odd"').replace('"PublicCloud"', '5').replace('"t"', '"not a guid"');
    const bytes = encoder.encode(text);
    const findings = checkRecord(bytes, parseValueTree(bytes, 0, bytes.length), builtInFormats);
    expect(findings.map(({ code, pointer, start, end }) => [code, pointer, sourceText(bytes, start, end)])).toEqual([
      ['value.unknownResult', '/Result/ResultType', '"Odd"'],
      ['value.identityForm', '/CallerIdentities/1/CallerIdentityValue', '"not a guid"'],
      ['schema.type', '/TargetResources/0/TargetResourceName', '5'],
    ]);
  });

  it('tells of a result that is neither text nor an object', () => {
    const bytes = encoder.encode(JSON.stringify({ ...pascal, Result: 7 }));
    const findings = checkRecord(bytes, parseValueTree(bytes, 0, bytes.length), builtInFormats).filter(
      ({ code }) => code === 'schema.type',
    );
    expect(findings.map(({ pointer, start, end }) => [pointer, sourceText(bytes, start, end)])).toEqual([['/Result', '7']]);
  });

  it('finds the places of many keys without a look at each', () => {
    const keys = Array.from({ length: 50_000 }, (_, index) => `"k${index}":1`);
    const bytes = encoder.encode(JSON.stringify(pascal).replace(/}$/, () => `,${keys.join(',')}}`));
    const rewritten = normalizeRecord(bytes, parseValueTree(bytes, 0, bytes.length))!;
    const text = sourceText(rewritten.bytes, 0, rewritten.bytes.length);
    let found: { readonly start: number; readonly end: number }[] = [];
    const time = processorTime(() => {
      found = [...text.matchAll(/"k\d+"/g)].map(({ 0: key, index }) => rewritten.originalOf(index, index + key.length));
    });
    expect(time).toBeLessThan(5000);
    expect(found.map(({ start, end }) => sourceText(bytes, start, end))).toEqual([...text.matchAll(/"k\d+"/g)].map(([key]) => key));
  });

  it('places what is found in a payload at the payload', () => {
    const text = JSON.stringify({ payload: JSON.stringify({ ...documented, resultType: 'Odd' }) });
    const bytes = encoder.encode(text);
    const findings = checkRecord(bytes, parseValueTree(bytes, 0, bytes.length), builtInFormats).filter(
      ({ code }) => code === 'value.unknownResult',
    );
    expect(findings.map(({ pointer, start, end }) => [pointer, start, end])).toEqual([['/payload', '{"payload":'.length, text.length - 1]]);
  });

  it('never throws, and makes valid JSON', () => {
    const key = fc.constantFrom(
      'payload',
      'OperationName',
      'Category',
      'Result',
      'CallerIdentities',
      'TargetResources',
      'operationName',
      'callerIdentities',
      'resultType',
      'CallerIdentityType',
      'env_time',
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.integer(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, value), (record) => {
        const bytes = encoder.encode(JSON.stringify(record));
        const normalized = normalizeRecord(bytes, parseValueTree(bytes, 0, bytes.length));
        if (normalized !== undefined) {
          JSON.parse(sourceText(normalized.bytes, 0, normalized.bytes.length));
        }
        for (const { start, end } of checkRecord(bytes, parseValueTree(bytes, 0, bytes.length), builtInFormats)) {
          expect(start >= 0 && start <= end && end <= bytes.length).toBe(true);
        }
      }),
    );
  });
});
