import azureActivityEvent from './azureActivityEvent/format.json' with { type: 'json' };
import azureLogAnalytics from './azureLogAnalytics/format.json' with { type: 'json' };
import azureResourceLog from './azureResourceLog/format.json' with { type: 'json' };
import cloudTrail from './cloudTrail/format.json' with { type: 'json' };
import entraAudit from './entraAudit/format.json' with { type: 'json' };
import entraSignIn from './entraSignIn/format.json' with { type: 'json' };
import gcpAudit from './gcpAudit/format.json' with { type: 'json' };
import genericFormat from './generic/format.json' with { type: 'json' };
import kubernetesAudit from './kubernetesAudit/format.json' with { type: 'json' };
import m365Audit from './m365Audit/format.json' with { type: 'json' };
import type { AuditFormat } from './definition/format.ts';

const data: readonly unknown[] = [
  azureActivityEvent,
  azureLogAnalytics,
  azureResourceLog,
  cloudTrail,
  entraAudit,
  entraSignIn,
  gcpAudit,
  kubernetesAudit,
  m365Audit,
];

/** The formats that are recognised by evidence, as their files have them. A test holds each against `auditFormat.schema.json`. */
export const formatData = data as readonly AuditFormat[];

/** That of records which no format is recognised in. */
export const genericData = genericFormat as unknown as AuditFormat;

/** So much evidence makes a record one of a format. */
export const enoughEvidence = 10;
