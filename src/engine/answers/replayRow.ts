import { isDone } from '../../core/formats/isDone.ts';
import type { ResultGroup } from '../../core/record/results.ts';
import type { StateReplay } from '../../core/timeline/stateReplay.ts';
import type { RecordTable } from '../columns/recordTable.ts';
import type { RowEffect } from './effectSubjects.ts';

/** Has a replay take what a row does. */
export function replayRow(table: RecordTable, replay: StateReplay, row: number, effects: readonly RowEffect[]): void {
  const time = table.ticksAt(row);
  for (const effect of effects) {
    replay.add({ ...effect, time, row, group: effectGroup(table, row, effect) });
  }
}

/** How an effect of a row ended: `success` also where the row has no result, and its event is recorded only when it was done. */
export function effectGroup({ outcomes, result }: RecordTable, row: number, effect: RowEffect): ResultGroup {
  const id = result.data[row]!;
  const group = outcomes.groupOf(id);
  return isDone(effect, group, outcomes.textOf(id)) ? 'success' : group;
}
