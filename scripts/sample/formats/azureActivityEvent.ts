import { claimNames, managementActs, resourceIdOf } from './azureResource.ts';
import { wrapped, type FormatSample, type Json, type JsonObject, type Scene } from './formatSample.ts';
import type { Person } from './people.ts';

/** A page of events as the REST interface gives it; some as Python's client and as the portal's download write them. */
export const azureActivitySample: FormatSample = {
  format: 'azureActivityEvent',
  file: 'azure-activity.audit.json',
  records: (scene) => {
    const act = actOf(scene);
    switch (scene.index % 12) {
      case 5:
        return [snakeCase(event(scene, act, act.status))];
      case 8:
        return [portalRow(scene, act)];
      case 2:
        // A long operation has two or three records, under one correlation id.
        return ['Started', 'Accepted', act.status].map((status) => event(scene, act, status));
      default:
        return [event(scene, act, act.status)];
    }
  },
  write: (records) => wrapped('value', records),
};

interface Act {
  readonly person: Person;
  readonly operation: string;
  readonly resourceId: string;
  readonly correlationId: string;
  readonly status: string;
  readonly subStatus: string;
}

function actOf(scene: Scene): Act {
  const { random, company } = scene;
  const [operation, type] = random.pick(managementActs);
  const [status, subStatus] = random.pickWeighted<readonly [string, string]>([
    [['Succeeded', ''], 50],
    [['Succeeded', 'Created'], 25],
    [['Succeeded', 'OK'], 10],
    [['Failed', 'Conflict'], 8],
    [['Failed', 'Forbidden'], 7],
  ]);
  return {
    person: random.pick(company.people),
    operation,
    resourceId: resourceIdOf(scene, type),
    correlationId: random.guid(),
    status,
    subStatus,
  };
}

function event({ random, time, company, index }: Scene, act: Act, status: string): JsonObject {
  const { person, operation, resourceId, correlationId } = act;
  const subStatus = status === act.status ? act.subStatus : '';
  const [provider = ''] = operation.split('/');
  return {
    authorization: { action: operation, scope: resourceId },
    caller: person.upn,
    claims: index % 10 === 9 ? null : { [claimNames.upn]: person.upn, [claimNames.objectId]: person.objectId, name: person.name },
    channels: 'Operation',
    correlationId,
    description: '',
    eventDataId: random.guid(),
    eventName: named('EndRequest', 'End request'),
    category: named('Administrative', 'Administrative'),
    httpRequest: { clientRequestId: random.guid(), clientIpAddress: person.address, method: 'PUT' },
    level: status === 'Failed' ? 'Error' : 'Informational',
    resourceGroupName: resourceId.split('/')[4] ?? '',
    resourceProviderName: named(provider, provider),
    resourceId,
    resourceType: named(resourceId.split('/').slice(6, 8).join('/'), ''),
    operationId: correlationId,
    operationName: named(operation, operation),
    properties: status === 'Failed' ? { statusCode: act.subStatus, statusMessage: `The request failed: ${act.subStatus}.` } : null,
    status: named(status, status),
    subStatus: named(subStatus, subStatus),
    eventTimestamp: time,
    submissionTimestamp: time,
    subscriptionId: company.subscription,
    tenantId: company.tenant,
  };
}

function named(value: string, localizedValue: string): JsonObject {
  return { value, localizedValue };
}

/** The names of keys with underscores, claims aside. */
function snakeCase(value: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), snakeValue(key, inner)]),
  );
}

function snakeValue(key: string, value: Json): Json {
  return key !== 'claims' && typeof value === 'object' && value !== null && !Array.isArray(value) ? snakeCase(value as JsonObject) : value;
}

function portalRow({ time, company }: Scene, { person, operation, resourceId, correlationId, status }: Act): JsonObject {
  return {
    Correlationid: correlationId,
    Operationname: operation,
    Status: status,
    Eventcategory: 'Administrative',
    Level: 'Informational',
    Time: time,
    Subscription: company.subscription,
    Eventinitiatedby: person.upn,
    Resourcetype: resourceId.split('/').slice(6, 8).join('/'),
    Resourcegroup: resourceId.split('/')[4] ?? '',
    Resource: resourceId,
  };
}
