import type { FormatSet } from '../../core/formats/formatSet.ts';
import { resultGroups, type ResultGroup } from '../../core/record/results.ts';
import { resourceLevels } from '../../core/record/levels.ts';
import type { Profile } from '../../protocol/answers/profile.ts';
import type { TargetStep } from '../../protocol/answers/record.ts';
import { idReader } from '../columns/blocks.ts';
import { groupReader } from '../columns/blockTimes.ts';
import { textOf, type RecordTable } from '../columns/recordTable.ts';
import { targetsOf, type TargetColumns } from '../query/columnValues.ts';
import type { ResourceIds } from '../query/resourceIds.ts';
import type { ResourceSpellings } from '../query/resourceSpellings.ts';
import type { RowSet } from '../query/rowSet.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { AnswerContext } from './context.ts';
import { countIds, noCounts } from './counting.ts';
import { TargetBranches } from './targetBranches.ts';
import { levelPaths, namePaths, resourcePaths, type TargetPath } from './targetPaths.ts';

/** The two trees of targets below some records. Each list of targets, and each resource, is followed once. */
export async function treesOf(
  { index, results }: AnswerContext,
  rows: RowSet,
  limit: number,
  work: CooperativeTask,
): Promise<Pick<Profile, 'places' | 'placesTotal' | 'resources' | 'resourcesTotal'>> {
  const { table, formats } = index;
  const { resources } = results.memory;
  const spellings = await results.memory.spellings.upTo(index.rows, work);
  const places = new TargetBranches();
  const wholes = new TargetBranches((step) => spelledFirst(step, spellings));
  const formatOfList = await formatsOfLists(table, rows, work);
  const lists = await countIds(table, rows, { read: idReader(table.places), size: () => table.placeLists.size }, work);
  /** Lists with resource ids, beside that which has columns. */
  const mixed = new Set<number>();
  await lists.forEach(work, (list) => {
    const targets = targetsOf(table, list);
    places.add(levelPaths(formats, targets, textOf(table.formats, formatOfList[list]!)), lists.groupsOf(list));
    wholes.add(namePaths(formats, targets), lists.groupsOf(list));
    if (resourcePaths(formats, targets).length > 0) {
      mixed.add(list);
    }
  });
  const ids = await countIds(table, rows, { read: resources.reader(), size: () => resources.size }, work);
  if (mixed.size === 0) {
    await ids.forEach(work, (id) => wholes.add(columnPaths(formats, resources, id), ids.groupsOf(id)));
  } else {
    await addTogether({ table, formats, resources, mixed }, rows, wholes, work);
  }
  return { places: places.nodes(limit), placesTotal: places.size, resources: wholes.nodes(limit), resourcesTotal: wholes.size };
}

/** More than there are resource ids; times as many lists it is still exact. */
const idRange = 2 ** 26;

interface Mixture extends TargetColumns {
  readonly resources: ResourceIds;
  readonly mixed: ReadonlySet<number>;
}

/** Counts the resource ids of records of which some have several: each record once for each branch. */
async function addTogether(
  { table, formats, resources, mixed }: Mixture,
  rows: RowSet,
  wholes: TargetBranches,
  work: CooperativeTask,
): Promise<void> {
  const readList = idReader(table.places);
  const readId = resources.reader();
  const readGroup = groupReader(table);
  const counts = new Map<number, Record<ResultGroup, number>>();
  await rows.visitBlocks(work, (block) => {
    const lists = readList(block);
    const ids = readId(block);
    const groups = readGroup(block);
    for (let index = 0; index < block.count; index++) {
      const list = mixed.has(lists[index]!) ? lists[index]! : 0;
      const key = list * idRange + ids[index]!;
      const known = counts.get(key) ?? noCounts();
      counts.set(key, known);
      known[resultGroups[groups[index]!]!]++;
    }
  });
  for (const [key, groups] of counts) {
    const list = Math.floor(key / idRange);
    wholes.add(
      [...columnPaths(formats, resources, key % idRange), ...(list === 0 ? [] : resourcePaths(formats, targetsOf(table, list)))],
      groups,
    );
    const pause = work.pause();
    if (pause !== undefined) {
      await pause;
    }
  }
}

/** A part of a resource id in its first spelling; any other step as it is. */
function spelledFirst(step: TargetStep, { levels, isVaried }: ResourceSpellings): TargetStep {
  const level = isVaried ? resourceLevels.find((name) => name === step.level) : undefined;
  return level === undefined ? step : { level, name: levels[level].first(step.name) };
}

function columnPaths(formats: FormatSet, resources: ResourceIds, id: number): readonly TargetPath[] {
  return id === 0 ? [] : resourcePaths(formats, [{ type: 'ResourceId', value: resources.text(id) }]);
}

/** By list of targets the id of the format of records that have it. */
async function formatsOfLists(
  { places, placeLists, format, formats }: RecordTable,
  rows: RowSet,
  work: CooperativeTask,
): Promise<Uint8Array> {
  const found = new Uint8Array(placeLists.size + 1);
  if (formats.size > 0) {
    const readList = idReader(places);
    const readFormat = idReader(format);
    await rows.visitBlocks(work, (block) => {
      const lists = readList(block);
      const ids = readFormat(block);
      for (let index = 0; index < block.count; index++) {
        found[lists[index]!] = ids[index]!;
      }
    });
  }
  return found;
}
