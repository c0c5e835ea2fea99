import type { Profile } from '../../protocol/answers/profile.ts';
import type { ByteDictionary } from '../columns/byteDictionary.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { groupReader } from '../columns/blockTimes.ts';
import { idReader } from '../columns/blocks.ts';
import { column } from '../query/columnValues.ts';
import type { RowSet } from '../query/rowSet.ts';
import type { AnswerContext } from './context.ts';
import { countOnly, groupsFrom, totalOf } from './counting.ts';
import { CountsOfSpellings, type CountsOfIds } from './frequentNames.ts';

/** Operation by instance, both the most frequent first and at most `limit` of them. Records without an operation are left out. */
export async function matrixOf(
  { index: { table, rows: allRows }, results }: AnswerContext,
  rows: RowSet,
  limit: number,
  work: CooperativeTask,
): Promise<Profile['matrix']> {
  const { instance: spellings } = (await results.memory.spellings.upTo(allRows, work)).levels;
  const operations = (
    await byCount(await countOnly(rows, column(table, 'operation', table.operations), work), table.operations, work)
  ).filter((id) => id !== 0);
  const spelled = await countOnly(rows, column(table, 'instance', table.instances), work);
  const instances = await byCount(new CountsOfSpellings(spelled, spellings.firstIds), table.instances, work);
  const shownRows = operations.slice(0, limit);
  const shownColumns = instances.slice(0, limit);
  // The number of each shown id, from 1; 0 for all others.
  const rowOf = numbersOf(shownRows, table.operations.size);
  const columnOf = numbersOf(shownColumns, table.instances.size);
  spellings.firstIds.forEach((first, id) => (columnOf[id] = columnOf[first]!));
  const counts = new Uint32Array(shownRows.length * shownColumns.length * 4);
  const readOperation = idReader(table.operation);
  const readInstance = idReader(table.instance);
  const readGroup = groupReader(table);
  await rows.visitBlocks(work, (block) => {
    const operationIds = readOperation(block);
    const instanceIds = readInstance(block);
    const groups = readGroup(block);
    for (let index = 0; index < block.count; index++) {
      const row = rowOf[operationIds[index]!]!;
      const numbered = columnOf[instanceIds[index]!]!;
      if (row !== 0 && numbered !== 0) {
        counts[((row - 1) * shownColumns.length + numbered - 1) * 4 + groups[index]!]!++;
      }
    }
  });
  return {
    rows: shownRows.map((id) => table.operations.text(id)),
    rowsTotal: operations.length,
    columns: shownColumns.map((id) => (id === 0 ? null : spellings.first(table.instances.text(id)))),
    columnsTotal: instances.length,
    cells: shownRows.map((_, row) =>
      shownColumns.map((__, place) => {
        const groups = groupsFrom(counts, (row * shownColumns.length + place) * 4);
        return { count: totalOf(groups), groups };
      }),
    ),
  };
}

/** The ids that occur, most frequent first, ties by their texts. */
async function byCount(counts: CountsOfIds, texts: ByteDictionary, work: CooperativeTask): Promise<readonly number[]> {
  const ids: number[] = [];
  await counts.forEach(work, (id) => ids.push(id));
  const isBefore = (left: number, right: number): boolean => right === 0 || (left !== 0 && texts.text(left) < texts.text(right));
  return ids.sort((left, right) => counts.of(right) - counts.of(left) || (isBefore(left, right) ? -1 : 1));
}

function numbersOf(ids: readonly number[], largest: number): Uint32Array {
  const numbers = new Uint32Array(largest + 1);
  ids.forEach((id, place) => (numbers[id] = place + 1));
  return numbers;
}
