import { ndjson, type FormatSample, type JsonObject, type Scene } from './formatSample.ts';

/** A file as an API server writes it: an event for each stage of each request. */
export const kubernetesSample: FormatSample = {
  format: 'kubernetesAudit',
  file: 'kubernetes.audit.ndjson',
  records: (scene) => {
    const { index, random } = scene;
    const request: JsonObject = { ...requestOf(scene), ...(index % 9 === 4 && impersonation) };
    const received = random.chance(0.25) ? [stage(scene, request, 'RequestReceived', 1, undefined)] : [];
    if (index % 50 === 20) {
      return [...received, stage(scene, request, 'Panic', 2, failure(500, "APIServer panic'd", 'InternalError'))];
    }
    const isLong = request['verb'] === 'watch' || /\/exec"/.test(JSON.stringify(request));
    const status = isLong ? (request['verb'] === 'watch' ? ok(200) : ok(101)) : statusOf(scene);
    const started = isLong ? [stage(scene, request, 'ResponseStarted', 2, status)] : [];
    return [...received, ...started, stage(scene, request, 'ResponseComplete', 3, status)];
  },
  write: ndjson,
};

const impersonation = { impersonatedUser: { username: 'system:serviceaccount:shop:deployer', groups: ['system:serviceaccounts'] } };

const verbs = [
  ['get', 'pods', '', 16],
  ['list', 'secrets', '', 10],
  ['get', 'secrets', '', 8],
  ['watch', 'configmaps', '', 8],
  ['create', 'pods', 'exec', 8],
  ['create', 'deployments', '', 6],
  ['patch', 'deployments', '', 8],
  ['update', 'configmaps', '', 6],
  ['delete', 'pods', '', 8],
  ['deletecollection', 'events', '', 2],
  ['create', 'clusterrolebindings', '', 3],
  ['update', 'rolebindings', '', 3],
  ['create', 'serviceaccounts', 'token', 6],
] as const;

const groups: Readonly<Record<string, string>> = {
  deployments: 'apps',
  clusterrolebindings: 'rbac.authorization.k8s.io',
  rolebindings: 'rbac.authorization.k8s.io',
};

function requestOf(scene: Scene): JsonObject {
  const { company, random, index } = scene;
  const { people } = company;
  const person = random.pick(people);
  const isMachine = random.chance(0.4);
  const user = isMachine
    ? { username: 'system:serviceaccount:kube-system:controller', uid: 'sa-1', groups: ['system:serviceaccounts', 'system:authenticated'] }
    : { username: person.upn, groups: ['developers', 'system:authenticated'] };
  const shared = {
    auditID: random.guid(),
    user,
    sourceIPs: index % 7 === 3 ? [person.address, '192.0.2.1'] : [person.address],
    userAgent: isMachine ? 'kube-controller-manager/v1.31.0' : 'kubectl/v1.31.0',
  };
  if (index % 25 === 6) {
    // No object of the cluster is asked for.
    return { ...shared, level: 'Metadata', requestURI: '/healthz', verb: 'get' };
  }
  return { ...shared, ...requestOfObject(scene) };
}

function requestOfObject({ random, index }: Scene): JsonObject {
  const [verb, resource, subresource] = random.pickWeighted(verbs.map((one) => [one, one[3]] as const));
  const namespace = resource === 'clusterrolebindings' ? undefined : random.pick(['shop', 'payments']);
  const group = groups[resource];
  const name = verb === 'list' || verb === 'watch' || verb === 'deletecollection' ? undefined : `${resource.slice(0, -1)}-${index % 5}`;
  const root = group === undefined ? '/api/v1' : `/apis/${group}/v1`;
  const parts = [
    namespace === undefined ? '' : `/namespaces/${namespace}`,
    `/${resource}`,
    name && `/${name}`,
    subresource && `/${subresource}`,
  ];
  return {
    level: resource === 'secrets' ? 'Metadata' : 'Request',
    requestURI: root + parts.map((part) => part ?? '').join(''),
    verb,
    objectRef: {
      resource,
      ...(namespace !== undefined && { namespace }),
      ...(name !== undefined && { name }),
      ...(group !== undefined && { apiGroup: group }),
      apiVersion: 'v1',
      ...(subresource !== '' && { subresource }),
    },
  };
}

function statusOf({ random }: Scene): JsonObject {
  return random.pickWeighted<JsonObject>([
    [ok(200), 80],
    [ok(201), 8],
    [failure(403, 'forbidden: User cannot do this in the namespace', 'Forbidden'), 7],
    [failure(404, 'not found', 'NotFound'), 3],
    [failure(409, 'the object has been modified', 'Conflict'), 2],
    [failure(500, 'etcdserver: request timed out', 'InternalError'), 2],
  ]);
}

function ok(code: number): JsonObject {
  return { metadata: {}, code };
}

function failure(code: number, message: string, reason: string): JsonObject {
  return { metadata: {}, status: 'Failure', message, reason, code };
}

/** @param step Milliseconds after the request was received. */
function stage({ time }: Scene, request: JsonObject, name: string, step: number, status: JsonObject | undefined): JsonObject {
  const { auditID = '', level = '', requestURI = '', verb = '', ...others } = request;
  const received = `${time.slice(0, 26)}Z`;
  const decision = status?.['code'] === 403 ? 'forbid' : 'allow';
  return {
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    level,
    auditID,
    stage: name,
    requestURI,
    verb,
    ...others,
    ...(status !== undefined && { responseStatus: status }),
    requestReceivedTimestamp: received,
    stageTimestamp: `${time.slice(0, 22)}${step}${time.slice(23, 26)}Z`,
    ...(status !== undefined && { annotations: { 'authorization.k8s.io/decision': decision, 'authorization.k8s.io/reason': '' } }),
  };
}
