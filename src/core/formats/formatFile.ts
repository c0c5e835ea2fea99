import { message } from '../finding/message.ts';
import { memberOf } from '../json/valueTree.ts';
import type { AuditFormat } from './definition/format.ts';
import { attestationId } from './attestation/attestationFormat.ts';
import { enoughEvidence, genericData } from './formatData.ts';
import { faultAt, schemaFaults, type FormatFault } from './formatFaults.ts';
import { parseJsonFile } from './jsonFile.ts';
import { validateAuditFormat } from './generated/auditFormat.js';

/** What a file says that is to hold a format. */
export type FormatFile =
  { readonly ok: true; readonly format: AuditFormat } | { readonly ok: false; readonly faults: readonly FormatFault[] };

/** Ids that filters have for records which no file describes. */
const reservedIds: ReadonlySet<string> = new Set([attestationId, genericData.id]);

/**
 * Reads a format from the bytes of a file: JSON that is valid under `auditFormat.schema.json`, and that some record can be of.
 * Never throws; otherwise it says at least one fault, in the order of the text.
 */
export function parseFormatFile(content: Uint8Array): FormatFile {
  const file = parseJsonFile(content);
  if ('message' in file) {
    return { ok: false, faults: [file] };
  }
  const { bytes, root, value } = file;
  if (!validateAuditFormat(value)) {
    return { ok: false, faults: schemaFaults(bytes, root, validateAuditFormat.errors ?? []) };
  }
  const format = value as AuditFormat;
  const faultOf = (key: keyof AuditFormat, ...words: Parameters<typeof message>): FormatFault =>
    faultAt(bytes, memberOf(root, key)?.start ?? root.start, `/${key}`, message(...words));
  const evidence = format.detection.reduce((sum, { weight }) => sum + weight, 0);
  const faults = [
    ...(reservedIds.has(format.id) ? [faultOf('id', 'format.reservedId', format.id)] : []),
    ...(evidence < enoughEvidence ? [faultOf('detection', 'format.evidence', evidence, enoughEvidence)] : []),
  ];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, format };
}
