import type { ResultGroup } from '../../core/record/results.ts';
import type { Profile, TargetNode } from '../../protocol/answers/profile.ts';
import type { TargetLevel, TargetStep } from '../../protocol/answers/record.ts';
import { textOf } from '../columns/recordTable.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { idReader } from '../columns/blocks.ts';
import type { RowSet } from '../query/rowSet.ts';
import type { AnswerContext } from './context.ts';
import { addGroups, countIds, noCounts, type IdCounts } from './counting.ts';
import { namedTarget } from './rows.ts';
import { cloudLevels, resourceLevels } from './targetLevels.ts';

/** The two trees of targets below some records. Each list of targets, and each resource, is followed once. */
export async function treesOf(
  { index, results }: AnswerContext,
  rows: RowSet,
  limit: number,
  work: CooperativeTask,
): Promise<Pick<Profile, 'places' | 'placesTotal' | 'resources' | 'resourcesTotal'>> {
  const { table } = index;
  const { resources } = results.memory;
  const dictionaries = { subscription: table.subscriptions, resourceGroup: table.resourceGroups, instance: table.instances };
  const placeIds = await countIds(table, rows, { read: idReader(table.places), size: () => table.placeLists.size }, work);
  const resourceIds = await countIds(table, rows, { read: resources.reader(), size: () => resources.size }, work);
  const places = await rootsOf(placeIds, work, (id) => pathOf(cloudLevels, (level) => namedTarget(table, id, level)));
  const wholes = await rootsOf(resourceIds, work, (id) =>
    id === 0 ? [] : pathOf(resourceLevels, (level) => textOf(dictionaries[level], table[level].data[resources.rowOf(id)]!)),
  );
  return {
    places: nodesOf(places, limit),
    placesTotal: places.size,
    resources: nodesOf(wholes, limit),
    resourcesTotal: wholes.size,
  };
}

interface Branch {
  readonly step: TargetStep;
  count: number;
  readonly groups: Record<ResultGroup, number>;
  readonly children: Map<string, Branch>;
}

async function rootsOf(
  counts: IdCounts,
  work: CooperativeTask,
  pathOfId: (id: number) => readonly TargetStep[],
): Promise<ReadonlyMap<string, Branch>> {
  const roots = new Map<string, Branch>();
  await counts.forEach(work, (id, count) => {
    const groups = counts.groupsOf(id);
    let level = roots;
    for (const step of pathOfId(id)) {
      const key = `${step.level} ${step.name.toLowerCase()}`;
      let branch = level.get(key);
      if (branch === undefined) {
        level.set(key, (branch = { step, count: 0, groups: noCounts(), children: new Map() }));
      }
      branch.count += count;
      addGroups(branch.groups, groups);
      level = branch.children;
    }
  });
  return roots;
}

function nodesOf(branches: ReadonlyMap<string, Branch>, limit: number): readonly TargetNode[] {
  return [...branches.values()]
    .sort((left, right) => right.count - left.count || (left.step.name < right.step.name ? -1 : 1))
    .slice(0, limit)
    .map(({ step, count, groups, children }) => ({
      step,
      count,
      groups,
      children: nodesOf(children, limit),
      childrenTotal: children.size,
    }));
}

/** The steps of a path up to the first level that the record does not name. */
function pathOf<Level extends TargetLevel>(levels: readonly Level[], nameOf: (level: Level) => string | null): readonly TargetStep[] {
  const path: TargetStep[] = [];
  for (const level of levels) {
    const name = nameOf(level);
    if (name === null) {
      break;
    }
    path.push({ level, name });
  }
  return path;
}
