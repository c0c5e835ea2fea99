import { CompanionCounts } from '../../core/record/companionCounts.ts';
import { type Identity, identityKey, IdentityJoin } from '../../core/record/identityJoin.ts';
import { namingTier } from '../../core/record/joinRule.ts';
import type { JoinedCaller } from '../../protocol/answers/joinedCaller.ts';
import type { Requests } from '../../protocol/requests.ts';
import { idReader } from '../columns/blocks.ts';
import type { ByteDictionary } from '../columns/byteDictionary.ts';
import { type RecordTable, textOf } from '../columns/recordTable.ts';
import type { TupleDictionary } from '../columns/tupleDictionary.ts';
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
  const { callers, identities } = table;
  const counts = new Map(wanted.map((one) => [identityKey(one), new CompanionCounts(one.type, (id) => identities.text(id))]));
  const texts = wanted.map(({ value }) => value);
  const values = await idsOf(identities, texts, work);
  // Of an identity, in each of its spellings, by the ids of its type and value.
  const byPair = new Map<string, CompanionCounts | undefined>();
  const countsAt = (list: number, place: number): CompanionCounts | undefined => {
    const pair = `${callers.at(list, place)} ${callers.at(list, place + 1)}`;
    if (!byPair.has(pair)) {
      byPair.set(pair, counts.get(identityKey(identityAt(table, list, place))));
    }
    return byPair.get(pair);
  };
  await lists.forEach(work, (list, records) => {
    const counted = new Set<CompanionCounts>();
    for (const place of placesOf(callers, list, values)) {
      const one = countsAt(list, place);
      // What joins no others may be in every list: it costs no more than a look.
      if (one !== undefined && !one.isRefused && !counted.has(one)) {
        counted.add(one);
        one.add(othersIn(table, list, place), records);
      }
    }
  });
  return new Map([...counts].map(([key, { companions }]) => [key, companions]));
}

/** Where the pairs of a list begin that have one of some values. */
function placesOf(callers: TupleDictionary, list: number, values: ReadonlySet<number>): readonly number[] {
  const found: number[] = [];
  const length = callers.lengthOf(list);
  for (let place = 0; place < length; place += 2) {
    if (values.has(callers.at(list, place + 1))) {
      found.push(place);
    }
  }
  return found;
}

function identityAt({ callers, identityTypes, identities }: RecordTable, list: number, place: number): Identity {
  return { type: textOf(identityTypes, callers.at(list, place)) ?? '', value: identities.text(callers.at(list, place + 1)) };
}

/** The other identities of a list than the one at a place. */
function othersIn(
  { callers, identityTypes }: RecordTable,
  list: number,
  own: number,
): readonly { readonly type: string; readonly value: number }[] {
  const [ownType, ownValue] = [callers.at(list, own), callers.at(list, own + 1)];
  return pairsOf(callers, list)
    .filter(([type, value]) => type !== 0 && value !== 0 && (type !== ownType || value !== ownValue))
    .map(([type, value]) => ({ type: textOf(identityTypes, type) ?? '', value }));
}

/** The identity with a value that names its caller best, for a caller of whom the value alone is known. */
async function ofAnyType(table: RecordTable, value: string, lists: IdCounts, work: CooperativeTask): Promise<Identity | undefined> {
  const values = await idsOf(table.identities, [value], work);
  const types = new Set<string>();
  await lists.forEach(work, (list) => {
    for (const place of placesOf(table.callers, list, values)) {
      types.add(identityAt(table, list, place).type);
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
