import type { AuditFormat } from '../definition/format.ts';
import data from './format.json' with { type: 'json' };

/** The format of Azure Attestation's audit records, as its file has it. A test holds it against `auditFormat.schema.json`. */
export const attestationFormat = data as unknown as AuditFormat;

/** What filters and answers call the format. */
export const attestationId = attestationFormat.id;
