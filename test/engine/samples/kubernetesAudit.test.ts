import { expect, it } from 'vitest';
import type { ResultGroup } from '../../../src/core/record/results.ts';
import { expectReported, sampleOf, type ReportedRecord } from './reportedRecords.ts';

/** https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/ */
interface Event {
  readonly auditID: string;
  readonly stage: string;
  readonly verb: string;
  readonly requestURI: string;
  readonly user: { readonly username: string };
  readonly impersonatedUser?: { readonly username: string };
  readonly sourceIPs: readonly string[];
  readonly objectRef?: Readonly<Partial<Record<'resource' | 'subresource' | 'name' | 'namespace' | 'apiGroup', string>>>;
  readonly responseStatus?: { readonly code: number };
  readonly requestReceivedTimestamp: string;
}

const lines = sampleOf('kubernetesAudit').trim().split('\n');
const events = lines.map((line) => JSON.parse(line) as Event);

function groupOf(code: number | undefined): ResultGroup {
  if (code === undefined) {
    return 'other';
  }
  return code >= 500 ? 'failure' : code >= 400 ? 'clientError' : 'success';
}

function read({ verb, objectRef: object, responseStatus, ...event }: Event): ReportedRecord {
  return {
    time: event.requestReceivedTimestamp.replace('Z', ''),
    operation:
      object === undefined ? verb : `${verb} ${object.resource}${object.subresource === undefined ? '' : `/${object.subresource}`}`,
    result: responseStatus === undefined ? null : String(responseStatus.code),
    group: groupOf(responseStatus?.code),
    caller: event.user.username,
    address: event.sourceIPs[0],
    targets: [
      ['Name', object?.name],
      ['Resource', object?.resource],
      ['Namespace', object?.namespace],
      ['APIGroup', object?.apiGroup],
      ['RequestURI', event.requestURI],
    ],
  };
}

it('the log of an API server is read as its events say', async () => {
  await expectReported('kubernetesAudit', `${lines.join('\n')}\n`, events.map(read));
});

it('so is a list of events, whose items need not say what they are', async () => {
  const items = events.slice(0, 50).map((event) => ({ ...event, kind: undefined, apiVersion: undefined }));
  const list = JSON.stringify({ kind: 'EventList', apiVersion: 'audit.k8s.io/v1', metadata: {}, items });
  await expectReported('kubernetesAudit', list, events.slice(0, 50).map(read));
});

it('holds the oddities that the documentation of Kubernetes describes', () => {
  expect(events).toHaveLength(200);
  expect(new Set(events.map(({ stage }) => stage))).toEqual(new Set(['RequestReceived', 'ResponseStarted', 'ResponseComplete', 'Panic']));
  expect(new Set(events.map(({ auditID }) => auditID)).size).toBeLessThan(200);
  expect(events.some(({ objectRef, responseStatus }) => objectRef?.subresource === 'exec' && responseStatus?.code === 101)).toBe(true);
  expect(events.some(({ impersonatedUser }) => impersonatedUser !== undefined)).toBe(true);
  expect(events.some(({ objectRef }) => objectRef === undefined)).toBe(true);
  expect(events.filter(({ stage, responseStatus }) => (stage === 'RequestReceived') !== (responseStatus === undefined))).toEqual([]);
});
