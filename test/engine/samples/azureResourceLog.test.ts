import { expect, it } from 'vitest';
import type { ResultGroup } from '../../../src/core/record/results.ts';
import { expectReported, nobody, sampleOf, type ReportedRecord } from './reportedRecords.ts';

const upn = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn';

/** https://learn.microsoft.com/azure/attestation/view-logs */
interface AttestationEvent {
  readonly Time: string;
  readonly resourceId: string;
  readonly operationName: string;
  readonly resultType: string;
  readonly resultSignature: string;
  readonly callerIpAddress: string;
  readonly identity: string;
  readonly location: string;
  readonly uri: string;
}

/** https://learn.microsoft.com/azure/azure-monitor/platform/resource-logs-schema */
interface ResourceEvent {
  readonly time: string;
  readonly resourceId: string;
  readonly operationName: string;
  readonly category: string;
  readonly resultType?: string;
  readonly statusText?: string;
  readonly statusCode?: number;
  readonly callerIpAddress: string;
  readonly location?: string;
  readonly identity: {
    readonly claim?: Readonly<Record<string, string>>;
    readonly claims?: Readonly<Record<string, string>>;
    readonly requester?: { readonly upn: string };
  };
  readonly properties: { readonly httpStatusCode?: number };
}

const { records } = JSON.parse(sampleOf('azureResourceLog')) as { readonly records: readonly (AttestationEvent | ResourceEvent)[] };

function ofStatus(status: number): ResultGroup {
  return status >= 500 ? 'failure' : status >= 400 ? 'clientError' : 'success';
}

const ofType: Readonly<Record<string, ResultGroup>> = { Success: 'success', Failure: 'failure', Start: 'other', Accept: 'other' };

function readAttestation(event: AttestationEvent): ReportedRecord {
  const [, caller = ''] = /"callerAadUPN":\["([^"]*)"\]/.exec(event.identity) ?? [];
  return {
    time: event.Time.replace('Z', ''),
    operation: event.operationName,
    result: event.resultType,
    group: ofStatus(Number(event.resultSignature)),
    caller,
    address: event.callerIpAddress,
    targets: [
      ['ServiceRegion', event.location],
      // https://contoso.example/policies/SgxEnclave?api-version=…
      ['AttestationType', event.uri.split('?')[0]!.split('/policies/')[1]],
    ],
    resource: event.resourceId,
  };
}

function read(event: AttestationEvent | ResourceEvent): ReportedRecord {
  if ('Time' in event) {
    return readAttestation(event);
  }
  const status = event.statusCode ?? event.properties.httpStatusCode;
  const { claim, claims, requester } = event.identity;
  // The id of a resource within another is counted as a whole.
  const isNested = event.resourceId.split('/').length > 9;
  return {
    time: event.time.replace('Z', ''),
    operation: event.operationName,
    result: event.resultType ?? event.statusText ?? null,
    group: status === undefined ? ofType[event.resultType!]! : ofStatus(status),
    caller: claim?.[upn] ?? claims?.[upn] ?? requester?.upn ?? nobody,
    address: event.callerIpAddress,
    targets: [
      ['ServiceRegion', event.location],
      ['ResourceId', isNested ? event.resourceId : undefined],
    ],
    ...(!isNested && { resource: event.resourceId }),
  };
}

it('what an Event Hub has collected is read as each service says it', async () => {
  await expectReported('azureResourceLog', sampleOf('azureResourceLog'), records.map(read));
});

it('holds the oddities that Azure’s documentation describes', () => {
  expect(records).toHaveLength(200);
  const ofAttestation = records.filter((event): event is AttestationEvent => 'Time' in event);
  expect(ofAttestation.some(({ identity }) => identity.endsWith(',}'))).toBe(true);
  expect(ofAttestation.some(({ resultType, resultSignature }) => resultType === 'Succeeded' && resultSignature === '400')).toBe(true);
  const others = records.filter((event): event is ResourceEvent => 'time' in event);
  expect(new Set(others.map(({ category }) => category))).toEqual(new Set(['AuditEvent', 'Administrative', 'Action', 'StorageRead']));
  expect(others.some(({ resultType, properties }) => resultType === 'Success' && properties.httpStatusCode === 403)).toBe(true);
});
