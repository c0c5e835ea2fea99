/** What differs from record to record. */
export interface Values {
  readonly operation: string;
  readonly result: string;
  /** As JSON writes it, between quotation marks. */
  readonly description: string | undefined;
  readonly upn: string;
  readonly tenant: string;
  readonly address: string;
  readonly displayName: string;
  readonly request: string;
  readonly region: string;
  readonly roleInstance: string;
  readonly resource: string;
  readonly time: string;
  readonly epoch: string;
  readonly sequence: number;
  readonly correlation: string;
}

/**
 * Six ways to write a record; the first is that of the documentation's sample. The values are the same in all of them. All
 * end with a line feed.
 */
export const recordShapes: readonly ((values: Values) => string)[] = [
  (values) => `{${acts(values)},${whoWhat(values)},${stamps(values)},${unused}}\n`,
  // Part A first, as another version of the library might write it.
  (values) => `{${stamps(values)},${unused},${acts(values)},${whoWhat(values)}}\n`,
  // Without the keys that are always null.
  (values) => `{${acts(values)},${whoWhat(values)},${stamps(values)}}\n`,
  // A blank after each colon and comma.
  (values) => `${JSON.stringify(JSON.parse(recordShapes[0]!(values)), undefined, 1).replaceAll(/\n */g, ' ')}\n`,
  // Who before what.
  (values) => `{${whoWhat(values)},${acts(values)},${stamps(values)},${unused}}\n`,
  // Role and location in Part A.
  (values) => `{${acts(values)},${whoWhat(values)},${stamps(values)},${named}}\n`,
];

function acts({ operation, result, description, request, address, displayName }: Values): string {
  return (
    `"operationName":"${operation}","resultType":"${result}","resultDescription":${description === undefined ? 'null' : `"${description}"`},` +
    `"auditEventCategory":["ApplicationManagement"],"nCloud":null,"requestId":"${request}","callerIpAddress":"${address}","callerDisplayName":"${displayName}"`
  );
}

function whoWhat({ upn, tenant, region, roleInstance, resource }: Values): string {
  const callers = [identity('UPN', upn), identity('TenantId', tenant)];
  const targets = [
    target('Environment', 'PublicCloud'),
    target('ServiceRegion', region),
    target('ServiceRole', 'AttestationRpType'),
    target('ServiceRoleInstance', roleInstance),
    target('ResourceId', resource),
    target('ResourceRegion', region),
  ];
  return `"callerIdentities":[${callers.join(',')}],"targetResources":[${targets.join(',')}],"ifxAuditFormat":"Json"`;
}

function identity(type: string, value: string): string {
  return `{"callerIdentityType":"${type}","callerIdentity":"${value}"}`;
}

function target(type: string, name: string): string {
  return `{"targetResourceType":"${type}","targetResourceName":"${name}"}`;
}

function stamps({ time, epoch, sequence, correlation }: Values): string {
  return (
    `"env_ver":"2.1","env_name":"#Ifx.AuditSchema","env_time":"${time}","env_epoch":"${epoch}","env_seqNum":${sequence},` +
    `"env_popSample":0.0,"env_iKey":null,"env_flags":257,"env_cv":"${correlation}"`
  );
}

const unused =
  '"env_os":null,"env_osVer":null,"env_appId":null,"env_appVer":null,"env_cloud_ver":"1.0","env_cloud_name":null,"env_cloud_role":null,' +
  '"env_cloud_roleVer":null,"env_cloud_roleInstance":null,"env_cloud_environment":null,"env_cloud_location":null,"env_cloud_deploymentUnit":null';

const named = unused
  .replace('"env_cloud_role":null', '"env_cloud_role":"AttestationRpType"')
  .replace('"env_cloud_location":null', '"env_cloud_location":"EastUS2"');
