import { resourceIdOf } from './azureResource.ts';
import type { JsonObject, Scene } from './formatSample.ts';

/** What Azure Attestation writes to a diagnostic setting: `Time`, a result that a status may contradict, an identity as text. */
export function attestationEvent(scene: Scene): JsonObject {
  const { company, random, time } = scene;
  const person = random.pick(company.people);
  const id = resourceIdOf(scene, 'Microsoft.Attestation/attestationProviders');
  const operation = random.pick(['SetCurrentPolicy', 'ResetAttestationPolicy', 'AddPolicyCertificate', 'RemovePolicyCertificate']);
  const identity = `{"callerAadUPN":["${person.upn}"],"callerAadObjectId":["${person.objectId}"]`;
  return {
    Time: time,
    resourceId: scene.index % 10 === 0 ? id.toUpperCase() : id,
    region: 'EastUS2',
    operationName: operation,
    operationVersion: '2020-10-01',
    category: 'AuditEvent',
    resultType: 'Succeeded',
    resultSignature: random.pickWeighted([
      ['200', 85],
      ['400', 10],
      ['500', 5],
    ] as const),
    durationMs: '12',
    callerIpAddress: person.address,
    traceContext: `{"traceId":"${random.guid().replaceAll('-', '')}","spanId":"0000000000000000",}`,
    // The writer sometimes leaves a comma after the last member.
    identity: `${identity}${scene.index % 2 === 0 ? ',' : ''}}`,
    uri: 'https://contoso.example/policies/SgxEnclave?api-version=2020-10-01',
    level: 'Informational',
    location: 'EastUS2',
    properties: { failureCategory: 'None', failureDetails: '', infoDataReceived: { Headers: { 'User-Agent': 'Edg' } } },
  };
}
