import { expect, it } from 'vitest';
import type { ResultGroup } from '../../../src/core/record/results.ts';
import { expectReported, nobody, sampleOf, type ReportedRecord } from './reportedRecords.ts';

/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html */
interface Event {
  readonly eventTime: string;
  readonly eventID: string;
  readonly eventType: string;
  readonly eventName?: string;
  readonly eventSource?: string;
  readonly awsRegion: string;
  readonly recipientAccountId: string;
  readonly sourceIPAddress?: string;
  readonly errorCode?: string;
  readonly userIdentity?: {
    readonly arn?: string;
    readonly userName?: string;
    readonly accountId?: string;
    readonly principalId?: string;
    readonly invokedBy?: string;
    readonly onBehalfOf?: { readonly userId: string };
  };
  readonly requestParameters?: Readonly<Record<string, string>> & {
    readonly instancesSet?: { readonly items: readonly { readonly instanceId: string }[] };
  };
  readonly responseElements?: { readonly ConsoleLogin?: string };
  readonly resources?: readonly { readonly ARN: string }[];
  readonly insightDetails?: { readonly state: string; readonly insightType: string; readonly eventName: string };
}

const { Records: events } = JSON.parse(sampleOf('cloudTrail')) as { readonly Records: readonly Event[] };

/** The codes of the log that blame the request. */
const clientErrors: ReadonlySet<string> = new Set([
  'AccessDenied',
  'Client.UnauthorizedOperation',
  'ThrottlingException',
  'NoSuchBucketPolicy',
  'ResourceNotFoundException',
  'ValidationException',
  'InvalidParameterValue',
]);

function groupOf({ errorCode, responseElements, insightDetails }: Event): ResultGroup {
  if (insightDetails !== undefined) {
    return 'other';
  }
  if (errorCode !== undefined) {
    return clientErrors.has(errorCode) ? 'clientError' : 'failure';
  }
  return responseElements?.ConsoleLogin === 'Failure' ? 'failure' : 'success';
}

function callerOf({ userIdentity: who }: Event): string {
  return who?.userName ?? nameIn(who?.arn) ?? who?.onBehalfOf?.userId ?? who?.principalId ?? who?.invokedBy ?? nobody;
}

/** What requests name, by the type of target that it is. */
const named = [
  ['Bucket', 'bucketName'],
  ['Role', 'roleArn'],
  ['Role', 'roleName'],
  ['User', 'userName'],
  ['Key', 'keyId'],
  ['Function', 'functionName'],
  ['Secret', 'secretId'],
  ['Group', 'groupId'],
  ['Trail', 'name'],
] as const;

function read(event: Event): ReportedRecord {
  const { requestParameters: request, insightDetails: insight, resources = [] } = event;
  const instances = request?.instancesSet?.items ?? [];
  return {
    time: event.eventTime.replace('Z', ''),
    operation: event.eventName ?? `${insight!.insightType} ${insight!.eventName}`,
    result: event.errorCode ?? event.responseElements?.ConsoleLogin ?? insight?.state ?? null,
    group: groupOf(event),
    caller: callerOf(event),
    address: event.sourceIPAddress,
    targets: [
      ...resources.map(({ ARN }) => ['ARN', ARN] as const),
      ...named.map(([type, key]) => [type, request?.[key]] as const),
      ...instances.map(({ instanceId }) => ['Instance', instanceId] as const),
      ['Service', event.eventSource],
      ['Region', event.awsRegion],
      ['Account', event.recipientAccountId],
    ],
  };
}

it('a file of CloudTrail is read as its events say', async () => {
  const repeated = events.length - new Set(events.map(({ eventID }) => eventID)).size;
  await expectReported('cloudTrail', sampleOf('cloudTrail'), events.map(read), repeated);
});

it('holds the oddities that CloudTrail’s documentation describes', () => {
  expect(events).toHaveLength(200);
  const ids = events.map(({ eventID }) => eventID);
  expect(new Set(ids).size).toBeLessThan(ids.length);
  expect(new Set(events.map(({ eventType }) => eventType))).toEqual(
    new Set(['AwsApiCall', 'AwsConsoleSignIn', 'AwsServiceEvent', 'AwsCloudTrailInsight']),
  );
  expect(events.some(({ userIdentity, eventType }) => userIdentity === undefined && eventType === 'AwsServiceEvent')).toBe(true);
  expect(events.some(({ sourceIPAddress = '' }) => sourceIPAddress.endsWith('.amazonaws.com'))).toBe(true);
  expect(new Set(events.map(({ responseElements }) => responseElements?.ConsoleLogin))).toEqual(new Set([undefined, 'Success', 'Failure']));
});

/** What an Amazon Resource Name of IAM or STS is commonly called by. */
function nameIn(arn: string | undefined): string | undefined {
  const resource = arn?.split(':').slice(5).join(':');
  return resource?.startsWith('assumed-role/') === true ? resource.slice('assumed-role/'.length) : resource?.split('/').at(-1);
}
