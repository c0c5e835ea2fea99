import { resultGroups, type ResultGroup } from '../../core/record/results.ts';
import type { GroupCounts } from '../../protocol/answers/answer.ts';
import type { IdArray } from '../columns/column.ts';
import type { RecordTable } from '../columns/recordTable.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { groupReader, groupsOfIds } from '../columns/blockTimes.ts';
import { blockRows, narrowReader, type BlockReader } from '../columns/blocks.ts';
import type { ColumnPart } from '../query/columnPart.ts';
import type { RowSet } from '../query/rowSet.ts';

/** What is counted: a part of a field, or any other ids. */
export type CountedIds = Pick<ColumnPart, 'read' | 'column' | 'size'>;

/** How many rows have each id, by the group of their result. */
export class IdCounts {
  /** Four numbers for each id, in the order of `resultGroups`. */
  private counts = new Uint32Array(256);

  /** Counts rows. No id may be larger than `largest`. */
  add(ids: IdArray, groups: Uint32Array, count: number, largest: number): void {
    const counts = this.countsUpTo(largest);
    for (let index = 0; index < count; index++) {
      counts[ids[index]! * 4 + groups[index]!]!++;
    }
  }

  /** The same with the ids of the rows' results, and the group of each of these. */
  addByResult(ids: IdArray, results: IdArray, groupOf: Uint8Array, count: number, largest: number): void {
    const counts = this.countsUpTo(largest);
    for (let index = 0; index < count; index++) {
      counts[ids[index]! * 4 + groupOf[results[index]!]!]!++;
    }
  }

  private countsUpTo(largest: number): Uint32Array {
    if (largest * 4 + 4 > this.counts.length) {
      const longer = new Uint32Array(Math.max(largest * 4 + 4, this.counts.length * 2));
      longer.set(this.counts);
      this.counts = longer;
    }
    return this.counts;
  }

  /** Rows with an id. */
  of(id: number): number {
    const { counts } = this;
    return id * 4 >= counts.length ? 0 : counts[id * 4]! + counts[id * 4 + 1]! + counts[id * 4 + 2]! + counts[id * 4 + 3]!;
  }

  groupsOf(id: number): GroupCounts {
    return groupsFrom(this.counts, id * 4);
  }

  /** Visits all ids that occur, from the least. */
  async forEach(work: CooperativeTask, visit: (id: number, count: number) => void): Promise<void> {
    await work.forEach(0, this.counts.length / 4, (id) => {
      const count = this.of(id);
      if (count > 0) {
        visit(id, count);
      }
    });
  }
}

/** Counts the ids of rows, each by the group of its row's result. */
export async function countIds(table: RecordTable, rows: RowSet, ids: CountedIds, work: CooperativeTask): Promise<IdCounts> {
  const groupOf = groupsOfIds(table);
  if (groupOf === undefined) {
    return countBy(rows, ids, groupReader(table), work);
  }
  const counts = new IdCounts();
  const readIds = ids.column === undefined ? ids.read : narrowReader(ids.column);
  const readResults = narrowReader(table.result);
  await rows.visitBlocks(work, (block) => counts.addByResult(readIds(block), readResults(block), groupOf, block.count, ids.size()));
  return counts;
}

/** As {@link countIds} where groups do not matter: all rows count for the first. */
export async function countOnly(rows: RowSet, ids: CountedIds, work: CooperativeTask): Promise<IdCounts> {
  const zeros = new Uint32Array(blockRows);
  return countBy(rows, ids, () => zeros, work);
}

async function countBy(
  rows: RowSet,
  { read: readWide, column, size }: CountedIds,
  readGroup: BlockReader,
  work: CooperativeTask,
): Promise<IdCounts> {
  const counts = new IdCounts();
  const read = column === undefined ? readWide : narrowReader(column);
  await rows.visitBlocks(work, (block) => {
    const ids = read(block);
    counts.add(ids, readGroup(block), block.count, size());
  });
  return counts;
}

export async function countGroups(table: RecordTable, rows: RowSet, work: CooperativeTask): Promise<GroupCounts> {
  const counts = await countOnly(rows, { read: groupReader(table), size: () => resultGroups.length }, work);
  return groupsFrom(
    resultGroups.map((_, group) => counts.of(group)),
    0,
  );
}

/** Counts of four groups, as they stand one after the other. */
export function groupsFrom(counts: Uint32Array | readonly number[], at: number): GroupCounts {
  return Object.fromEntries(resultGroups.map((group, index) => [group, counts[at + index]!])) as Record<ResultGroup, number>;
}

export function addGroups(into: Record<ResultGroup, number>, groups: GroupCounts): void {
  for (const group of resultGroups) {
    into[group] += groups[group];
  }
}

export function totalOf(groups: GroupCounts): number {
  return groups.success + groups.clientError + groups.failure + groups.other;
}

export function noCounts(): Record<ResultGroup, number> {
  return { success: 0, clientError: 0, failure: 0, other: 0 };
}
