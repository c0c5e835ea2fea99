import { resultGroups } from '../../core/record/results.ts';
import type { FieldRef } from '../../core/query/fields.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { groupReader } from '../columns/blockTimes.ts';
import type { ColumnPart } from '../query/columnPart.ts';
import { columnPredicate } from '../query/columnPredicate.ts';
import type { RowSet } from '../query/rowSet.ts';
import type { AnswerContext } from './context.ts';
import { countFindings } from './countFindings.ts';
import { countRequested, type RequestedCounts } from './countRequested.ts';
import { countRequests } from './countRequests.ts';
import { countSequence } from './countSequence.ts';
import { countIds, IdCounts, noCounts, totalOf } from './counting.ts';
import { countedParts } from './fieldParts.ts';
import { Counts, type ValueCounts } from './valueCounts.ts';

/**
 * Counts each distinct value of a field once a record; addresses as filters compare them, in their canonical form. Of a field
 * without columns these are made first, or asked as far as they have been made.
 */
export async function countField(context: AnswerContext, field: FieldRef, rows: RowSet, work: CooperativeTask): Promise<RequestedCounts> {
  const values = await countValues(context, field, rows, work);
  if (values !== undefined) {
    return { values, uncounted: 0 };
  }
  return countRequested(context.index, await context.results.column(field, work.signal), rows, work);
}

/** The same of a field whose values are in columns; undefined for any other. */
async function countValues(context: AnswerContext, field: FieldRef, rows: RowSet, work: CooperativeTask): Promise<ValueCounts | undefined> {
  const { index } = context;
  const { table } = index;
  if (field.kind === 'named' && field.name === 'finding') {
    return countFindings(index, rows, work);
  }
  if (field.kind === 'named' && field.name === 'seq') {
    return countSequence(index, rows, work);
  }
  if (field.kind === 'named' && field.name === 'request') {
    return countRequests(index, rows, work);
  }
  const [first, second] = (await countedParts(context, field, work)) ?? [];
  if (first === undefined) {
    return undefined;
  }
  return second === undefined || !(await hasValues(second, work))
    ? countPart(table, first, rows, work)
    : countTwoParts(table, [first, second], rows, work);
}

type Table = AnswerContext['index']['table'];

/** Most logs have resource ids of the usual form only, and none in the lists of further targets. */
async function hasValues(part: ColumnPart, work: CooperativeTask): Promise<boolean> {
  let found = part.growsByReading === true;
  for (let id = 0; id <= part.size() && !found; id++) {
    found = part.valuesOf(id).length > 0;
    if (id % 1024 === 0) {
      await work.pause();
    }
  }
  return found;
}

async function countPart(table: Table, part: ColumnPart, rows: RowSet, work: CooperativeTask): Promise<ValueCounts> {
  const counts = new Counts();
  const ids = await countIds(table, rows, part, work);
  await ids.forEach(work, (id) => {
    const values = part.valuesOf(id);
    for (const value of values.length === 0 ? [null] : new Set(values)) {
      counts.add(value, ids.groupsOf(id));
    }
  });
  return counts.values;
}

/**
 * Counts the ids of both columns by themselves. What records have in both was counted twice then, and is taken back.
 */
async function countTwoParts(
  table: Table,
  [first, second]: readonly [ColumnPart, ColumnPart],
  rows: RowSet,
  work: CooperativeTask,
): Promise<ValueCounts> {
  const counts = new Counts();
  const firstIds = new IdCounts();
  const secondIds = new IdCounts();
  const without = noCounts();
  const readGroup = groupReader(table);
  const isWithout = columnPredicate([first, second], (value) => value === null);
  await rows.visitBlocks(work, (block) => {
    const groups = readGroup(block);
    const { certain } = isWithout(block);
    for (let index = 0; index < block.count; index++) {
      if (((certain[index >>> 5]! >>> (index & 31)) & 1) === 1) {
        without[resultGroups[groups[index]!]!]++;
      }
    }
    firstIds.add(first.read(block), groups, block.count, first.size());
    secondIds.add(second.read(block), groups, block.count, second.size());
  });
  if (totalOf(without) > 0) {
    counts.add(null, without);
  }
  await firstIds.forEach(work, (id) => textsOf(first, id).forEach((text) => counts.add(text, firstIds.groupsOf(id))));
  const inBoth = new Set<number>();
  await secondIds.forEach(work, (id) => textsOf(second, id).forEach((text) => counts.values.has(text) && inBoth.add(id)));
  await secondIds.forEach(work, (id) => textsOf(second, id).forEach((text) => counts.add(text, secondIds.groupsOf(id))));
  if (inBoth.size > 0) {
    await rows.visitBlocks(work, (block) => {
      const groups = readGroup(block);
      const ids = second.read(block);
      const others = first.read(block);
      for (let index = 0; index < block.count; index++) {
        const texts = inBoth.has(ids[index]!) ? textsOf(second, ids[index]!) : [];
        const known = textsOf(first, others[index]!);
        texts.filter((text) => known.includes(text)).forEach((text) => counts.values.get(text)![resultGroups[groups[index]!]!]--);
      }
    });
  }
  return counts.values;
}

/** The distinct values of an id, without null. */
function textsOf(part: ColumnPart, id: number): readonly string[] {
  return [...new Set(part.valuesOf(id))].filter((value) => value !== null);
}
