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
import { compileFormat, type CompiledFormat } from './compiledFormat.ts';
import type { AuditFormat } from './format.ts';

/** Data as a format file has it. A test holds each against `auditFormat.schema.json`. */
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

/** The formats that are recognised, beside Attestation's, which has code of its own. */
export const builtInFormats: readonly CompiledFormat[] = data.map((one) => compileFormat(one as AuditFormat));

/** Keys that records of these formats have, and no object around records. */
export const keysOfFormats: ReadonlySet<string> = new Set(builtInFormats.flatMap(({ format }) => format.ownKeys ?? []));

/** For records that no format is recognised in: roles are inferred from the names of their keys. */
export const generic: CompiledFormat = compileFormat(genericFormat as unknown as AuditFormat);
