import { compareRecords } from '../../core/describe/compareRecords.ts';
import { message } from '../../core/finding/message.ts';
import type { Comparison } from '../../protocol/answers/comparison.ts';
import type { Row } from '../../protocol/answers/page.ts';
import type { RecordRef } from '../../protocol/reference.ts';
import type { Requests } from '../../protocol/requests.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { BadRequest } from '../query/badRequest.ts';
import type { AnswerContext } from './context.ts';
import { describeRow } from './rows.ts';

/** More fields than these are counted and not shown. */
const maxFields = 1000;

/** Two records, field by field. Rejects with {@link BadRequest} if there is no such record. */
export async function answerComparison(
  { index }: AnswerContext,
  { first, second }: Requests['comparison']['params'],
  signal: AbortSignal,
): Promise<Comparison> {
  const left = await readRow(index, first);
  const right = await readRow(index, second);
  signal.throwIfAborted();
  const fields = compareRecords(left.bytes, right.bytes);
  const [equal, different] = [fields.filter(({ isEqual }) => isEqual), fields.filter(({ isEqual }) => !isEqual)];
  return {
    snapshot: index.snapshot,
    first: left.row,
    second: right.row,
    fields: [...different, ...equal].slice(0, maxFields),
    total: fields.length,
    equal: equal.length,
  };
}

async function readRow(index: LogIndex, ref: RecordRef): Promise<{ readonly row: Row; readonly bytes: Uint8Array }> {
  const row = index.rowOf(ref);
  if (row === undefined) {
    throw new BadRequest(message('engine.noRecord'));
  }
  // The bytes may be overwritten when others are read.
  const bytes = (await index.bytesOf(row)).slice();
  return { row: describeRow(index, row, bytes), bytes };
}
