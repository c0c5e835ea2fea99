import type { Page, Row } from '../../protocol/answers/page.ts';
import type { Questions } from '../../protocol/requests.ts';
import type { LogIndex } from '../index/logIndex.ts';
import type { AnswerContext } from './context.ts';
import { describeRow } from './rows.ts';

const mostRows = 1000;

/** A stretch of the matching records, by position or around a record. */
export async function answerPage(
  { index, results }: AnswerContext,
  { query, order, from, count }: Questions['page']['params'],
  signal: AbortSignal,
): Promise<Page> {
  const wanted = Math.min(mostRows, Math.max(0, Math.floor(count)));
  const rows = await results.inOrder(query, order, signal);
  const target = 'around' in from ? index.rowOf(from.around) : undefined;
  const place = target === undefined ? -1 : await rows.placeOf(target);
  const at = startOf('at' in from ? from.at : place - Math.floor(wanted / 2), wanted, rows.count);
  const page = await describeRows(index, await rows.slice(at, at + wanted), signal);
  return { ...state(index), at, rows: page, matching: rows.count, found: place === -1 ? null : place };
}

/** Where a page begins: at the end of the result it is full, too. */
function startOf(asked: number, wanted: number, count: number): number {
  return Math.max(0, Math.min(Math.floor(asked), count - wanted));
}

function state({ snapshot, rows }: LogIndex): Pick<Page, 'snapshot' | 'total'> {
  return { snapshot, total: rows };
}

async function describeRows(index: LogIndex, rows: Uint32Array, signal: AbortSignal): Promise<readonly Row[]> {
  const page: Row[] = [];
  for (const row of rows) {
    signal.throwIfAborted();
    page.push(describeRow(index, row, await index.bytesOf(row)));
  }
  return page;
}
