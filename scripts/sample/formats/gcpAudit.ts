import { jsonArray, type FormatSample, type JsonObject, type Scene } from './formatSample.ts';

/** Entries as `gcloud logging read --format json` prints them. */
export const gcpSample: FormatSample = {
  format: 'gcpAudit',
  file: undefined,
  records: (scene) => {
    if (scene.index % 10 !== 6) {
      return [entry(scene, actOf(scene), {})];
    }
    // What takes long is logged when it begins and when it ends.
    const operation = { id: `operation-${scene.random.guid()}`, producer: 'compute.googleapis.com' };
    const act = longAct(scene);
    const { request: _, ...ended } = act;
    return [
      entry(scene, { ...act, status: undefined }, { operation: { ...operation, first: true } }),
      entry(scene, ended, { operation: { ...operation, last: true } }),
    ];
  },
  write: jsonArray,
};

const project = 'shop-prod';

interface Act {
  readonly service: string;
  readonly method: string;
  readonly resourceName: string;
  readonly resource: JsonObject;
  readonly log: 'activity' | 'data_access' | 'system_event';
  readonly request?: JsonObject;
  /** Undefined where the entry says nothing of it. */
  readonly status: JsonObject | undefined;
}

function actOf({ random }: Scene): Act {
  const bucket = random.pick(['invoices', 'payroll']);
  const inBucket = { type: 'gcs_bucket', labels: { project_id: project, bucket_name: bucket, location: 'europe-west1' } };
  const inProject = { type: 'project', labels: { project_id: project } };
  const account = { type: 'service_account', labels: { project_id: project, email_id: 'deploy@shop-prod.example' } };
  const status = statusOf(random.next());
  return random.pickWeighted<Act>([
    [make('storage', 'storage.objects.get', `projects/_/buckets/${bucket}/objects/2020.csv`, inBucket, 'data_access', status), 40],
    [make('storage', 'storage.buckets.delete', `projects/_/buckets/${bucket}`, inBucket, 'activity', status), 8],
    [make('storage', 'storage.setIamPermissions', `projects/_/buckets/${bucket}`, inBucket, 'activity', status), 12],
    [make('cloudresourcemanager', 'SetIamPolicy', `projects/${project}`, inProject, 'activity', status), 15],
    [make('iam', 'google.iam.admin.v1.CreateServiceAccountKey', 'projects/-/serviceAccounts/1', account, 'activity', status), 12],
    [make('iam', 'google.iam.admin.v1.DeleteServiceAccount', 'projects/-/serviceAccounts/1', account, 'activity', status), 5],
  ]);
}

function longAct({ random }: Scene): Act {
  const method = random.pick(['v1.compute.instances.insert', 'v1.compute.instances.delete', 'v1.compute.firewalls.insert']);
  const resource = { type: 'gce_instance', labels: { project_id: project, instance_id: '1', zone: 'europe-west1-b' } };
  const name = `projects/${project}/zones/europe-west1-b/instances/web-0`;
  return { ...make('compute', method, name, resource, 'activity', statusOf(random.next())), request: { name: 'web-0' } };
}

function make(service: string, method: string, resourceName: string, resource: JsonObject, log: Act['log'], status: Act['status']): Act {
  return { service: `${service}.googleapis.com`, method, resourceName, resource, log, status };
}

/** A status without a code is that of a success, as is none at all. */
function statusOf(chance: number): JsonObject | undefined {
  if (chance < 0.8) {
    return chance < 0.5 ? {} : undefined;
  }
  return chance < 0.92
    ? { code: 7, message: 'PERMISSION_DENIED' }
    : chance < 0.96
      ? { code: 5, message: 'NOT_FOUND' }
      : { code: 13, message: 'INTERNAL' };
}

function entry({ company, random, time }: Scene, act: Act, others: JsonObject): JsonObject {
  const person = random.pick(company.people);
  const nanos = `${time.slice(0, 27)}42Z`;
  const log = `cloudaudit.googleapis.com%2F${act.log}`;
  return {
    insertId: random.guid().slice(0, 8),
    logName: `projects/${project}/logs/${log}`,
    ...others,
    protoPayload: {
      '@type': 'type.googleapis.com/google.cloud.audit.AuditLog',
      authenticationInfo: random.pickWeighted<JsonObject>([
        [{ principalEmail: person.upn }, 70],
        [
          {
            principalEmail: 'deploy@shop-prod.example',
            serviceAccountKeyName: '//iam.googleapis.com/projects/shop-prod/serviceAccounts/1/keys/0',
          },
          20,
        ],
        // Without an account: a principal of another identity provider, or nobody.
        [{ principalSubject: `principal://iam.googleapis.com/locations/global/workforcePools/staff/subject/${person.name}` }, 5],
        [{}, 5],
      ]),
      authorizationInfo: [{ permission: act.method, granted: act.status?.['code'] !== 7, resource: act.resourceName }],
      methodName: act.method,
      requestMetadata: { callerIp: random.chance(0.1) ? 'private' : person.address, callerSuppliedUserAgent: 'gcloud' },
      resourceName: act.resourceName,
      serviceName: act.service,
      ...(act.request !== undefined && { request: act.request }),
      ...(act.status !== undefined && { status: act.status }),
    },
    receiveTimestamp: nanos,
    resource: act.resource,
    severity: act.status?.['code'] === undefined ? 'NOTICE' : 'ERROR',
    timestamp: nanos,
  };
}
