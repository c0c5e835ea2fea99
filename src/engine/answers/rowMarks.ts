import { formatTicks, type Ticks } from '../../core/record/ticks.ts';
import type { Moment } from '../../protocol/answers/answer.ts';
import type { RowMark, RowMarks } from '../../protocol/answers/page.ts';
import type { Requests } from '../../protocol/requests.ts';
import { validTime } from '../columns/recordTable.ts';
import type { LogIndex } from '../index/logIndex.ts';
import type { AnswerContext } from './context.ts';

/** What columns say at once of the records from a position of the result on: no record is read. */
export async function answerRowMarks(
  { index, results }: AnswerContext,
  { query, order, at, count }: Requests['rowMarks']['params'],
  signal: AbortSignal,
): Promise<RowMarks> {
  const ordered = await results.inOrder(query, order, signal);
  const rows = await ordered.slice(at, at + count);
  return { snapshot: index.snapshot, at, marks: Array.from(rows, (row) => markOf(index, row)), matching: ordered.count };
}

function markOf(index: LogIndex, row: number): RowMark {
  const { table } = index;
  return {
    ref: index.refOf(row),
    time: table.timeState.data[row] === validTime ? momentOf(table.ticksAt(row)) : null,
    group: table.outcomes.groupOf(table.result.data[row]!),
  };
}

function momentOf(ticks: Ticks): Moment {
  return { text: formatTicks(ticks), ticks: String(ticks) };
}
