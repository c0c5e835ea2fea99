import type { Exported, ExportPart } from '../../protocol/answers/exported.ts';
import type { Emit } from '../../protocol/channel.ts';
import type { Requests } from '../../protocol/requests.ts';
import { exportForm } from '../export/exportForms.ts';
import { exportRecords } from '../export/exportRecords.ts';
import type { AnswerContext } from './context.ts';

/** Writes the matching records in a format, part by part. */
export async function answerExport(
  { index, results }: AnswerContext,
  { query, format, fields, first, limit = Infinity }: Requests['export']['params'],
  signal: AbortSignal,
  emit: Emit,
): Promise<Exported> {
  const form = exportForm(index, format, fields);
  const rows = await results.matching(query, signal);
  const total = Math.min(limit, Math.max(0, rows.count - first));
  let bytes = 0;
  const records = await exportRecords(index, rows, { first, limit }, form, signal, (piece, written) => {
    bytes += piece.length;
    const part: ExportPart = { bytes: piece, records: written, total };
    return emit(part);
  });
  return { snapshot: index.snapshot, records, bytes };
}
