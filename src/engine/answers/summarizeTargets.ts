import { idReader } from '../columns/blocks.ts';
import { textOf, type RecordTable } from '../columns/recordTable.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { column } from '../query/columnValues.ts';
import type { RowSet } from '../query/rowSet.ts';
import { countOnly } from './counting.ts';
import { addName, frequentTexts, mostFrequent, SparseCounts, type CountsOfIds, type FrequentNames } from './frequentNames.ts';
import type { ByteDictionary } from '../columns/byteDictionary.ts';

/** Names by their ids, with how many records have each. */
interface CountedNames {
  readonly counts: CountsOfIds;
  readonly dictionary: ByteDictionary;
  /** Records without a name count for the empty one. */
  readonly countsNone: boolean;
}

/** The most frequent names of each type of target, each counted once a record; resource ids by their parts. */
export async function summarizeTargets(
  table: RecordTable,
  rows: RowSet,
  top: number,
  work: CooperativeTask,
): Promise<ReadonlyMap<string, FrequentNames>> {
  const named = await countPairs(table, rows, work);
  for (const level of ['subscription', 'resourceGroup', 'instance'] as const) {
    const dictionary = { subscription: table.subscriptions, resourceGroup: table.resourceGroups, instance: table.instances }[level];
    const counts = await countOnly(rows, column(table, level, dictionary), work);
    named.set(level, [...(named.get(level) ?? []), { counts, dictionary, countsNone: false }]);
  }
  const found = new Map<string, FrequentNames>();
  for (const [type, parts] of named) {
    const names = await frequentNames(parts, top, work);
    if (names.distinct > 0) {
      found.set(type, names);
    }
  }
  return found;
}

/** Names by type: several parts where types of different bytes have one text. */
async function countPairs(table: RecordTable, rows: RowSet, work: CooperativeTask): Promise<Map<string, readonly CountedNames[]>> {
  const { placeLists, targetTypes, targetNames } = table;
  const byType = new Map<number, SparseCounts>();
  const places = await countOnly(rows, { read: idReader(table.places), size: () => placeLists.size }, work);
  await places.forEach(work, (list, count) => {
    const ids = placeLists.list(list);
    for (let at = 0; at < ids.length; at += 2) {
      if (isFirst(ids, at)) {
        const type = ids[at]!;
        const counts = byType.get(type) ?? new SparseCounts();
        byType.set(type, counts);
        counts.add(ids[at + 1]!, count);
      }
    }
  });
  const named = new Map<string, readonly CountedNames[]>();
  for (const [type, counts] of byType) {
    const text = textOf(targetTypes, type) ?? '';
    named.set(text, [...(named.get(text) ?? []), { counts, dictionary: targetNames, countsNone: true }]);
  }
  return named;
}

/** Whether a pair is not the same as one before it in the list. */
function isFirst(ids: Uint32Array, at: number): boolean {
  for (let before = 0; before < at; before += 2) {
    if (ids[before] === ids[at] && ids[before + 1] === ids[at + 1]) {
      return false;
    }
  }
  return true;
}

async function frequentNames(parts: readonly CountedNames[], top: number, work: CooperativeTask): Promise<FrequentNames> {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined && !(first.countsNone && first.counts.of(0) > 0)) {
    return frequentTexts(first.counts, first.dictionary, top, work);
  }
  const names = new Map<string, number>();
  for (const { counts, dictionary, countsNone } of parts) {
    await counts.forEach(work, (id, count) => {
      if (id !== 0 || countsNone) {
        addName(names, textOf(dictionary, id) ?? '', count);
      }
    });
  }
  return { distinct: names.size, most: mostFrequent(names, top) };
}
