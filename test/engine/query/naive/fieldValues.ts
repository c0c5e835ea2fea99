import { compact, decode, isList, isObject, write, type Json, type Style } from './json.ts';
import { arns, cloudNames } from './levels.ts';

/**
 * The values that the fields of the filter language have, straight from the decoded record and from what the documentation
 * of the language says. Shares no code with the product.
 */
export interface NaiveRecord {
  /** In the documented form. */
  readonly decoded: Json;
  readonly style: Style;
  /** The line as it is in the log. */
  readonly written: string;
  readonly source: number;
  /** Position in its source, from 0. */
  readonly index: number;
  /** Codes and severities. */
  readonly findings: readonly string[];
}

export type Values = readonly (string | null)[];

const eventNames: ReadonlyMap<string, string> = new Map([
  ['setcurrentpolicy', 'SetCurrentPolicy'],
  ['setpolicy', 'SetCurrentPolicy'],
  ['deletepolicy', 'ResetAttestationPolicy'],
  ['createinstance', 'CreateInstance'],
]);

const groupNames: ReadonlyMap<string, string> = new Map([
  ['success', 'success'],
  ['succeeded', 'success'],
  ['clienterror', 'clientError'],
  ['failure', 'failure'],
  ['failed', 'failure'],
  ['timeout', 'failure'],
]);

const groupsFromBest = ['success', 'other', 'clientError', 'failure'];

/** Types of identities of which one names the caller, best first, in lower case. */
const namingTypes = [
  'upn',
  'username',
  'applicationid',
  'objectid',
  'certificate',
  'claim',
  'keyname',
  'puid',
  'subscriptionid',
  'tenantid',
];

/** The worse of what the result says and of what the status code does. */
function resultGroup(record: NaiveRecord, result: string): string {
  const { decoded } = record;
  const group = groupNames.get(result.replaceAll(/\s/g, '').toLowerCase()) ?? 'other';
  const status = (isObject(decoded) ? textOf(record, decoded['resultSignature'] ?? null) : null) ?? '';
  const worse = /^4\d\d$/.test(status) ? 'clientError' : /^5\d\d$/.test(status) ? 'failure' : 'success';
  return groupsFromBest[Math.max(groupsFromBest.indexOf(group), groupsFromBest.indexOf(worse))]!;
}

export function valuesOf(record: NaiveRecord, field: string): Values {
  const { decoded } = record;
  const key = (name: string): Values => documentedKey(record, name);
  const one = (name: string): string | null => key(name)[0] ?? null;
  const targets = (type?: string): Values => pairs(record, 'targetResources', 'targetResourceType', 'targetResourceName', type);
  const identities = (type?: string): Values => pairs(record, 'callerIdentities', 'callerIdentityType', 'callerIdentity', type);
  const own = (name: string, type: string): Values => (one(name) === null ? targets(type) : key(name));
  const resource = (pattern: RegExp): Values =>
    targets('ResourceId').flatMap((id) => {
      const part = pattern.exec(id ?? '')?.[1];
      return part === undefined ? [] : [part];
    });
  switch (field) {
    case 'format':
      return ['attestation'];
    case 'operation':
      return key('operationName');
    case 'event': {
      const name = eventNames.get((one('operationName') ?? '').replaceAll(/\s/g, '').toLowerCase());
      return name === undefined ? [] : [name];
    }
    case 'result':
      return key('resultType');
    case 'resultGroup':
      return [resultGroup(record, one('resultType') ?? '')];
    case 'category':
      return key('auditEventCategory');
    case 'caller': {
      const named = namingTypes.flatMap((type) => identities(type).filter((value) => value !== null));
      const label = named[0] ?? (one('callerDisplayName') || undefined);
      return [...identities(), ...(label === undefined ? ['unknown caller', null] : [label])];
    }
    case 'tenant':
      return identities('TenantId');
    case 'target':
      return targets();
    case 'instance':
      return resource(
        /^\/subscriptions\/[^/]+(?:\/resourceGroups\/[^/]+)?(?:\/providers\/[^/]+(?:\/[^/]+\/[^/]+)*)*\/providers\/[^/]+(?:\/(?!providers)[^/]+\/[^/]+)*\/(?!providers)[^/]+\/([^/]+)$/i,
      );
    case 'subscription':
      return resource(/^\/subscriptions\/([^/]+)(?:\/(?:resourceGroups|providers)\/.+)?$/i);
    case 'resourceGroup':
      return resource(/^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)/i);
    case 'region':
      return [...targets('ServiceRegion'), ...targets('ResourceRegion')];
    case 'role':
      return own('env_cloud_role', 'ServiceRole');
    case 'roleInstance':
      return own('env_cloud_roleInstance', 'ServiceRoleInstance');
    case 'ip':
      return key('callerIpAddress');
    case 'request':
      return key('requestId');
    case 'description':
      return key('resultDescription');
    case 'epoch':
      return key('env_epoch');
    case 'seq':
      return key('env_seqNum');
    case 'time':
      return key('env_time');
    case 'finding':
      return record.findings;
    case 'source':
      return [`log${record.source}.ndjson`];
    case 'record':
      return [String(record.index)];
    case 'line':
      return [String(record.index + 1)];
    case 'text':
      return [record.written];
    case 'callerIdentities':
      return identities();
    case 'targetResources':
      return targets();
    default:
      break;
  }
  if (field.startsWith('caller.')) {
    return identities(field.slice('caller.'.length));
  }
  if (field.startsWith('target.')) {
    return [...targets(field.slice('target.'.length)), ...levels(record, field.slice('target.'.length))];
  }
  const path = field.startsWith('key.') ? field.slice('key.'.length) : documentedPaths.get(field.toLowerCase());
  return path === undefined ? key(field) : atPath({ value: decoded, style: record.style }, path.split('.')).flatMap(eachOf);
}

