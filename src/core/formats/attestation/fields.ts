/** The documented keys of a record, in the order of the documentation's sample, and how they are grouped for reading. */
export type FieldGroup = 'operation' | 'caller' | 'target' | 'sequence' | 'schema' | 'cloud' | 'other';

const groups = {
  operationName: 'operation',
  resultType: 'operation',
  resultDescription: 'operation',
  auditEventCategory: 'operation',
  nCloud: 'cloud',
  requestId: 'operation',
  callerIpAddress: 'caller',
  callerDisplayName: 'caller',
  callerIdentities: 'caller',
  targetResources: 'target',
  ifxAuditFormat: 'schema',
  env_ver: 'schema',
  env_name: 'schema',
  env_time: 'operation',
  env_epoch: 'sequence',
  env_seqNum: 'sequence',
  env_popSample: 'schema',
  env_iKey: 'schema',
  env_flags: 'schema',
  env_cv: 'sequence',
  env_os: 'cloud',
  env_osVer: 'cloud',
  env_appId: 'cloud',
  env_appVer: 'cloud',
  env_cloud_ver: 'schema',
  env_cloud_name: 'cloud',
  env_cloud_role: 'cloud',
  env_cloud_roleVer: 'cloud',
  env_cloud_roleInstance: 'cloud',
  env_cloud_environment: 'cloud',
  env_cloud_location: 'cloud',
  env_cloud_deploymentUnit: 'cloud',
} as const satisfies Readonly<Record<string, FieldGroup>>;

export type DocumentedKey = keyof typeof groups;

export const documentedKeys = Object.keys(groups) as readonly DocumentedKey[];

const groupByKey: ReadonlyMap<string, FieldGroup> = new Map(Object.entries(groups));

/** The group of a key; `other` for one that nothing documents. */
export function groupOf(key: string): FieldGroup {
  return groupByKey.get(key) ?? 'other';
}

export function isDocumented(key: string): key is DocumentedKey {
  return groupByKey.has(key);
}
