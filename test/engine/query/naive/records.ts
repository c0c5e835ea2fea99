import fc from 'fast-check';
import { documentedKeys } from '../../../../src/core/formats/attestation/fields.ts';
import { identityTypes } from '../../../../src/core/record/identities.ts';
import { compact, decode, NumberText, write, type Json, type Style } from './json.ts';
import { arns, cloudNames } from './levels.ts';

/** Records as values in the documented form, with every kind of value under documented, unknown and nested keys. */

const number = (...texts: readonly string[]) => fc.constantFrom(...texts.map((text) => new NumberText(text)));

/** Numbers that doubles do not hold, several spellings of one number, and what only looks like a number. */
const numbers = number(
  '0',
  '-1',
  '1',
  '1.0',
  '1e0',
  '2',
  '2.5',
  '10',
  '257',
  '9007199254740992',
  '9007199254740993',
  '1e30',
  '0.1',
  '-0.0',
);
const times = fc.constantFrom(
  '2021-07-29T00:00:00Z',
  '2021-07-29T10:00:00.1234567Z',
  '2021-07-29 23:59:59.9999999',
  '2021-07-30T01:00:00+02:00',
  '2021-07-30T10:00:00Z',
  '2020-12-31T23:59:59Z',
  '/Date(1627516800000)/',
  '2021-02-30T00:00:00Z',
  'yesterday',
);
const addresses = fc.constantFrom(
  '192.0.2.7',
  '192.0.2.7:40123',
  '::ffff:192.0.2.7',
  '[::ffff:192.0.2.7]:8443',
  '192.0.2.70',
  '2001:db8:0:0::7',
  '[2001:DB8::7]:443',
  '2001:db8::7%eth0',
  'lambda.amazonaws.com',
  '01.2.3.4',
);
const texts = fc.constantFrom(
  '',
  'mia',
  'Mia',
  'noor',
  'a b',
  'a"b\\c',
  'x*y?',
  '/s/1',
  'ünïcode',
  '😀',
  'null',
  '5',
  '05',
  '1..2',
  '2021-07-29',
  'true',
  '__proto__',
);
const anything: fc.Arbitrary<Json> = fc.oneof(texts, texts, numbers, numbers, times, times, fc.boolean(), fc.constant(null), addresses);
const listed: fc.Arbitrary<Json> = fc.oneof(
  { weight: 6, arbitrary: anything },
  { weight: 1, arbitrary: fc.array(anything, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom<Json[]>({}, { a: 'mia' }, [['mia']], [{ a: null }]) },
);
const who = fc.record({ who: listed, at: times, 'a.b': listed, n: numbers }, { requiredKeys: [] });
/** Objects and lists in strings, some of them broken. */
const jsonText = (value: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.tuple(value, fc.constantFrom('', '', ' ', '}', '\n')).map(([inner, after]) => write(inner, compact) + after);
const nested: fc.Arbitrary<Json> = fc.oneof(
  { weight: 4, arbitrary: who },
  { weight: 2, arbitrary: jsonText(fc.oneof(who, fc.record({ who: jsonText(who), a: who }), fc.array(who, { maxLength: 2 }))) },
  { weight: 2, arbitrary: fc.record({ who, a: fc.record({ b: listed, 'c.d': listed }, { requiredKeys: [] }) }, { requiredKeys: [] }) },
  { weight: 2, arbitrary: fc.array(fc.oneof(who, who, anything, fc.array(who, { maxLength: 2 })), { maxLength: 3 }) },
  { weight: 1, arbitrary: anything },
);

const mostly = (value: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.oneof({ weight: 8, arbitrary: value }, { weight: 1, arbitrary: listed });
const identity = fc.record(
  {
    callerIdentityType: fc.oneof(
      fc.constantFrom('UPN', 'upn', 'ObjectID', 'TenantId', 'Strange'),
      fc.constantFrom(...identityTypes.map(({ name }) => name)),
    ),
    callerIdentity: mostly(fc.constantFrom('mia@contoso.com', 'noor@contoso.com', '1a2b', '7f')),
    since: numbers,
  },
  { requiredKeys: ['callerIdentityType'] },
);
const resource = fc
  .tuple(fc.constantFrom('s1', 's2'), fc.constantFrom('rg', 'RG'), fc.constantFrom('contoso', 'fabrikam'))
  .map(
    ([subscription, group, name]) =>
      `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Attestation/attestationProviders/${name}`,
  );
const otherResources = fc.constantFrom(
  '/subscriptions/s1/resourceGroups/rg/providers/Microsoft.Sql/servers/store/databases/contoso',
  '/SUBSCRIPTIONS/S2/PROVIDERS/Microsoft.Authorization/roleAssignments/fabrikam',
  '/subscriptions/s2/resourcegroups/RG/providers/Microsoft.Storage/storageAccounts/x/providers/Microsoft.Insights/diagnosticSettings/y',
  '/subscriptions/s1/resourceGroups/rg/providers/Microsoft.Sql/servers',
);
const leveled = fc.oneof(
  fc.tuple(fc.constantFrom('ARN', 'arn'), fc.constantFrom(...arns.keys())),
  fc.tuple(fc.constant('ResourceName'), fc.constantFrom(...cloudNames.keys())),
  fc.tuple(fc.constant('resourcename'), fc.constantFrom('organizations/7/folders/8/policies/p', 'folders/8')),
  fc.tuple(fc.constantFrom('Namespace', 'Name', 'Resource', 'Region', 'ARN'), fc.constantFrom('shop', 'pods', 'arn:aws', '')),
);
const plainTarget = fc.record(
  {
    targetResourceType: fc.constantFrom(
      'Environment',
      'ServiceRegion',
      'ResourceRegion',
      'ServiceRole',
      'ServiceRoleInstance',
      'ResourceId',
      'ResourceId',
    ),
    targetResourceName: fc.oneof(
      resource,
      resource,
      otherResources,
      fc.constantFrom<Json[]>('EastUS2', 'East US 2', 'contoso', '/subscriptions/s1', null, ''),
    ),
  },
  { requiredKeys: ['targetResourceType'] },
);
const target = fc.oneof(
  { weight: 3, arbitrary: plainTarget },
  { weight: 1, arbitrary: leveled.map(([targetResourceType, targetResourceName]) => ({ targetResourceType, targetResourceName })) },
);

/** Documented keys that regular records leave null. */
const otherKeys = documentedKeys.filter((key) =>
  /^(?:ifxAuditFormat|env_iKey|env_os|env_osVer|env_app.*|env_cloud_(?!role$|roleInstance$).*)$/.test(key),
);

const record: fc.Arbitrary<{ readonly [key: string]: Json }> = fc.record(
  {
    operationName: mostly(fc.constantFrom('SetCurrentPolicy', 'set policy', 'DeletePolicy', 'CreateInstance', 'Nonsense')),
    resultType: mostly(fc.constantFrom('Success', 'Client Error', 'Failed', 'Timeout', 'Odd')),
    resultDescription: mostly(fc.constantFrom('ok', 'Policy signature did not verify', '{"who":"mia"}')),
    resultSignature: fc.oneof(number('400', '503', '200'), fc.constantFrom('404', '500', 'None')),
    auditEventCategory: fc.oneof(
      fc.array(fc.constantFrom<Json[]>('ApplicationManagement', 'Euii', null), { maxLength: 3 }),
      fc.constant('Other'),
    ),
    nCloud: listed,
    requestId: mostly(fc.constantFrom('r1', 'R1', 'r2', 'ünïcode')),
    callerIpAddress: mostly(addresses),
    callerDisplayName: mostly(fc.constantFrom('Mia', 'Noor', '')),
    callerIdentities: fc.array(identity, { maxLength: 3 }),
    targetResources: fc.array(target, { maxLength: 4 }),
    env_ver: fc.oneof(fc.constant('2.1'), number('2.1', '3')),
    env_name: fc.constantFrom('#Ifx.AuditSchema', 'Other'),
    env_time: mostly(times),
    env_epoch: mostly(fc.constantFrom('E1', 'E2', '5')),
    env_seqNum: fc.oneof(numbers, numbers, number('18446744073709551615', '7.0', '7'), listed),
    env_popSample: fc.oneof(numbers, listed),
    env_flags: fc.oneof(numbers, numbers, number('18446744073709551616', '2.57e2'), listed),
    env_cv: mostly(fc.constantFrom('##1', '##2')),
    env_cloud_role: fc.constantFrom<Json[]>(null, 'AttestationRpType', ''),
    env_cloud_roleInstance: fc.constantFrom<Json[]>(null, 'IN_1'),
    ...Object.fromEntries(otherKeys.map((key) => [key, listed])),
    n: fc.oneof(numbers, numbers, listed),
    at: fc.oneof(times, times, listed),
    extra: nested,
    userIdentity: fc.oneof(fc.record({ arn: listed }), fc.array(fc.record({ arn: listed }), { maxLength: 2 })),
    requestParameters: fc.oneof(fc.record({ name: listed }), listed),
    AuditData: jsonText(fc.record({ UserId: listed, userId: listed }, { requiredKeys: [] })),
    eventVersion: anything,
    'extra.who': listed,
    'x y': listed,
    constructor: texts,
  },
  { requiredKeys: ['operationName', 'callerIdentities', 'targetResources'] },
);

/** What a record says, in the documented form, and how it is in the log. */
export interface GeneratedRecord {
  readonly decoded: Json;
  readonly style: Style;
  readonly written: string;
}

const styles: readonly Style[] = [
  { colon: ':', comma: ',', escapes: false },
  { colon: ': ', comma: ', ', escapes: false },
  { colon: ' :\t', comma: ' ,', escapes: false },
  { colon: ':', comma: ',', escapes: true },
];

/** How a record is wrapped and named by its writer. */
const variants: readonly ((members: { readonly [key: string]: Json }, style: Style) => Json)[] = [
  (members) => members,
  (members) => members,
  (members) => members,
  pascalCase,
  (members) => ({ payload: members }),
  (members, style) => ({ payload: write(members, style) }),
];

/** As Azure/ARO-RP writes: an object `Result`, one category as text, `CallerIdentityValue`. */
function pascalCase(members: { readonly [key: string]: Json }): Json {
  const { resultType, resultDescription, auditEventCategory, callerIdentities, ...others } = members;
  const result = {
    ...(resultType !== undefined && { ResultType: resultType }),
    ...(resultDescription !== undefined && { ResultDescription: resultDescription }),
  };
  return {
    ...Object.fromEntries(
      Object.entries(others).map(([key, value]) => [pascalKeys.has(key) ? key[0]!.toUpperCase() + key.slice(1) : key, value]),
    ),
    ...(auditEventCategory !== undefined && { Category: auditEventCategory }),
    ...(Object.keys(result).length > 0 && { Result: result }),
    CallerIdentities: (callerIdentities as readonly { readonly [key: string]: Json }[]).map((one) =>
      Object.fromEntries(Object.entries(one).map(([key, value]) => [pascalPairKeys[key] ?? key, value])),
    ),
  };
}

const pascalKeys: ReadonlySet<string> = new Set(['operationName', 'targetResources', 'requestId', 'callerIpAddress', 'callerDisplayName']);
const pascalPairKeys: Readonly<Record<string, string>> = {
  callerIdentityType: 'CallerIdentityType',
  callerIdentity: 'CallerIdentityValue',
};

/** Logs of one style, of one source or two. */
export const naiveLog: fc.Arbitrary<readonly (readonly GeneratedRecord[])[]> = fc
  .tuple(
    fc.array(fc.tuple(record, fc.nat({ max: variants.length - 1 })), { minLength: 2, maxLength: 16 }),
    fc.constantFrom(...styles),
    fc.boolean(),
  )
  .map(([records, style, isSplit]) => {
    const generated = records.map(([members, variant]) => ({
      // Through text, so that what is judged is what a reader of JSON makes of it.
      decoded: decode(write(members, style)),
      style,
      written: write(variants[variant]!(members, style), style),
    }));
    const middle = generated.length >>> 1;
    return isSplit ? [generated.slice(0, middle), generated.slice(middle)] : [generated];
  });