/** Paths that formats other than Attestation's document, and how they write them. */
const documentedPaths: ReadonlyMap<string, string> = new Map(
  ['userIdentity.arn', 'requestParameters.name', 'AuditData.UserId', 'eventVersion'].map((path) => [path.toLowerCase(), path]),
);

/** A value with how its text is set: that of JSON text is its own. */
interface Written {
  readonly value: Json;
  readonly style: Style;
}

/** What is in a string that is an object or array as JSON text; any other value as it is. */
function opened(written: Written): Written {
  if (typeof written.value !== 'string' || !/^\s*[{[]/.test(written.value)) {
    return written;
  }
  try {
    return { value: decode(written.value.trim()), style: compact };
  } catch {
    return written;
  }
}

/** Every way to read a path: its first parts, as many as a key takes, joined by dots, and then the rest. */
function atPath(outer: Written, parts: readonly string[]): readonly Written[] {
  if (parts.length === 0) {
    return [outer];
  }
  const { value, style } = opened(outer);
  if (isList(value)) {
    return value.flatMap((item) => atPath({ value: item, style }, parts));
  }
  return parts.flatMap((_, index) => {
    const key = parts.slice(0, index + 1).join('.');
    return isObject(value) && Object.hasOwn(value, key) ? atPath({ value: value[key]!, style }, parts.slice(index + 1)) : [];
  });
}

function documentedKey(record: NaiveRecord, name: string): Values {
  const { decoded } = record;
  const value = isObject(decoded) && Object.hasOwn(decoded, name) ? decoded[name]! : null;
  if (value === null) {
    return [];
  }
  return name === 'auditEventCategory' ? eachOf({ value, style: record.style }) : [textOf(record, value)];
}

function eachOf({ value, style }: Written): Values {
  return (isList(value) ? value : [value]).map((item) => textOf({ style }, item));
}

/** The levels of a type in the names of targets. */
function levels(record: NaiveRecord, level: string): Values {
  const ofType = (type: string, known: typeof arns): Values =>
    pairs(record, 'targetResources', 'targetResourceType', 'targetResourceName', type).flatMap(
      (name) => known.get(name ?? '')?.[level.toLowerCase()] ?? [],
    );
  return [...ofType('ARN', arns), ...ofType('ResourceName', cloudNames)];
}

function pairs(record: NaiveRecord, name: string, typeKey: string, valueKey: string, wanted?: string): Values {
  const { decoded } = record;
  const list = isObject(decoded) ? (decoded[name] ?? null) : null;
  return (isList(list) ? list : [list]).flatMap((item) => {
    if (!isObject(item) || !(typeKey in item || valueKey in item)) {
      return [];
    }
    const type = textOf(record, item[typeKey] ?? null) ?? '';
    return wanted === undefined || type.toLowerCase() === wanted.toLowerCase() ? [textOf(record, item[valueKey] ?? null)] : [];
  });
}

/** A string itself; anything else as it is written. */
function textOf({ style }: Pick<NaiveRecord, 'style'>, value: Json): string | null {
  return value === null || typeof value === 'string' ? value : write(value, style);
}
