import { expect, it } from 'vitest';
import type { ResultGroup } from '../../../src/core/record/results.ts';
import { expectReported, sampleOf, type ReportedRecord } from './reportedRecords.ts';

/** https://learn.microsoft.com/azure/azure-monitor/logs/log-standard-columns */
interface Row {
  readonly TenantId: string;
  readonly TimeGenerated: string;
  readonly Type: string;
  readonly OperationName?: string;
  readonly OperationNameValue?: string;
  readonly ActivityStatusValue?: string;
  readonly ResultType?: string;
  readonly ResultSignature?: string;
  readonly Result?: string;
  readonly Caller?: string;
  readonly Identity?: string;
  readonly UserPrincipalName?: string;
  readonly InitiatedBy?: string;
  readonly TargetResources?: string;
  readonly CallerIpAddress?: string;
  readonly IPAddress?: string;
  readonly ResourceDisplayName?: string;
  readonly _ResourceId?: string;
  readonly ResourceId?: string;
}

const rows = JSON.parse(sampleOf('azureLogAnalytics')) as readonly Row[];

function groupOf(row: Row): ResultGroup {
  switch (row.Type) {
    case 'AzureActivity':
      return ({ Success: 'success', Failure: 'failure' } as const)[row.ActivityStatusValue as 'Success'] ?? 'other';
    case 'SigninLogs':
      return row.ResultType === '0' ? 'success' : 'failure';
    case 'AuditLogs':
      return row.Result as 'success' | 'failure';
    default: {
      const status = Number(row.ResultSignature);
      return status >= 500 ? 'failure' : status >= 400 ? 'clientError' : 'success';
    }
  }
}

function callerOf(row: Row): string {
  switch (row.Type) {
    case 'AzureActivity':
      return row.Caller!;
    case 'SigninLogs':
      return row.UserPrincipalName!;
    case 'AuditLogs':
      return (JSON.parse(row.InitiatedBy!) as { readonly user: { readonly userPrincipalName: string } }).user.userPrincipalName;
    default:
      return (JSON.parse(row.Identity!) as { readonly callerAadUPN: readonly string[] }).callerAadUPN[0]!;
  }
}

function read(row: Row): ReportedRecord {
  const targets = JSON.parse(row.TargetResources ?? '[]') as readonly { readonly type: string; readonly userPrincipalName: string }[];
  return {
    time: row.TimeGenerated.replace('Z', ''),
    operation: row.OperationNameValue ?? row.OperationName!,
    result: row.ActivityStatusValue ?? row.ResultType ?? row.Result ?? null,
    group: groupOf(row),
    caller: callerOf(row),
    address: row.CallerIpAddress ?? row.IPAddress,
    targets: [
      ['ResourceId', row.ResourceId],
      ['Resource', row.ResourceDisplayName],
      ...targets.map(({ type, userPrincipalName }) => [type, userPrincipalName] as const),
    ],
    ...(row['_ResourceId'] !== undefined && { resource: row['_ResourceId'] }),
  };
}

it('rows of Log Analytics are read as each table says it', async () => {
  await expectReported('azureLogAnalytics', sampleOf('azureLogAnalytics'), rows.map(read));
});

it('holds the oddities that Azure’s documentation describes', () => {
  expect(rows).toHaveLength(200);
  expect(new Set(rows.map(({ Type }) => Type)).size).toBe(4);
  // The workspace's, whoever has called.
  expect(new Set(rows.map(({ TenantId }) => TenantId)).size).toBe(1);
  expect(rows.some(({ Identity }) => Identity?.startsWith('{') === true)).toBe(true);
  expect(rows.some(({ ActivityStatusValue }) => ActivityStatusValue === 'Start')).toBe(true);
});
