import { maskSecrets } from '../../core/record/identities.ts';
import type { ResultGroup } from '../../core/record/results.ts';
import type { CallerLabel, FacetValue, GroupCounts, Profile, TargetNode, TargetStep } from '../../protocol/answers.ts';
import type { Questions } from '../../protocol/requests.ts';
import { textOf } from '../columns/recordTable.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { column, pairsOf } from '../query/columnValues.ts';
import { extremesOf, failedOf, momentOf, noCounts, resultGroupsOf, type AnswerContext } from './context.ts';
import { countIds, countValues, sortedValues } from './facets.ts';
import { targetAt } from './rows.ts';
import { cloudLevels, resourceLevels } from './targetLevels.ts';

/** Everything about the records of one caller or one target. */
export async function answerProfile(
  { index, results }: AnswerContext,
  { query, limit }: Questions['profile']['params'],
  signal: AbortSignal,
): Promise<Profile> {
  const rows = await results.matching(query, signal);
  const { table } = index;
  const groupOf = resultGroupsOf(index);
  const groups = noCounts();
  rows.forEach((row) => groups[groupOf(row)]++);
  const { first, last } = extremesOf(index, rows);
  const facet = async (field: 'callerDisplayName' | 'ip' | 'operation'): Promise<readonly FacetValue[]> => {
    const ref = field === 'callerDisplayName' ? ({ kind: 'key', name: field } as const) : ({ kind: 'named', name: field } as const);
    return sortedValues(await countValues(index, ref, rows, signal));
  };
  const displayNames = (await facet('callerDisplayName')).filter(({ value }) => value !== null);
  const addresses = (await facet('ip')).filter(({ value }) => value !== null);
  const operations = await facet('operation');
  const callers = callersOf(index, rows, groupOf);
  const identities = identitiesOf(index, rows);
  return {
    snapshot: index.snapshot,
    matching: rows.length,
    total: index.rows,
    groups,
    first: first === -1 ? null : await momentOf(index, first),
    last: last === -1 ? null : await momentOf(index, last),
    identities: identities.slice(0, limit),
    identitiesTotal: identities.length,
    displayNames: displayNames.slice(0, limit),
    addresses: addresses.slice(0, limit),
    addressesTotal: addresses.length,
    operations: operations.slice(0, limit),
    operationsTotal: operations.length,
    callers: callers.slice(0, limit),
    callersTotal: callers.length,
    matrix: matrixOf(index, rows, groupOf, limit),
    places: treeOf(rows, groupOf, limit, (row) => pathOf(cloudLevels, (level) => targetAt(index, row, level))),
    resources: treeOf(rows, groupOf, limit, (row) =>
      pathOf(resourceLevels, (level) => textOf(dictionaryOf(index, level), table[level].data[row]!)),
    ),
    alsoActing: alsoActing(index, rows, groupOf, limit),
  };

  function dictionaryOf({ table: columns }: LogIndex, level: (typeof resourceLevels)[number]): typeof columns.instances {
    return { subscription: columns.subscriptions, resourceGroup: columns.resourceGroups, instance: columns.instances }[level];
  }
}

type GroupOf = (row: number) => ResultGroup;
type Counted = CallerLabel & FacetValue;

/** The callers of some rows, most frequent first. */
export function callersOf(index: LogIndex, rows: Uint32Array, groupOf: GroupOf): readonly Counted[] {
  const { table } = index;
  return [...countIds(rows, { idAt: (row) => table.label.data[row]! }, groupOf)]
    .map(([id, groups]): Counted => ({ ...table.labels.label(id), groups, count: sum(groups) }))
    .sort((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1));
}

function identitiesOf({ table, rows: all }: LogIndex, rows: Uint32Array): Profile['identities'] {
  const byPair = new Map<string, { readonly type: number; readonly value: number; count: number }>();
  for (const [caller, groups] of countIds(rows, { idAt: (row) => table.caller.data[row]! }, () => 'other')) {
    for (const [type, value] of new Map(pairsOf(table.callers, caller).map((pair) => [`${pair[0]} ${pair[1]}`, pair])).values()) {
      const known = byPair.get(`${type} ${value}`);
      if (known === undefined) {
        byPair.set(`${type} ${value}`, { type, value, count: groups.other });
      } else {
        known.count += groups.other;
      }
    }
  }
  const sharing = sharingCallers({ table, rows: all }, byPair);
  return [...byPair]
    .map(([key, { type, value, count }]) => ({
      type: textOf(table.identityTypes, type) ?? '',
      value: maskSecrets(textOf(table.identities, value) ?? ''),
      count,
      sharedBy: sharing.get(key)?.size ?? 1,
    }))
    .sort((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1));
}

