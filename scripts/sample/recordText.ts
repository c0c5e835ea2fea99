import type { Pair } from './cast.ts';

/** What differs from record to record; everything else is as in the documentation's sample. */
export interface SampleRecord {
  readonly operation: string;
  readonly result: string;
  readonly description: string | null;
  readonly categories: readonly string[];
  readonly requestId: string | null;
  readonly address: string | null;
  readonly displayName: string | null;
  readonly identities: readonly Pair[];
  readonly targets: readonly Pair[];
  readonly time: string;
  readonly epoch: string;
  readonly sequence: number;
  readonly correlation: string;
}

/** One record on one line, its keys in the order of the documentation's sample. */
export function recordText(record: SampleRecord): string {
  const body = JSON.stringify({
    operationName: record.operation,
    resultType: record.result,
    resultDescription: record.description,
    auditEventCategory: record.categories,
    nCloud: null,
    requestId: record.requestId,
    callerIpAddress: record.address,
    callerDisplayName: record.displayName,
    callerIdentities: record.identities.map(([callerIdentityType, callerIdentity]) => ({ callerIdentityType, callerIdentity })),
    targetResources: record.targets.map(([targetResourceType, targetResourceName]) => ({ targetResourceType, targetResourceName })),
    ifxAuditFormat: 'Json',
    env_ver: '2.1',
    env_name: '#Ifx.AuditSchema',
    env_time: record.time,
    env_epoch: record.epoch,
    env_seqNum: record.sequence,
  });
  // JSON.stringify writes 0.0 as 0, and the rest never changes.
  const start = `${body.slice(0, -1)},"env_popSample":0.0,"env_iKey":null,"env_flags":257,"env_cv":"${record.correlation}"`;
  return `${start},${unused}}`;
}

const unused =
  '"env_os":null,"env_osVer":null,"env_appId":null,"env_appVer":null,"env_cloud_ver":"1.0","env_cloud_name":null,"env_cloud_role":null,' +
  '"env_cloud_roleVer":null,"env_cloud_roleInstance":null,"env_cloud_environment":null,"env_cloud_location":null,"env_cloud_deploymentUnit":null';
