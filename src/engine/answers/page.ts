import type { Page, Row } from '../../protocol/answers.ts';
import type { Questions } from '../../protocol/requests.ts';
import type { AnswerContext } from './context.ts';
import { describeRow } from './rows.ts';

const mostRows = 1000;

/** A stretch of the matching records, by position or around a record. */
export async function answerPage(
  { index, results }: AnswerContext,
  { query, order, from, count }: Questions['page']['params'],
  signal: AbortSignal,
): Promise<Page> {
  const rows = await results.inOrder(query, order, signal);
  const wanted = Math.min(mostRows, Math.max(0, Math.floor(count)));
  const target = 'around' in from ? index.rowOf(from.around) : undefined;
  const place = target === undefined ? -1 : rows.placeOf(target);
  const asked = 'at' in from ? Math.floor(from.at) : place - Math.floor(wanted / 2);
  const at = Math.max(0, Math.min(asked, rows.count - wanted));
  const page: Row[] = [];
  for (const row of rows.slice(at, at + wanted)) {
    signal.throwIfAborted();
    page.push(describeRow(index, row, await index.bytesOf(row)));
  }
  return { snapshot: index.snapshot, at, rows: page, matching: rows.count, total: index.rows, found: place === -1 ? null : place };
}
