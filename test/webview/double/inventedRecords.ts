/**
 * Records of an invented log, as JSON objects: three callers and their habits, three instances in two regions, all result
 * groups, a record without a time, and one whose text is hostile. The same numbers give the same records.
 */
export type Json = Readonly<Record<string, unknown>>;

export const hostileText = '<img src=x onerror="window.wasHacked = true">';

const operations = [
  'SetCurrentPolicy',
  'ResetAttestationPolicy',
  'AddPolicyCertificate',
  'RemovePolicyCertificate',
  'PrepareToUpdatePolicy',
];
const tenant = '72f988bf-86f1-41af-91ab-2d7cd011db47';
const callers: readonly (readonly (readonly [string, string])[])[] = [
  [
    ['ObjectID', '1a2b3c4d-52f0-4c1e-9d11-0e6f3b9a7c55'],
    ['TenantId', tenant],
  ],
  [
    ['UPN', 'svc-deploy@contoso.com'],
    ['TenantId', tenant],
  ],
  [['Certificate', 'CN=ops.contoso.com']],
];
const targets = [
  ['EastUS2', 'rg-attest', 'contoso'],
  ['EastUS2', 'rg-attest', 'northwind'],
  ['WestEurope', 'rg-west', 'fabrikam'],
];
const first = Date.UTC(2020, 10, 2, 6);

/** A record by its number; they follow each other by about ten minutes. */
export function inventedRecord(number: number): Json {
  const roll = (number * 7919 + 104_729) % 997;
  const [region, group, instance] = targets[roll % 3]!;
  const time = new Date(first + number * 637_000 + (roll % 60) * 1000).toISOString().replace('Z', String(roll * 7).padStart(4, '0') + 'Z');
  return {
    operationName: operations[(roll >> 2) % operations.length],
    resultType: roll % 19 === 0 ? 'Failure' : roll % 11 === 0 ? 'ClientError' : roll % 97 === 1 ? 'Unknown' : 'Success',
    resultDescription: roll % 19 === 0 ? 'Policy signature did not verify' : null,
    auditEventCategory: ['ApplicationManagement'],
    requestId: null,
    callerIpAddress: `10.1.2.${roll % 5}`,
    callerDisplayName: null,
    callerIdentities: callers[(roll >> 1) % 3]!.map(([callerIdentityType, callerIdentity]) => ({ callerIdentityType, callerIdentity })),
    targetResources: [
      { targetResourceType: 'Environment', targetResourceName: 'PublicCloud' },
      { targetResourceType: 'ServiceRegion', targetResourceName: region },
      { targetResourceType: 'ServiceRole', targetResourceName: 'AttestationRpType' },
      {
        targetResourceType: 'ResourceId',
        targetResourceName: `/subscriptions/9f41aa00-0000-4000-8000-0000000000c2/resourceGroups/${group}/providers/Microsoft.Attestation/attestationProviders/${instance}`,
      },
    ],
    env_time: time,
    env_epoch: 'MKZ6G',
    env_seqNum: 1000 + number,
    env_flags: 257,
    env_os: null,
    env_osVer: null,
  };
}

/** A log of so many ordinary records, and after them one without a valid time and a hostile one. */
export function inventedLog(ordinary: number): readonly Json[] {
  const records = Array.from({ length: ordinary }, (_, number) => inventedRecord(number));
  const hostile = {
    ...inventedRecord(ordinary + 1),
    operationName: hostileText,
    resultType: 'Failure',
    resultDescription: `](command:evil) ${hostileText}`,
    callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: hostileText }],
  };
  return [...records, { ...inventedRecord(ordinary), env_time: 'yesterday' }, hostile];
}
