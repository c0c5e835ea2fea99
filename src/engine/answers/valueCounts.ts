import { resultGroups, type ResultGroup } from '../../core/record/results.ts';
import type { GroupCounts } from '../../protocol/answers/answer.ts';
import { addGroups, noCounts } from './counting.ts';

/** Records with each value; null stands for records without one. */
export type ValueCounts = ReadonlyMap<string | null, GroupCounts>;

/** One record, by the group of its result in the order of `resultGroups`. */
export const oneOfGroup: readonly GroupCounts[] = resultGroups.map((group) => ({ ...noCounts(), [group]: 1 }));

/** Value counts as they are made. */
export class Counts {
  readonly values = new Map<string | null, Record<ResultGroup, number>>();

  add(value: string | null, groups: GroupCounts): void {
    let known = this.values.get(value);
    if (known === undefined) {
      this.values.set(value, (known = noCounts()));
    }
    addGroups(known, groups);
  }
}
