import { keyOf } from '../../core/formats/attestation/roleKeys.ts';
import { maskSecrets } from '../../core/record/maskSecrets.ts';
import type { FacetValue } from '../../protocol/answers/facets.ts';
import type { CallerLabel } from '../../protocol/answers/page.ts';
import type { Profile } from '../../protocol/answers/profile.ts';
import type { Requests } from '../../protocol/requests.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { blockRows, idReader } from '../columns/blocks.ts';
import { groupReader } from '../columns/blockTimes.ts';
import { column, pairsOf } from '../query/columnValues.ts';
import { RowSet } from '../query/rowSet.ts';
import { textOf } from '../columns/recordTable.ts';
import { extremesOf, momentOf, type AnswerContext } from './context.ts';
import { countGroups, countIds, countOnly, IdCounts, type CountedIds } from './counting.ts';
import { countField } from './countValues.ts';
import { mostFrequent } from './facets.ts';
import { treesOf } from './targetTrees.ts';

/** Everything about the records of one caller or one target. */
export async function answerProfile(
  context: AnswerContext,
  { query, limit, whole }: Requests['profile']['params'],
  signal: AbortSignal,
): Promise<Profile> {
  const { index, results } = context;
  const { table } = index;
  const work = new CooperativeTask(signal);
  const rows = await results.matching(query, signal);
  const { first, last } = await extremesOf(context, rows, work);
  const displayNames = new Map((await countField(context, { kind: 'key', name: keyOf.displayName }, rows, work)).values);
  displayNames.delete(null);
  const labels = await countIds(table, rows, labelIds(table), work);
  const callers = await callersOf(index, labels, work);
  const identities = await identitiesOf(index, rows, work);
  const others = await alsoActing(context, rows, labels, work);
  return {
    snapshot: index.snapshot,
    matching: rows.count,
    total: index.rows,
    groups: await countGroups(table, rows, work),
    first: first === -1 ? null : await momentOf(index, first),
    last: last === -1 ? null : await momentOf(index, last),
    whole: whole === undefined ? null : await endsOf(context, whole, work, signal),
    identities: identities.slice(0, limit),
    identitiesTotal: identities.length,
    displayNames: await mostFrequent(displayNames, limit, work),
    displayNamesTotal: displayNames.size,
    callers: callers.slice(0, limit),
    callersTotal: callers.length,
    ...(await treesOf(context, rows, limit, work)),
    alsoActing: others.slice(0, limit),
    alsoActingTotal: others.length,
  };
}

/** How many records a query finds, the earliest and the latest time of them. */
async function endsOf(
  context: AnswerContext,
  query: string,
  work: CooperativeTask,
  signal: AbortSignal,
): Promise<NonNullable<Profile['whole']>> {
  const { index, results } = context;
  const rows = await results.matching(query, signal);
  const { first, last } = await extremesOf(context, rows, work);
  return {
    matching: rows.count,
    first: first === -1 ? null : await momentOf(index, first),
    last: last === -1 ? null : await momentOf(index, last),
  };
}

type Counted = CallerLabel & FacetValue;

export function labelIds({ label, labels }: LogIndex['table']): CountedIds {
  return { read: idReader(label), size: () => labels.size };
}

/** The callers behind counted labels, most frequent first. */
export async function callersOf({ table }: LogIndex, labels: IdCounts, work: CooperativeTask): Promise<readonly Counted[]> {
  const callers: Counted[] = [];
  await labels.forEach(work, (id, count) => callers.push({ ...table.labels.label(id), groups: labels.groupsOf(id), count }));
  return callers.sort(mostFrequentFirst);
}

/** Ties in the order of their texts. */
function mostFrequentFirst(left: CallerLabel & { readonly count: number }, right: CallerLabel & { readonly count: number }): number {
  const byText = left.value === right.value ? (left.type ?? '') < (right.type ?? '') : left.value < right.value;
  return right.count - left.count || (byText ? -1 : 1);
}

