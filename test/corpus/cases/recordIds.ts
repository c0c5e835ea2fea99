import type { CorpusCase } from '../corpusCase.ts';

function event(id: string, eventName: string): string {
  return `{"eventVersion":"1.11","userIdentity":{"type":"Root"},"eventTime":"2026-03-01T09:00:00Z","eventSource":"s3.amazonaws.com","eventName":"${eventName}","eventID":"${id}"}`;
}

function stage(name: string, time: string): string {
  return `{"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"a-1","stage":"${name}","verb":"get","requestReceivedTimestamp":"2026-03-01T09:00:00Z","stageTimestamp":"${time}"}`;
}

function operation(insertId: string, part: string): string {
  return `{"protoPayload":{"@type":"type.googleapis.com/google.cloud.audit.AuditLog","methodName":"v1.compute.disks.insert"},"insertId":"${insertId}","operation":{"id":"op-1","${part}":true},"timestamp":"2026-03-01T09:00:00Z"}`;
}

/** Records of formats that give each of their records an id. */
export const recordIdCases: readonly CorpusCase[] = [
  {
    file: 'record-ids/delivered-twice.ndjson',
    why: 'CloudTrail delivers an event at least once: the second delivery is a duplicate, whatever the order of its members.',
    log: `«${event('e-1', 'GetObject')}»\n⟨«{"eventID":"e-1",${event('e-1', 'GetObject').slice(1).replace(',"eventID":"e-1"', '')}»⟩\n«${event('e-2', 'GetObject')}»\n`,
    findings: ['id.duplicate'],
  },
  {
    file: 'record-ids/enveloped.ndjson',
    why: 'The same event, once as the text of an envelope, is a duplicate: what is around it is no part of it.',
    log: `«${event('e-1', 'GetObject')}»\n⟨«{"EventName":"GetObject","CloudTrailEvent":${JSON.stringify(event('e-1', 'GetObject'))}}»⟩\n`,
    findings: ['id.duplicate'],
  },
  {
    file: 'record-ids/conflict.ndjson',
    why: 'One id and two contents: one of the records may have been changed.',
    log: `«${event('e-1', 'GetObject')}»\n⟨«${event('e-1', 'PutObject')}»⟩\n`,
    findings: ['id.conflict'],
  },
  {
    file: 'record-ids/stages.ndjson',
    why: 'The stages of one request have one audit id, and are no duplicates of each other.',
    log: `«${stage('RequestReceived', '2026-03-01T09:00:00Z')}»\n«${stage('ResponseComplete', '2026-03-01T09:00:01Z')}»\n`,
    matches: { 'request:a-1': 2 },
  },
  {
    file: 'record-ids/operation.ndjson',
    why: 'The first and the last record of a long operation have ids of their own, and one request.',
    log: `«${operation('i-1', 'first')}»\n«${operation('i-2', 'last')}»\n`,
    matches: { 'request:op-1': 2 },
  },
];
