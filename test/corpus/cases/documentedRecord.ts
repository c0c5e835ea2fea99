import { identities, targets } from './pairs.ts';

/** The record of the documentation, with all 32 keys. */
export function documentedRecord(objectId: string, tenantId: string): string {
  const all = {
    operationName: '"SetCurrentPolicy"',
    resultType: '"Success"',
    resultDescription: 'null',
    auditEventCategory: '["ApplicationManagement"]',
    nCloud: 'null',
    requestId: 'null',
    callerIpAddress: 'null',
    callerDisplayName: 'null',
    ...identities(['"ObjectID"', objectId], ['"TenantId"', tenantId]),
    ...targets(
      ['"Environment"', '"PublicCloud"'],
      ['"ServiceRegion"', '"EastUS2"'],
      ['"ServiceRole"', '"AttestationRpType"'],
      ['"ServiceRoleInstance"', '"<some service role instance>"'],
      [
        '"ResourceId"',
        '"/subscriptions/<some subscription ID>/resourceGroups/<some resource group name>/providers/Microsoft.Attestation/attestationProviders/<some instance name>"',
      ],
      ['"ResourceRegion"', '"EastUS2"'],
    ),
    ifxAuditFormat: '"Json"',
    env_ver: '"2.1"',
    env_name: '"#Ifx.AuditSchema"',
    env_time: '"2020-11-23T18:23:29.9427158Z"',
    env_epoch: '"MKZ6G"',
    env_seqNum: '1277',
    env_popSample: '0.0',
    env_iKey: 'null',
    env_flags: '257',
    env_cv: `"##${Array.from({ length: 3 }, () => '00000000-0000-0000-0000-000000000000').join('_')}"`,
    env_os: 'null',
    env_osVer: 'null',
    env_appId: 'null',
    env_appVer: 'null',
    env_cloud_ver: '"1.0"',
    env_cloud_name: 'null',
    env_cloud_role: 'null',
    env_cloud_roleVer: 'null',
    env_cloud_roleInstance: 'null',
    env_cloud_environment: 'null',
    env_cloud_location: 'null',
    env_cloud_deploymentUnit: 'null',
  };
  return `«{${Object.entries(all)
    .map(([key, value]) => `"${key}":${value}`)
    .join(',')}}»`;
}
