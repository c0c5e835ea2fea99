/**
 * The eight events that Azure Attestation audits (documentation: "Audit logs for Azure Attestation"), with the names that
 * the service has used for them over the years.
 */
export interface AuditEvent {
  /** The regular `operationName`. */
  readonly name: string;
  /** As the documentation lists it. */
  readonly title: string;
  /** Other names seen for it, compared without regard to case and blanks. */
  readonly synonyms: readonly string[];
  /** False where the spelling of `name` is inferred from the title and not seen in a public source. */
  readonly confirmed: boolean;
  /** True where only admins of the service can cause it: always worth a highlight. */
  readonly adminOnly: boolean;
}

export const auditEvents: readonly AuditEvent[] = [
  event('CreateInstance', 'Create Instance', [], false),
  event('DestroyInstance', 'Destroy Instance', [], false),
  event('AddPolicyCertificate', 'Add Policy Certificate', ['AddPolicyManagementCertificate', 'AddPolicyManagementCertificates']),
  event('RemovePolicyCertificate', 'Remove Policy Certificate', [
    'RemovePolicyManagementCertificate',
    'RemovePolicyManagementCertificates',
  ]),
  event('SetCurrentPolicy', 'Set Current Policy', ['SetEffectiveAttestationPolicy', 'SetPolicy', 'SetCurrentPolicyWithHttpMessagesAsync']),
  event('ResetAttestationPolicy', 'Reset Attestation Policy', ['DeleteCurrentPolicy', 'DeletePolicy']),
  event('PrepareToUpdatePolicy', 'Prepare to Update Policy', ['PrepareToSetPolicy']),
  {
    ...event('RehydrateTenantsAfterDisaster', 'Rehydrate Tenants After Disaster', [], false),
    adminOnly: true,
  },
];

/** The sign of life that the audit library writes by itself: valid without categories, identities and targets. */
export const heartbeatOperation = 'IFxAuditHeartBeatOperationIFx';

const byFoldedName: ReadonlyMap<string, AuditEvent> = new Map(
  auditEvents.flatMap((one) => [one.name, ...one.synonyms].map((name) => [foldOperation(name), one] as const)),
);

/** The event that an `operationName` stands for, without regard to case and blanks; undefined if it is none of the eight. */
export function eventOf(operationName: string): AuditEvent | undefined {
  return byFoldedName.get(foldOperation(operationName));
}

export function isHeartbeat(operationName: string): boolean {
  return foldOperation(operationName) === foldOperation(heartbeatOperation);
}

function foldOperation(name: string): string {
  return name.replace(/\s/g, '').toLowerCase();
}

function event(name: string, title: string, synonyms: readonly string[], confirmed = true): AuditEvent {
  return { name, title, synonyms, confirmed, adminOnly: false };
}
