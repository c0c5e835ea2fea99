import { message } from '../../core/finding/message.ts';
import { clampTicks } from '../../core/record/ticks.ts';
import { clampEnd, type TimeSpan } from '../../core/timeline/timeSpan.ts';
import { spanOfText, type SpanText } from '../../core/timeline/spanText.ts';
import { BadRequest } from '../query/badRequest.ts';
import type { RowSet } from '../query/rowSet.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { extremesOf, type AnswerContext } from './context.ts';

/** The span that a request is about: the one it names, else that of the times of some rows. */
export async function spanOfRequest(
  context: AnswerContext,
  rows: RowSet,
  range: SpanText | undefined,
  work: CooperativeTask,
): Promise<TimeSpan> {
  if (range === undefined) {
    const { first, last } = await extremesOf(context, rows, work);
    const { table } = context.index;
    return first === -1
      ? { from: clampTicks(0n), to: clampEnd(1n) }
      : { from: table.ticksAt(first), to: clampEnd(table.ticksAt(last) + 1n) };
  }
  const span = spanOfText(range);
  if (span === undefined) {
    throw new BadRequest(message('engine.badRange'));
  }
  return span;
}
