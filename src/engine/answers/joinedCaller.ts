import { CompanionCounts } from '../../core/record/companionCounts.ts';
import { type Identity, identityKey, IdentityJoin } from '../../core/record/identityJoin.ts';
import { namingTier } from '../../core/record/joinRule.ts';
import type { JoinedCaller } from '../../protocol/answers/joinedCaller.ts';
import type { Requests } from '../../protocol/requests.ts';
import { idReader } from '../columns/blocks.ts';
import type { ByteDictionary } from '../columns/byteDictionary.ts';
import { type RecordTable, textOf } from '../columns/recordTable.ts';
import { pairsOf } from '../query/columnValues.ts';
import { RowSet } from '../query/rowSet.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { AnswerContext } from './context.ts';
import { countOnly, type IdCounts } from './counting.ts';

/** The identities that belong to a caller. Rows are counted once, by their list of identities; the rest is done with these lists. */
export async function answerJoinedCaller(
  { index: { table, rows, snapshot } }: AnswerContext,
  { type, value, apart = [] }: Requests['joinedCaller']['params'],
  signal: AbortSignal,
): Promise<JoinedCaller> {
  const work = new CooperativeTask(signal);
  const lists = await countOnly(RowSet.all(rows), { read: idReader(table.caller), size: () => table.callers.size }, work);
  const given = { type, value };
  const start = type === '' ? ((await ofAnyType(table, value, lists, work)) ?? given) : given;
  const join = new IdentityJoin(start, apart);
  while (join.wanted.length > 0) {
    join.learn(await companionsOf(table, join.wanted, lists, work));
  }
  return { snapshot, joined: join.joined, refused: join.refused };
}

type Companions = Parameters<IdentityJoin['learn']>[0];

/** What shares records with each of some identities. */
async function companionsOf(table: RecordTable, wanted: readonly Identity[], lists: IdCounts, work: CooperativeTask): Promise<Companions> {
  const values = await idsOf(
    table.identities,
    wanted.map(({ value }) => value),
    work,
  );
  const counts = new Map(wanted.map((identity) => [identityKey(identity), new CompanionCounts((id) => table.identities.text(id))]));
  await lists.forEach(work, (list, records) => {
    for (const [place, [type, value]] of namedPairs(table, list, values)) {
      const identity = { type: textOf(table.identityTypes, type) ?? '', value: table.identities.text(value) };
      counts.get(identityKey(identity))?.add(othersIn(table, list, place), records);
    }
  });
  return new Map([...counts].map(([key, { companions }]) => [key, companions]));
}

/** The pairs of a list whose value is one of some, each identity once. */
function namedPairs(table: RecordTable, list: number, values: ReadonlySet<number>): ReadonlyMap<number, readonly [number, number]> {
  const { callers } = table;
  const found = new Map<number, readonly [number, number]>();
  // Nearly every list has none, and is not to be taken apart.
  for (let place = 1; place < callers.lengthOf(list); place += 2) {
    if (values.has(callers.at(list, place))) {
      const pair = [callers.at(list, place - 1), callers.at(list, place)] as const;
      if (![...found.values()].some(([type, value]) => type === pair[0] && value === pair[1])) {
        found.set((place - 1) / 2, pair);
      }
    }
  }
  return found;
}

/** The other identities of a list. */
function othersIn(table: RecordTable, list: number, own: number): readonly { readonly type: string; readonly value: number }[] {
  const pairs = pairsOf(table.callers, list);
  const [ownType, ownValue] = pairs[own]!;
  return pairs
    .filter(([type, value]) => type !== 0 && value !== 0 && (type !== ownType || value !== ownValue))
    .map(([type, value]) => ({ type: textOf(table.identityTypes, type) ?? '', value }));
}

/** The identity with a value that names its caller best, for a caller of whom the value alone is known. */
async function ofAnyType(table: RecordTable, value: string, lists: IdCounts, work: CooperativeTask): Promise<Identity | undefined> {
  const values = await idsOf(table.identities, [value], work);
  const types = new Set<string>();
  await lists.forEach(work, (list) => {
    for (const [type] of namedPairs(table, list, values).values()) {
      types.add(textOf(table.identityTypes, type) ?? '');
    }
  });
  const [type] = [...types].filter((one) => one !== '').sort((left, right) => namingTier(left) - namingTier(right));
  return type === undefined ? undefined : { type, value };
}

/** The ids of texts in every spelling, without regard to the case of ASCII. */
async function idsOf(dictionary: ByteDictionary, texts: readonly string[], work: CooperativeTask): Promise<ReadonlySet<number>> {
  const encoder = new TextEncoder();
  const sought = texts.map((text) => encoder.encode(text));
  const found = new Set<number>();
  await work.forEach(1, dictionary.size + 1, (id) => {
    const length = dictionary.lengthOf(id);
    if (sought.some((bytes) => bytes.length === length && isSameText(dictionary, id, bytes))) {
      found.add(id);
    }
  });
  return found;
}

function isSameText(dictionary: ByteDictionary, id: number, bytes: Uint8Array): boolean {
  return bytes.every((byte, index) => lowerCase(dictionary.byteOf(id, index)!) === lowerCase(byte));
}

function lowerCase(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}
