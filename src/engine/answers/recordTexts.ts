import { sourceText } from '../../core/json/utf8.ts';
import { compactRecord } from '../../core/record/compactRecord.ts';
import type { RecordTexts } from '../../protocol/answers/page.ts';
import type { Requests } from '../../protocol/requests.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { visitRecords } from '../index/visitRecords.ts';
import type { AnswerContext } from './context.ts';

/** The longest answer in bytes of its records, unless its first record is longer. */
const maxBytes = 4 * 1024 * 1024;

/** The texts of records from a position of the result on. */
export async function answerRecordTexts(
  { index, results }: AnswerContext,
  { query, order, at, count }: Requests['recordTexts']['params'],
  signal: AbortSignal,
): Promise<RecordTexts> {
  const ordered = await results.inOrder(query, order, signal);
  const rows = firstRows(index, await ordered.slice(at, at + count));
  const texts = new Map<number, string>();
  // The sources are read in file order, whatever the order of the result.
  await visitRecords(index, rows.toSorted(), signal, (row, bytes) => {
    const compact = compactRecord(bytes);
    texts.set(row, sourceText(compact, 0, compact.length));
  });
  const { count: matching, unsorted = 0 } = ordered;
  return {
    snapshot: index.snapshot,
    texts: Array.from(rows, (row) => texts.get(row)!),
    matching,
    ...(unsorted === 0 ? {} : { unsorted }),
  };
}

/** As many rows as an answer has room for. */
export function firstRows({ table }: LogIndex, rows: Uint32Array): Uint32Array {
  let bytes = 0;
  const end = rows.findIndex((row, place) => {
    bytes += table.byteLength.data[row]!;
    return place > 0 && bytes > maxBytes;
  });
  return end === -1 ? rows : rows.subarray(0, end);
}