/** For each identity the labels of all callers of the log that carry it. */
function sharingCallers(
  { table, rows }: Pick<LogIndex, 'table' | 'rows'>,
  wanted: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, ReadonlySet<number>> {
  const labelsOfCaller = new Map<number, Set<number>>();
  for (let row = 0; row < rows; row++) {
    const caller = table.caller.data[row]!;
    const labels = labelsOfCaller.get(caller);
    if (labels === undefined) {
      labelsOfCaller.set(caller, new Set([table.label.data[row]!]));
    } else {
      labels.add(table.label.data[row]!);
    }
  }
  const sharing = new Map<string, Set<number>>();
  for (const [caller, labels] of labelsOfCaller) {
    for (const [type, value] of pairsOf(table.callers, caller)) {
      const key = `${type} ${value}`;
      if (wanted.has(key)) {
        const known = sharing.get(key) ?? new Set<number>();
        labels.forEach((label) => known.add(label));
        sharing.set(key, known);
      }
    }
  }
  return sharing;
}

function matrixOf(index: LogIndex, rows: Uint32Array, groupOf: GroupOf, limit: number): Profile['matrix'] {
  const { table } = index;
  const operations = [...countIds(rows, column(table, 'operation', table.operations), groupOf)].sort(byCount);
  const instances = [...countIds(rows, column(table, 'instance', table.instances), groupOf)].sort(byCount);
  const cells = new Map<string, Record<ResultGroup, number>>();
  for (const row of rows) {
    const key = `${table.operation.data[row]!} ${table.instance.data[row]!}`;
    const groups = cells.get(key) ?? noCounts();
    groups[groupOf(row)]++;
    cells.set(key, groups);
  }
  const shownRows = operations.filter(([id]) => id !== 0).slice(0, limit);
  const shownColumns = instances.slice(0, limit);
  return {
    rows: shownRows.map(([id]) => table.operations.text(id)),
    rowsTotal: operations.filter(([id]) => id !== 0).length,
    columns: shownColumns.map(([id]) => textOf(table.instances, id)),
    columnsTotal: instances.length,
    cells: shownRows.map(([operation]) =>
      shownColumns.map(([instance]) => {
        const groups = cells.get(`${operation} ${instance}`) ?? noCounts();
        return { count: sum(groups), failed: failedOf(groups) };
      }),
    ),
  };
}

interface Branch {
  readonly step: TargetStep;
  count: number;
  failed: number;
  readonly children: Map<string, Branch>;
}

function treeOf(rows: Uint32Array, groupOf: GroupOf, limit: number, pathAt: (row: number) => readonly TargetStep[]): readonly TargetNode[] {
  const roots = new Map<string, Branch>();
  for (const row of rows) {
    const group = groupOf(row);
    const failed = group === 'clientError' || group === 'failure' ? 1 : 0;
    let level = roots;
    for (const step of pathAt(row)) {
      const key = `${step.level} ${step.name.toLowerCase()}`;
      let branch = level.get(key);
      if (branch === undefined) {
        level.set(key, (branch = { step, count: 0, failed: 0, children: new Map() }));
      }
      branch.count++;
      branch.failed += failed;
      level = branch.children;
    }
  }
  return nodesOf(roots, limit);
}

function nodesOf(branches: ReadonlyMap<string, Branch>, limit: number): readonly TargetNode[] {
  return [...branches.values()]
    .sort((left, right) => right.count - left.count || (left.step.name < right.step.name ? -1 : 1))
    .slice(0, limit)
    .map(({ step, count, failed, children }) => ({
      step,
      count,
      failed,
      children: nodesOf(children, limit),
      childrenTotal: children.size,
    }));
}

/** The steps of a path up to the first level that the record does not name. */
function pathOf<Level extends TargetStep['level']>(
  levels: readonly Level[],
  nameOf: (level: Level) => string | null,
): readonly TargetStep[] {
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

function alsoActing(index: LogIndex, rows: Uint32Array, groupOf: GroupOf, limit: number): readonly Counted[] {
  const { table } = index;
  const own = new Set<number>();
  const instances = new Set<number>();
  for (const row of rows) {
    own.add(table.label.data[row]!);
    if (table.instance.data[row] !== 0) {
      instances.add(table.instance.data[row]!);
    }
  }
  const others: number[] = [];
  for (let row = 0; row < index.rows; row++) {
    if (instances.has(table.instance.data[row]!) && !own.has(table.label.data[row]!)) {
      others.push(row);
    }
  }
  return callersOf(index, Uint32Array.from(others), groupOf).slice(0, limit);
}

function byCount(left: readonly [number, GroupCounts], right: readonly [number, GroupCounts]): number {
  return sum(right[1]) - sum(left[1]) || left[0] - right[0];
}

function sum(groups: GroupCounts): number {
  return groups.success + groups.clientError + groups.failure + groups.other;
}
