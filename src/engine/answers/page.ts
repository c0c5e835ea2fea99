import type { NameExtent } from '../../core/describe/sentenceNames.ts';
import type { Page, Row } from '../../protocol/answers/page.ts';
import type { Requests } from '../../protocol/requests.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { visitTogether } from '../index/visitTogether.ts';
import type { AnswerContext } from './context.ts';
import { fieldTexts } from './fieldTexts.ts';
import { describeRow } from './rows.ts';

const maxRows = 1000;

/** A stretch of the matching records: from a position on, or around a record. */
export async function answerPage(
  context: AnswerContext,
  { query, order, from, count, fields = [], isWhole = false }: Requests['page']['params'],
  signal: AbortSignal,
): Promise<Page> {
  const { index, results } = context;
  const wanted = Math.min(maxRows, Math.max(0, Math.floor(count)));
  const rows = await results.inOrder(query, order, signal);
  const target = 'around' in from ? index.rowOf(from.around) : undefined;
  const place = target === undefined ? -1 : await rows.placeOf(target);
  const at = 'at' in from ? Math.max(0, Math.floor(from.at)) : startAround(place, wanted, rows.count);
  const page = await describeRows(context, { fields, extent: isWhole ? 'whole' : 'short' }, await rows.slice(at, at + wanted), signal);
  const { unsorted = 0 } = rows;
  return {
    ...state(index),
    at,
    rows: page,
    matching: rows.count,
    found: place === -1 ? null : place,
    ...(unsorted === 0 ? {} : { unsorted }),
  };
}

/** Where a page around a position begins: moved where it would reach beyond an end of the result. */
function startAround(place: number, wanted: number, count: number): number {
  return Math.max(0, Math.min(place - Math.floor(wanted / 2), count - wanted));
}

function state({ snapshot, rows }: LogIndex): Pick<Page, 'snapshot' | 'total'> {
  return { snapshot, total: rows };
}

async function describeRows(
  context: AnswerContext,
  { fields, extent }: { readonly fields: readonly string[]; readonly extent: NameExtent },
  rows: Uint32Array,
  signal: AbortSignal,
): Promise<readonly Row[]> {
  const { index } = context;
  const textsOf = fields.length === 0 ? undefined : fieldTexts(context, fields, extent);
  const described = new Map<number, Row>();
  await visitTogether(index, rows.toSorted(), signal, (row, bytes) => {
    described.set(row, { ...describeRow(index, row, bytes, extent), ...(textsOf && { texts: textsOf(row, bytes) }) });
  });
  return Array.from(rows, (row) => described.get(row)!);
}
