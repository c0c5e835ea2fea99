import type { EventDescription } from '../definition/formatDocumentation.ts';
import { attestationFormat } from './attestationFormat.ts';

/** The eight events that Azure Attestation audits (documentation: "Audit logs for Azure Attestation"), with all their names. */
export const auditEvents: readonly EventDescription[] = attestationFormat.events ?? [];

/** The sign of life that the audit library writes by itself: valid without categories, identities and targets. */
export const heartbeatOperation = 'IFxAuditHeartBeatOperationIFx';

const byFoldedName: ReadonlyMap<string, EventDescription> = new Map(
  auditEvents.flatMap((event) => [event.operation, ...(event.synonyms ?? [])].map((name) => [foldOperation(name), event] as const)),
);

/** The event that an operation stands for, without regard to case and blanks; undefined if it is none of the eight. */
export function eventOf(operation: string): EventDescription | undefined {
  return byFoldedName.get(foldOperation(operation));
}

export function isHeartbeat(operation: string): boolean {
  return foldOperation(operation) === foldOperation(heartbeatOperation);
}

function foldOperation(name: string): string {
  return name.replace(/\s/g, '').toLowerCase();
}
