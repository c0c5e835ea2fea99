import fc from 'fast-check';

/** Values that a writer might put under a key: regular ones, odd ones, and ones of the wrong type. */
const text = fc.constantFrom(
  '',
  'Success',
  'success',
  'Client Error',
  'Failure',
  'SetCurrentPolicy',
  'set policy',
  'Nonsense',
  'ünïcode',
  // The Kelvin sign and İ, which are ASCII in lower case.
  '\u212aelv\u0130n',
  'a"b\\c',
  '\ud800',
  '__proto__',
  'constructor',
  '12',
);
const odd = fc.oneof(fc.constant(null), fc.integer(), fc.boolean(), fc.constantFrom([], {}, ['x'], { a: 1 }));
const mostly = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 8, arbitrary: value }, { weight: 1, arbitrary: odd });

const guid = fc.constantFrom('72f988bf-86f1-41af-91ab-2d7cd011db47', '1a2b3c4d-52f0-4c1e-9d11-0e6f3b9a7c55', '<some object ID>');
const identity = fc.oneof(
  fc.record({
    callerIdentityType: fc.constantFrom('UPN', 'ObjectID', 'TenantId', 'objectid', 'Strange'),
    callerIdentity: mostly(fc.oneof(guid, fc.constant('dana@contoso.com'))),
  }),
  fc.record({ callerIdentity: guid, callerIdentityType: fc.constant('ObjectID'), extra: fc.integer() }, { requiredKeys: [] }),
);
const resource = fc
  .tuple(
    fc.constantFrom('s1', 's2'),
    fc.constantFrom('rg', 'RG'),
    fc.constantFrom('contoso', 'Contoso', 'fabrikam', 'ü', 'Ü'),
    fc.constantFrom('resourceGroups', 'resourcegroups'),
  )
  .map(
    ([subscription, group, name, groups]) =>
      `/subscriptions/${subscription}/${groups}/${group}/providers/Microsoft.Attestation/attestationProviders/${name}`,
  );
const target = fc.record({
  targetResourceType: fc.constantFrom(
    'Environment',
    'ServiceRegion',
    'ResourceRegion',
    'ServiceRole',
    'ServiceRoleInstance',
    'ResourceId',
    'resourceid',
    'Strange',
  ),
  targetResourceName: mostly(
    fc.oneof(resource, fc.constantFrom('EastUS2', 'East US 2', 'PublicCloud', '/subscriptions/x', 'no id', '', 'contoso')),
  ),
});
const time = fc.constantFrom(
  '2020-11-23T18:23:29.9427158Z',
  '2020-11-23T18:23:29.9427159Z',
  '2020-11-23 18:23:29',
  '2020-11-23T19:23:29+01:00',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.9999999Z',
  '2020-02-30T00:00:00Z',
  '2020-11-23T18:23:60Z',
  '2016-12-31T18:59:60.5-05:00',
  'yesterday',
);

/** Records as values, in all shades between regular and broken. */
export const regularOrOdd = fc
  .record(
    {
      operationName: mostly(text),
      resultType: mostly(text),
      resultDescription: mostly(fc.constantFrom(null, 'ok', 'Policy signature did not verify', '')),
      auditEventCategory: mostly(fc.array(fc.constantFrom('ApplicationManagement', 'Euii', 'Odd'), { maxLength: 3 })),
      requestId: mostly(fc.constantFrom(null, 'r1', 'r2', 'R1', 'ünïcode')),
      callerIpAddress: mostly(fc.constantFrom(null, '192.0.2.1', '::1', '01.2.3.4', 'nowhere')),
      callerDisplayName: mostly(fc.constantFrom(null, 'Dana', '')),
      callerIdentities: mostly(fc.array(identity, { maxLength: 3 })),
      targetResources: mostly(fc.array(target, { maxLength: 4 })),
      env_ver: fc.constantFrom('2.1', 2.1, '2.0', 3),
      env_name: fc.constantFrom('#Ifx.AuditSchema', 'Other'),
      env_time: mostly(time),
      env_epoch: mostly(fc.constantFrom('E1', 'E2', null)),
      env_seqNum: fc.oneof(fc.integer({ min: -1, max: 20 }), fc.constantFrom(null, '7', 1.5, Number.MAX_SAFE_INTEGER)),
      env_popSample: fc.constantFrom(0, 50, 100.5, -1, null),
      env_flags: fc.constantFrom(257, null, 1.5, 'x'),
      env_cloud_role: fc.constantFrom(null, 'AttestationRpType', ''),
      env_cloud_roleInstance: fc.constantFrom(null, 'IN_1'),
      resultSignature: fc.constantFrom('400', 404, '500', 503, '200', 'None', null, ['400']),
      unheardOf: fc.constantFrom(1, 'x', null, 2 ** 53, 2 ** 60, 1e22, { deep: [1, { deeper: 1e300 }] }),
    },
    { requiredKeys: [] },
  )
  .map((value) => JSON.stringify(value));

/** Records as text, some with what JSON.stringify would never write. */
export const recordText = fc
  .oneof(
    { weight: 6, arbitrary: regularOrOdd },
    { weight: 1, arbitrary: regularOrOdd.map((one) => one.replace('"env_seqNum":', '"env_seqNum":18446744073709551615,"env_seqNum_":')) },
    { weight: 1, arbitrary: regularOrOdd.map((one) => one.replace('{', '{"operationName":"CreateInstance",')) },
    {
      weight: 1,
      arbitrary: regularOrOdd.map((one) =>
        one
          .replace('"env_time"', '"env\\u005ftime"')
          .replace('"resultType":"S', '"resultType":"\\u0053')
          .replace('"resultSignature":"4', '"resultSignature":"\\u0034')
          .replace('"requestId":"r', '"requestId":"\\u0072'),
      ),
    },
    { weight: 1, arbitrary: regularOrOdd.map((one) => one.replace(/":/g, '" : ').replace(/,/g, ' ,\t')) },
  )
  .map((one) => one.replace(/,}$/, '}').replace('{"operationName":"CreateInstance",}', '{"operationName":"CreateInstance"}'));
