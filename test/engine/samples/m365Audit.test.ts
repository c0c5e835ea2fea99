import { expect, it } from 'vitest';
import type { ResultGroup } from '../../../src/core/record/results.ts';
import { expectReported, sampleOf, type ReportedRecord } from './reportedRecords.ts';

/** https://learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-schema */
interface Activity {
  readonly CreationTime: string;
  readonly Operation: string;
  readonly ResultStatus?: string;
  readonly LogonError?: string;
  readonly UserId: string;
  readonly ClientIP?: string;
  readonly ClientIPAddress?: string;
  readonly ObjectId?: string;
  readonly SiteUrl?: string;
  readonly Workload: string;
}

const rows = JSON.parse(sampleOf('m365Audit')) as readonly { readonly AuditData: string }[];
const activities = rows.map(({ AuditData }) => JSON.parse(AuditData) as Activity);

function groupOf({ Operation, LogonError, ResultStatus }: Activity): ResultGroup {
  if (Operation === 'UserLoginFailed' || LogonError !== undefined) {
    return 'failure';
  }
  switch (ResultStatus) {
    case 'Success':
    case 'Succeeded':
    case 'True':
      return 'success';
    case 'Failed':
    case 'False':
      return 'failure';
    default:
      return 'other';
  }
}

function read(activity: Activity): ReportedRecord {
  return {
    time: activity.CreationTime,
    operation: activity.Operation,
    result: activity.ResultStatus ?? null,
    group: groupOf(activity),
    caller: activity.UserId,
    address: activity.ClientIP ?? activity.ClientIPAddress,
    targets: [
      ['Object', activity.ObjectId],
      ['Site', activity.SiteUrl],
      ['Workload', activity.Workload],
    ],
  };
}

it('rows of an export of Microsoft 365 are read as the text in them says', async () => {
  await expectReported('m365Audit', sampleOf('m365Audit'), activities.map(read));
});

it('so are the records by themselves, as the interface gives them', async () => {
  await expectReported('m365Audit', JSON.stringify(activities), activities.map(read));
});

it('holds the oddities that Microsoft’s documentation describes', () => {
  expect(activities).toHaveLength(200);
  const failed = activities.filter(({ Operation }) => Operation === 'UserLoginFailed');
  expect(new Set(failed.map(({ ResultStatus }) => ResultStatus))).toEqual(new Set(['Success', 'Failed']));
  expect(activities.filter(({ CreationTime }) => /Z|[+]/.test(CreationTime))).toEqual([]);
  const addresses = activities.map(({ ClientIP = '' }) => ClientIP);
  expect(addresses.some((address) => /^\[.*\]:\d+$/.test(address))).toBe(true);
  expect(addresses.some((address) => /^[\d.]+:\d+$/.test(address))).toBe(true);
  expect(activities.some(({ ResultStatus }) => ResultStatus === undefined)).toBe(true);
});
