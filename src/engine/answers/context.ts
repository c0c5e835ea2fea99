import type { ResultGroup } from '../../core/record/results.ts';
import type { GroupCounts, Moment } from '../../protocol/answers.ts';
import { formatTicks } from '../../core/record/ticks.ts';
import { validTime } from '../columns/recordTable.ts';
import type { LogIndex } from '../index/logIndex.ts';
import type { Results } from '../query/results.ts';
import { resultGroupOf } from '../../core/record/results.ts';
import { timeText } from './timeText.ts';

/** What every answer is made from. */
export interface AnswerContext {
  readonly index: LogIndex;
  readonly results: Results;
}

/** The group of each id of a result: looked up, not decided, for each row. */
export function resultGroupsOf(index: LogIndex): (row: number) => ResultGroup {
  const { results, result } = index.table;
  const groups: ResultGroup[] = [resultGroupOf(null)];
  return (row) => {
    const id = result.data[row]!;
    return (groups[id] ??= resultGroupOf(results.text(id)));
  };
}

export function noCounts(): Record<ResultGroup, number> {
  return { success: 0, clientError: 0, failure: 0, other: 0 };
}

/** How many of a group's records did not succeed. */
export function failedOf(groups: GroupCounts): number {
  return groups.clientError + groups.failure;
}

/** The time of a row as its record writes it and as it compares; null without a valid one. */
export async function momentOf(index: LogIndex, row: number): Promise<Moment | null> {
  if (index.table.timeState.data[row] !== validTime) {
    return null;
  }
  const ticks = index.table.ticksAt(row);
  const bytes = await index.bytesOf(row);
  return { text: timeText(bytes) ?? formatTicks(ticks), ticks: String(ticks) };
}

/** The earliest and the latest of some rows with a valid time; -1 where there is none. */
export function extremesOf(index: LogIndex, rows: Uint32Array): { readonly first: number; readonly last: number } {
  const { table } = index;
  let first = -1;
  let last = -1;
  for (const row of rows) {
    if (table.timeState.data[row] !== validTime) {
      continue;
    }
    if (first === -1 || table.compareTimes(row, first) < 0) {
      first = row;
    }
    if (last === -1 || table.compareTimes(row, last) >= 0) {
      last = row;
    }
  }
  return { first, last };
}
