import { expect, it } from 'vitest';
import type { ResultGroup } from '../../../src/core/record/results.ts';
import { expectReported, sampleOf, type ReportedRecord } from './reportedRecords.ts';

interface Named {
  readonly value: string;
}

/** https://learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema */
interface RestEvent {
  readonly eventTimestamp: string;
  readonly operationName: Named;
  readonly status: Named;
  readonly caller: string;
  readonly claims: object | null;
  readonly httpRequest: { readonly clientIpAddress: string };
  readonly resourceId: string;
  readonly resourceType: Named;
  readonly authorization: { readonly scope: string };
}

/** The same from Python's client. */
interface SnakeEvent {
  readonly event_timestamp: string;
  readonly operation_name: Named;
  readonly status: Named;
  readonly caller: string;
  readonly http_request: { readonly client_ip_address: string };
  readonly resource_id: string;
  readonly resource_type: Named;
  readonly authorization: { readonly scope: string };
}

/** A row of the portal's download. */
interface PortalRow {
  readonly Time: string;
  readonly Operationname: string;
  readonly Status: string;
  readonly Eventinitiatedby: string;
  readonly Resource: string;
  readonly Resourcetype: string;
}

type Event = RestEvent | SnakeEvent | PortalRow;

const { value: events } = JSON.parse(sampleOf('azureActivityEvent')) as { readonly value: readonly Event[] };

const groups: Readonly<Record<string, ResultGroup>> = { Succeeded: 'success', Failed: 'failure', Started: 'other', Accepted: 'other' };

function read(event: Event): ReportedRecord {
  if ('Time' in event) {
    return {
      time: event.Time.replace('Z', ''),
      operation: event.Operationname,
      result: event.Status,
      group: groups[event.Status]!,
      caller: event.Eventinitiatedby,
      address: undefined,
      targets: [['ResourceType', event.Resourcetype]],
      resource: event.Resource,
    };
  }
  const isSnake = 'event_timestamp' in event;
  return {
    time: (isSnake ? event.event_timestamp : event.eventTimestamp).replace('Z', ''),
    operation: (isSnake ? event.operation_name : event.operationName).value,
    result: event.status.value,
    group: groups[event.status.value]!,
    caller: event.caller,
    address: isSnake ? event.http_request.client_ip_address : event.httpRequest.clientIpAddress,
    targets: [
      ['Scope', event.authorization.scope],
      ['ResourceType', (isSnake ? event.resource_type : event.resourceType).value],
    ],
    resource: isSnake ? event.resource_id : event.resourceId,
  };
}

it('a page of the activity log is read as its events say, in each of their three forms', async () => {
  await expectReported('azureActivityEvent', sampleOf('azureActivityEvent'), events.map(read));
});

it('holds the oddities that Azure’s documentation describes', () => {
  expect(events).toHaveLength(200);
  expect(events.filter((event) => 'Time' in event).length).toBeGreaterThan(10);
  expect(events.filter((event) => 'event_timestamp' in event).length).toBeGreaterThan(10);
  expect(events.some((event) => 'eventTimestamp' in event && event.claims === null)).toBe(true);
  expect(new Set(events.map((event) => read(event).result))).toEqual(new Set(['Started', 'Accepted', 'Succeeded', 'Failed']));
});