async function identitiesOf({ table, rows: all }: LogIndex, rows: RowSet, work: CooperativeTask): Promise<Profile['identities']> {
  const byPair = new Map<string, { readonly type: number; readonly value: number; count: number }>();
  const callers = await countOnly(rows, { read: idReader(table.caller), size: () => table.callers.size }, work);
  await callers.forEach(work, (caller, times) => {
    for (const [type, value] of new Map(pairsOf(table.callers, caller).map((pair) => [`${pair[0]} ${pair[1]}`, pair])).values()) {
      const known = byPair.get(`${type} ${value}`);
      if (known === undefined) {
        byPair.set(`${type} ${value}`, { type, value, count: times });
      } else {
        known.count += times;
      }
    }
  });
  const sharing = await sharingCallers({ table, rows: all }, byPair, work);
  return [...byPair]
    .map(([key, { type, value, count }]) => ({
      type: textOf(table.identityTypes, type) ?? '',
      value: maskSecrets(textOf(table.identities, value) ?? ''),
      count,
      sharedBy: sharing.get(key)?.size ?? 1,
    }))
    .sort(mostFrequentFirst);
}

/** For each identity the labels of all callers of the log that carry it. */
async function sharingCallers(
  { table, rows }: Pick<LogIndex, 'table' | 'rows'>,
  wanted: ReadonlyMap<string, unknown>,
  work: CooperativeTask,
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const sharing = new Map<string, Set<number>>();
  const note = (caller: number, label: number): void => {
    for (const [type, value] of pairsOf(table.callers, caller)) {
      const key = `${type} ${value}`;
      if (wanted.has(key)) {
        const known = sharing.get(key) ?? new Set<number>();
        known.add(label);
        sharing.set(key, known);
      }
    }
  };
  // Nearly every list of identities has one label, so that few rows are more than a look at it.
  const labels = new Int32Array(table.callers.size + 1).fill(-1);
  const readCaller = idReader(table.caller);
  const readLabel = idReader(table.label);
  await RowSet.all(rows).visitBlocks(work, (block) => {
    const callersOfBlock = readCaller(block);
    const labelsOfBlock = readLabel(block);
    for (let index = 0; index < block.count; index++) {
      const caller = callersOfBlock[index]!;
      if (labels[caller] !== labelsOfBlock[index]) {
        labels[caller] = labelsOfBlock[index]!;
        note(caller, labelsOfBlock[index]!);
      }
    }
  });
  return sharing;
}

/** Callers with other labels that act on the same instances, most frequent first. */
async function alsoActing(
  { index, results }: AnswerContext,
  rows: RowSet,
  own: IdCounts,
  work: CooperativeTask,
): Promise<readonly Counted[]> {
  const { table } = index;
  const { firstIds } = (await results.memory.spellings.upTo(index.rows, work)).levels.instance;
  const isInstance = new Uint8Array(table.instances.size + 1);
  const instances = await countOnly(rows, column(table, 'instance', table.instances), work);
  await instances.forEach(work, (id) => (isInstance[firstIds.get(id) ?? id] = id === 0 ? 0 : 1));
  firstIds.forEach((first, id) => (isInstance[id] = isInstance[first]!));
  const isOther = new Uint8Array(table.labels.size).fill(1);
  await own.forEach(work, (id) => (isOther[id] = 0));
  const others = new IdCounts();
  const readInstance = idReader(table.instance);
  const readLabel = idReader(table.label);
  const readGroup = groupReader(table);
  const labels = new Uint32Array(blockRows);
  const groups = new Uint32Array(blockRows);
  await RowSet.all(index.rows).visitBlocks(work, (block) => {
    const instancesOfBlock = readInstance(block);
    const labelsOfBlock = readLabel(block);
    const groupsOfBlock = readGroup(block);
    let count = 0;
    for (let place = 0; place < block.count; place++) {
      // Which rows count follows no pattern: a condition would be guessed wrong too often.
      labels[count] = labelsOfBlock[place]!;
      groups[count] = groupsOfBlock[place]!;
      count += isInstance[instancesOfBlock[place]!]! & isOther[labelsOfBlock[place]!]!;
    }
    others.add(labels, groups, count, table.labels.size);
  });
  return callersOf(index, others, work);
}
