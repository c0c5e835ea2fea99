import { resourceLevels } from '../../core/record/levels.ts';
import { idReader } from '../columns/blocks.ts';
import { textOf, type RecordTable } from '../columns/recordTable.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { column } from '../query/columnValues.ts';
import type { ResourceSpellings } from '../query/resourceSpellings.ts';
import type { RowSet } from '../query/rowSet.ts';
import type { AnswerContext } from './context.ts';
import { countOnly } from './counting.ts';
import {
  addName,
  CountsOfSpellings,
  frequentTexts,
  mostFrequent,
  SparseCounts,
  type CountsOfIds,
  type FrequentNames,
} from './frequentNames.ts';
import type { ByteDictionary } from '../columns/byteDictionary.ts';

/** Names by their ids, with how many records have each. */
interface CountedNames {
  readonly counts: CountsOfIds;
  readonly dictionary: ByteDictionary;
  /** Records without a name count for the empty one. */
  readonly countsNone: boolean;
  /** How a name is shown. */
  readonly spell: (text: string) => string;
}

/** The most frequent names of each type of target, each counted once a record; resource ids by their parts. */
export async function summarizeTargets(
  { index, results }: AnswerContext,
  rows: RowSet,
  top: number,
  work: CooperativeTask,
): Promise<ReadonlyMap<string, FrequentNames>> {
  const { table } = index;
  const spellings = await results.memory.spellings.upTo(index.rows, work);
  const named = await countPairs(table, rows, spellings, work);
  for (const level of resourceLevels) {
    const dictionary = { subscription: table.subscriptions, resourceGroup: table.resourceGroups, instance: table.instances }[level];
    const counts = await countOnly(rows, column(table, level, dictionary), work);
    const { firstIds } = spellings.levels[level];
    named.set(level, [
      ...(named.get(level) ?? []),
      {
        counts: firstIds.size === 0 ? counts : new CountsOfSpellings(counts, firstIds),
        dictionary,
        countsNone: false,
        spell: (text) => spellings.levels[level].first(text),
      },
    ]);
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
async function countPairs(
  table: RecordTable,
  rows: RowSet,
  spellings: ResourceSpellings,
  work: CooperativeTask,
): Promise<Map<string, readonly CountedNames[]>> {
  const { placeLists, targetTypes, targetNames } = table;
  const firstIds = new Map<string, number>();
  const { isVaried } = spellings;
  /** The first id that was met of the names that are one resource. */
  const firstId = (name: number): number => {
    if (name === 0 || !isVaried) {
      return name;
    }
    const text = spellings.firstId(targetNames.text(name));
    const first = firstIds.get(text) ?? name;
    firstIds.set(text, first);
    return first;
  };
  const byType = new Map<number, SparseCounts>();
  const add = (type: number, name: number, count: number): void => {
    let counts = byType.get(type);
    if (counts === undefined) {
      byType.set(type, (counts = new SparseCounts()));
    }
    counts.add(name, count);
  };
  const places = await countOnly(rows, { read: idReader(table.places), size: () => placeLists.size }, work);
  await places.forEach(work, (list, count) => {
    if (placeLists.lengthOf(list) === 2) {
      add(placeLists.at(list, 0), firstId(placeLists.at(list, 1)), count);
      return;
    }
    const ids = placeLists.list(list);
    for (let at = 0; at < ids.length; at += 2) {
      ids[at + 1] = firstId(ids[at + 1]!);
      if (isFirst(ids, at)) {
        add(ids[at]!, ids[at + 1]!, count);
      }
    }
  });
  const named = new Map<string, readonly CountedNames[]>();
  for (const [type, counts] of byType) {
    const text = textOf(targetTypes, type) ?? '';
    const spell = (name: string): string => spellings.firstId(name);
    named.set(text, [...(named.get(text) ?? []), { counts, dictionary: targetNames, countsNone: true, spell }]);
  }
  return named;
}

/** Whether the pair at a place is not the same as one before it. */
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
    const { distinct, most } = await frequentTexts(first.counts, first.dictionary, top, work);
    return { distinct, most: mostFrequent(new Map(Object.entries(most).map(([name, count]) => [first.spell(name), count])), top) };
  }
  const names = new Map<string, number>();
  for (const { counts, dictionary, countsNone, spell } of parts) {
    await counts.forEach(work, (id, count) => {
      if (id !== 0 || countsNone) {
        addName(names, spell(textOf(dictionary, id) ?? ''), count);
      }
    });
  }
  return { distinct: names.size, most: mostFrequent(names, top) };
}
