import fc from 'fast-check';

/** A record with an id, as the slow rules see it. */
export interface NamedFacts {
  readonly kind: 'cloudTrail' | 'kubernetesAudit' | 'gcpAudit' | 'attestation';
  readonly id: number;
  readonly stage: 'RequestReceived' | 'ResponseComplete';
  readonly note: string;
  /** It is written with its members in reverse, its id with an escape, and in an envelope. */
  readonly isReversed: boolean;
  readonly isEscaped: boolean;
  readonly isEnveloped: boolean;
}

export const namedFacts: fc.Arbitrary<NamedFacts> = fc.record({
  kind: fc.constantFrom('cloudTrail', 'cloudTrail', 'kubernetesAudit', 'gcpAudit', 'attestation'),
  id: fc.nat({ max: 4 }),
  stage: fc.constantFrom('RequestReceived', 'ResponseComplete'),
  note: fc.constantFrom('one', 'two'),
  isReversed: fc.boolean(),
  isEscaped: fc.boolean(),
  isEnveloped: fc.boolean(),
});

function membersOf({ kind, id, stage, note }: NamedFacts): Readonly<Record<string, unknown>> {
  switch (kind) {
    case 'cloudTrail':
      return { eventVersion: '1.11', userIdentity: {}, eventSource: 's3.amazonaws.com', eventName: note, eventID: `ID${id}` };
    case 'kubernetesAudit':
      return { kind: 'Event', apiVersion: 'audit.k8s.io/v1', auditID: `ID${id}`, stage, verb: note };
    case 'gcpAudit':
      return { protoPayload: { methodName: note, serviceName: 's' }, insertId: `ID${id}`, timestamp: `2026-03-01T09:00:0${id % 2}Z` };
    case 'attestation':
      return { operationName: note, env_cv: `ID${id}` };
  }
}

export function namedText(facts: NamedFacts): string {
  const entries = Object.entries(membersOf(facts));
  const plain = JSON.stringify(Object.fromEntries(facts.isReversed ? entries.toReversed() : entries));
  const text = facts.isEscaped ? plain.replaceAll('"ID', String.raw`"\u0049D`) : plain;
  if (!facts.isEnveloped) {
    return text;
  }
  switch (facts.kind) {
    case 'cloudTrail':
      return `{"Username":"x","CloudTrailEvent":${JSON.stringify(text)}}`;
    case 'kubernetesAudit':
      return `{"stream":"stdout","log":${text}}`;
    case 'gcpAudit':
    case 'attestation':
      return text;
  }
}

/** What names a record; undefined where nothing does. */
function nameOf({ kind, id, stage }: NamedFacts): string | undefined {
  switch (kind) {
    case 'cloudTrail':
      return `${kind} ID${id}`;
    case 'kubernetesAudit':
      return `${kind} ID${id} ${stage}`;
    case 'gcpAudit':
      return `${kind} ID${id} 2026-03-01T09:00:0${id % 2}Z`;
    case 'attestation':
      return undefined;
  }
}

/** Each record against all before it: the number of the record, the code, the id, and the number of the first with the same one. */
export function slowRepeats(records: readonly NamedFacts[]): readonly (readonly [row: number, code: string, id: string, first: number])[] {
  return records.flatMap((record, row) => {
    const name = nameOf(record);
    const first = records.findIndex((other) => nameOf(other) === name);
    if (name === undefined || first === row) {
      return [];
    }
    const isEqual = records[first]!.note === record.note;
    return [[row, isEqual ? 'id.duplicate' : 'id.conflict', name.slice(name.indexOf(' ') + 1), first] as const];
  });
}
