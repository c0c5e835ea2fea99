import { expect, it } from 'vitest';
import type { ResultGroup } from '../../../src/core/record/results.ts';
import { expectReported, nobody, sampleOf, type ReportedRecord } from './reportedRecords.ts';

/** https://cloud.google.com/logging/docs/reference/audit/auditlog/rest/Shared.Types/AuditLog */
interface Entry {
  readonly timestamp: string;
  readonly operation?: { readonly id: string; readonly first?: boolean; readonly last?: boolean };
  readonly resource: { readonly type: string; readonly labels: Readonly<Record<string, string>> };
  readonly protoPayload: {
    readonly methodName: string;
    readonly serviceName: string;
    readonly resourceName: string;
    readonly status?: { readonly code?: number };
    readonly authenticationInfo: { readonly principalEmail?: string; readonly principalSubject?: string };
    readonly requestMetadata: { readonly callerIp: string };
  };
}

const entries = JSON.parse(sampleOf('gcpAudit')) as readonly Entry[];

/** https://grpc.io/docs/guides/status-codes/ */
const groups: Readonly<Record<number, ResultGroup>> = { 5: 'clientError', 7: 'clientError', 13: 'failure' };

function read({ timestamp, resource: { type, labels }, protoPayload: payload }: Entry): ReportedRecord {
  const code = payload.status?.code;
  const { principalEmail, principalSubject } = payload.authenticationInfo;
  return {
    time: timestamp.replace('Z', ''),
    operation: payload.methodName,
    result: code === undefined ? null : String(code),
    group: code === undefined ? 'success' : groups[code]!,
    caller: principalEmail ?? principalSubject ?? nobody,
    address: payload.requestMetadata.callerIp,
    targets: [
      ['ResourceName', payload.resourceName],
      ['ResourceType', type],
      ['Project', labels['project_id']],
      ['Location', labels['location']],
      ['Zone', labels['zone']],
      ['Service', payload.serviceName],
    ],
  };
}

it('entries of Google Cloud are read as they say', async () => {
  await expectReported('gcpAudit', sampleOf('gcpAudit'), entries.map(read));
});

it('holds the oddities that Google’s documentation describes', () => {
  expect(entries).toHaveLength(200);
  const [firsts, lasts] = [
    entries.filter(({ operation }) => operation?.first === true),
    entries.filter(({ operation }) => operation?.last === true),
  ];
  expect(firsts.length).toBeGreaterThan(5);
  expect(firsts.map(({ operation }) => operation!.id)).toEqual(lasts.map(({ operation }) => operation!.id));
  expect(entries.some(({ protoPayload: { status } }) => status === undefined)).toBe(true);
  expect(entries.some(({ protoPayload: { status } }) => status !== undefined && status.code === undefined)).toBe(true);
  expect(entries.filter(({ timestamp }) => !/\.\d{9}Z$/.test(timestamp))).toEqual([]);
});
