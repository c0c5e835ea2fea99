import { attestationEvent } from './attestationEvent.ts';
import { claimNames, managementActs, resourceIdOf } from './azureResource.ts';
import { wrapped, type FormatSample, type JsonObject, type Scene } from './formatSample.ts';

/** A capture of an Event Hub: what several services have sent to one place. */
export const azureResourceSample: FormatSample = {
  format: 'azureResourceLog',
  file: undefined,
  records: (scene) => {
    switch (scene.index % 5) {
      case 0:
      case 1:
        return [attestationEvent(scene)];
      case 2:
        return [keyVault(scene)];
      case 3:
        return [activity(scene)];
      default:
        return [storage(scene)];
    }
  },
  write: (records) => wrapped('records', records),
};

function keyVault(scene: Scene): JsonObject {
  const { company, random, time } = scene;
  const person = random.pick(company.people);
  const status = random.pickWeighted([
    [200, 80],
    [403, 12],
    [404, 5],
    [500, 3],
  ] as const);
  return {
    time,
    resourceId: resourceIdOf(scene, 'Microsoft.KeyVault/vaults').toUpperCase(),
    operationName: random.pick(['SecretGet', 'SecretSet', 'SecretList', 'KeySign', 'VaultGet', 'VaultPatch', 'Authentication']),
    operationVersion: '7.4',
    category: 'AuditEvent',
    resultType: 'Success',
    resultSignature: status === 200 ? 'OK' : status === 403 ? 'Forbidden' : '',
    resultDescription: '',
    durationMs: '21',
    callerIpAddress: person.address,
    correlationId: random.guid(),
    identity: {
      claim: { [claimNames.objectId]: person.objectId, [claimNames.upn]: person.upn, appid: '00000000-0000-4000-8000-0000000000a1' },
    },
    properties: { id: 'https://shopvault.example/secrets/db', clientInfo: 'curl/8', httpStatusCode: status, isAccessPolicyMatch: true },
  };
}

/** An event of the activity log, in the form in which it is streamed. */
function activity(scene: Scene): JsonObject {
  const { company, random, time } = scene;
  const person = random.pick(company.people);
  const [operation, type] = random.pick(managementActs);
  const [resultType, resultSignature] = random.pick([
    ['Start', 'Started.'],
    ['Accept', 'Accepted.Accepted'],
    ['Success', 'Succeeded.Created'],
    ['Success', 'Succeeded.'],
    ['Failure', 'Failed.Forbidden'],
  ] as const);
  const resourceId = resourceIdOf(scene, type).toUpperCase();
  return {
    time,
    resourceId,
    operationName: operation.toUpperCase(),
    category: operation.endsWith('/action') ? 'Action' : 'Administrative',
    resultType,
    resultSignature,
    durationMs: '0',
    callerIpAddress: person.address,
    correlationId: random.guid(),
    identity: {
      authorization: { scope: resourceId, action: operation, evidence: { role: 'Owner' } },
      claims: {
        [claimNames.upn]: person.upn,
        [claimNames.objectId]: person.objectId,
        [claimNames.tenant]: company.tenant,
        name: person.name,
      },
    },
    level: 'Information',
    location: 'global',
    properties: { statusCode: resultType === 'Failure' ? 'Forbidden' : 'OK', serviceRequestId: null },
  };
}

/** No result but a status; the caller is the requester, unless nobody is named. */
function storage(scene: Scene): JsonObject {
  const { company, random, time } = scene;
  const person = random.pick(company.people);
  const isAnonymous = random.chance(0.2);
  const failed = random.chance(0.2);
  return {
    time,
    resourceId: `${resourceIdOf(scene, 'Microsoft.Storage/storageAccounts')}/blobServices/default`,
    category: 'StorageRead',
    operationName: random.pick(['GetBlob', 'ListBlobs', 'GetBlobProperties']),
    operationVersion: '2020-06-12',
    schemaVersion: '1.0',
    statusCode: failed ? 403 : 200,
    statusText: failed ? 'AuthorizationFailure' : 'Success',
    durationMs: 4,
    callerIpAddress: `${person.address.includes(':') ? `[${person.address}]` : person.address}:40123`,
    correlationId: random.guid(),
    identity: isAnonymous
      ? { type: 'Anonymous' }
      : {
          type: 'OAuth',
          requester: {
            appId: '00000000-0000-4000-8000-0000000000a2',
            objectId: person.objectId,
            tenantId: company.tenant,
            upn: person.upn,
          },
        },
    location: 'westeurope',
    properties: { accountName: 'shopdata', serviceType: 'blob' },
    uri: 'https://shopdata.example/orders/1.json',
    protocol: 'HTTPS',
    resourceType: 'Microsoft.Storage/storageAccounts/blobServices',
  };
}
