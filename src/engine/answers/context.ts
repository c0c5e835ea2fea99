import { attestationId } from '../../core/formats/attestation/attestationFormat.ts';
import { formatTicks } from '../../core/record/ticks.ts';
import type { Moment } from '../../protocol/answers/answer.ts';
import { textOf, validTime, type RecordTable } from '../columns/recordTable.ts';
import type { LogIndex } from '../index/logIndex.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { blockRows, numberReader, rowAt } from '../columns/blocks.ts';
import type { MatchingRows } from '../query/matchingRows.ts';
import type { RowSet } from '../query/rowSet.ts';
import { timeText } from './timeText.ts';

/** What every answer is made from. */
export interface AnswerContext {
  readonly index: LogIndex;
  readonly results: MatchingRows;
}

/** The id of a format, by its number in the column of formats. */
export function formatId({ formats }: RecordTable, id: number): string {
  return textOf(formats, id) ?? attestationId;
}

/** The time of a row as its record writes it and as it compares; null without a valid one. */
export async function momentOf(index: LogIndex, row: number): Promise<Moment | null> {
  if (index.table.timeState.data[row] !== validTime) {
    return null;
  }
  const ticks = index.table.ticksAt(row);
  const bytes = await index.bytesOf(row);
  return { text: timeText(index, bytes) ?? formatTicks(ticks), ticks: String(ticks) };
}

/**
 * The earliest and the latest of some rows with a valid time: the first and the last of those of one time; -1 where there
 * is none. Whole blocks are not looked at but for those that hold one of the two.
 */
export async function extremesOf(
  { index }: AnswerContext,
  rows: RowSet,
  work: CooperativeTask,
): Promise<{ readonly first: number; readonly last: number }> {
  const { table, times } = index;
  const read = numberReader(table.time);
  const spans: { readonly block: number; readonly earliest: number; readonly latest: number }[] = [];
  let low = Infinity;
  let high = -Infinity;
  await rows.visitBlocks(work, (block) => {
    const { earliest, latest } = times.of(block) ?? spanOf(read(block), block.count);
    if (earliest <= low || latest >= high) {
      low = Math.min(low, earliest);
      high = Math.max(high, latest);
      spans.push({ block: block.start / blockRows, earliest, latest });
    }
  });
  let first = -1;
  let last = -1;
  for (const { block: number } of spans.filter(({ earliest, latest }) => earliest === low || latest === high)) {
    const block = rows.block(number);
    const values = read(block);
    for (let place = 0; place < block.count; place++) {
      // What the column holds as equal is compared exactly.
      if (values[place] === low && (first === -1 || table.compareTimes(rowAt(block, place), first) < 0)) {
        first = rowAt(block, place);
      }
      if (values[place] === high && (last === -1 || table.compareTimes(rowAt(block, place), last) >= 0)) {
        last = rowAt(block, place);
      }
    }
    await work.pause();
  }
  return { first, last };
}

function spanOf(times: Float64Array, count: number): { readonly earliest: number; readonly latest: number } {
  let earliest = Infinity;
  let latest = -Infinity;
  for (let place = 0; place < count; place++) {
    const time = times[place]!;
    // Without a valid time it is NaN, and both comparisons are false.
    earliest = time < earliest ? time : earliest;
    latest = time > latest ? time : latest;
  }
  return { earliest, latest };
}
