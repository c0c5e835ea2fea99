import { message } from '../../core/finding/message.ts';
import type { Neighbour } from '../../protocol/answers/neighbour.ts';
import type { Requests } from '../../protocol/requests.ts';
import { blockRows, numberReader, rowAt, wholeBlock } from '../columns/blocks.ts';
import type { RecordTable } from '../columns/recordTable.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { BadRequest } from '../query/badRequest.ts';
import type { RowSet } from '../query/rowSet.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { AnswerContext } from './context.ts';

/**
 * The nearest matching record before or after a record in the order of time; the record itself need not match. Records of one time
 * are in the order of the log, those without a valid time after all others. Rejects with {@link BadRequest} if there is no such record.
 */
export async function answerNeighbour(
  { index, results }: AnswerContext,
  { ref, direction, query }: Requests['neighbour']['params'],
  signal: AbortSignal,
): Promise<Neighbour> {
  const row = index.rowOf(ref);
  if (row === undefined) {
    throw new BadRequest(message('engine.noRecord'));
  }
  const rows = await results.matching(query, signal);
  const found = await nearestRow(index, rows, row, direction === 'next' ? 1 : -1, new CooperativeTask(signal));
  return { snapshot: index.snapshot, record: found === undefined ? null : index.refOf(found) };
}

/**
 * Looks at the column of times, beginning with the row's own block: in a log that was written in order, all further blocks are left
 * out, as their times cannot be nearer. Nothing is sorted.
 *
 * @param sign 1 for the next row, -1 for the previous one. Times are multiplied by it, so that the wanted one is always the least.
 */
async function nearestRow(
  { table, times }: LogIndex,
  rows: RowSet,
  row: number,
  sign: 1 | -1,
  work: CooperativeTask,
): Promise<number | undefined> {
  const read = numberReader(table.time);
  const own = sign * orderOf(table.time.data[row]!);
  const blocks = Math.ceil(rows.total / blockRows);
  const firstBlock = Math.floor(row / blockRows);
  let nearest: number | undefined;
  let limit = Infinity;
  for (let step = 0; step < blocks; step++) {
    const number = (((firstBlock + sign * step) % blocks) + blocks) % blocks;
    const known = times.of(wholeBlock(number * blockRows, rows.total));
    if (known?.timed === blockRows && (sign * nearEnd(known, -sign) < own || sign * nearEnd(known, sign) > limit)) {
      continue;
    }
    const block = rows.block(number);
    const values = read(block);
    for (let place = 0; place < block.count; place++) {
      const time = sign * orderOf(values[place]!);
      if (time < own || time > limit) {
        continue;
      }
      const candidate = rowAt(block, place);
      if (isAfter(table, candidate, row, sign) && (nearest === undefined || isAfter(table, nearest, candidate, sign))) {
        nearest = candidate;
        limit = time;
      }
    }
    await work.pause();
  }
  return nearest;
}

/** The end of a block's times that comes first in a direction. */
function nearEnd({ earliest, latest }: { readonly earliest: number; readonly latest: number }, sign: number): number {
  return sign === 1 ? earliest : latest;
}

/** Whether a row comes after another one in a direction of the order of time. */
function isAfter(table: RecordTable, row: number, other: number, sign: 1 | -1): boolean {
  const [time, otherTime] = [orderOf(table.time.data[row]!), orderOf(table.time.data[other]!)];
  if (time !== otherTime) {
    return sign * time > sign * otherTime;
  }
  const exact = time === Infinity ? 0 : table.compareTimes(row, other);
  return sign * (exact || row - other) > 0;
}

/** A time as the column holds it, where rows without one are after all others. */
function orderOf(time: number): number {
  return Number.isNaN(time) ? Infinity : time;
}
