import { sourceText } from '../../core/json/utf8.ts';
import type { ResultSize, WrittenRecord, WrittenRecords } from '../../protocol/answers/page.ts';
import type { Requests } from '../../protocol/requests.ts';
import { visitRecords } from '../index/visitRecords.ts';
import type { AnswerContext } from './context.ts';
import { Places } from './places.ts';
import { shownBytes } from './record.ts';
import { firstRows } from './recordTexts.ts';
import { describeRow } from './rows.ts';

/** Records as their sources write them, each with its place in the text and the sentence that names it. */
export async function answerWrittenRecords(
  context: AnswerContext,
  params: Requests['writtenRecords']['params'],
  signal: AbortSignal,
): Promise<WrittenRecords> {
  const { index } = context;
  const { rows: wanted, matching, unsorted = 0 } = await wantedRows(context, params, signal);
  const rows = firstRows(index, wanted);
  const places = new Places(index);
  const written = new Map<number, WrittenRecord>();
  // The sources are read in file order, whatever the order of the result.
  await visitRecords(index, Uint32Array.from(new Set(rows)).toSorted(), signal, async (row, bytes) => {
    const { ref, line, time, sentence } = describeRow(index, row, bytes);
    const text = sourceText(bytes, 0, Math.min(bytes.length, shownBytes));
    const range = (await places.ofRecord(ref))!;
    written.set(row, { ref, line, time, sentence, text, cut: bytes.length > shownBytes, range });
  });
  return {
    snapshot: index.snapshot,
    records: Array.from(rows, (row) => written.get(row)!),
    matching,
    ...(unsorted === 0 ? {} : { unsorted }),
  };
}

type Wanted = Omit<ResultSize, 'snapshot'> & { readonly rows: Uint32Array };

async function wantedRows(
  { index, results }: AnswerContext,
  params: Requests['writtenRecords']['params'],
  signal: AbortSignal,
): Promise<Wanted> {
  if ('refs' in params) {
    const rows = Uint32Array.from(params.refs.flatMap((ref) => index.rowOf(ref) ?? []));
    return { rows, matching: rows.length };
  }
  const { query, order, at, count } = params;
  const ordered = await results.inOrder(query, order, signal);
  return { rows: await ordered.slice(at, at + count), matching: ordered.count, unsorted: ordered.unsorted ?? 0 };
}
