import { isDone } from '../../core/formats/isDone.ts';
import type { ResultGroup } from '../../core/record/results.ts';
import type { RecordTable } from '../columns/recordTable.ts';
import type { RowEffect } from './effectSubjects.ts';

/** How effects of rows ended: `success` also where a row has no result, and its event is recorded only when it was done. */
export class EffectGroups {
  private readonly table: RecordTable;
  /** By id of the result: without and with events that are recorded only when they were done. */
  private readonly known: (readonly [ResultGroup, ResultGroup])[] = [];

  constructor(table: RecordTable) {
    this.table = table;
  }

  of(row: number, { isRecordedWhenDone }: Pick<RowEffect, 'isRecordedWhenDone'>): ResultGroup {
    const { outcomes, result } = this.table;
    const id = result.data[row]!;
    let groups = this.known[id];
    if (groups === undefined) {
      const group = outcomes.groupOf(id);
      groups = [group, isDone({ isRecordedWhenDone: true }, group, outcomes.textOf(id)) ? 'success' : group];
      this.known[id] = groups;
    }
    return groups[isRecordedWhenDone ? 1 : 0];
  }
}
