import { recordIdOf } from '../../core/formats/recordId.ts';
import { encodeText } from '../../core/json/utf8.ts';
import { itemsWhere, radixSort } from '../collections/radixSort.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { visitRecords } from '../index/visitRecords.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { secretHash } from './keyedHash.ts';
import { reportRepeats } from './repeatedRecords.ts';
import { RepeatGroups } from './repeatGroups.ts';

/**
 * Reports for each further record with the same id whether it equals the first of them or contradicts it, from a row on. The
 * column of ids holds 32 bits of hash, so that a few records seem to have the id of another: all that do are read again, and
 * 64 bits of a hash that nobody can foresee decide.
 */
export async function findDuplicateIds(index: LogIndex, work: CooperativeTask, from = 0): Promise<void> {
  const { recordId } = index.table;
  if (recordId.data.length === 0) {
    return;
  }
  const candidates = from === 0 ? await repeatedHashes(index, work) : await sharedHashes(index, from, work);
  if (candidates.length === 0) {
    return;
  }
  await reportRepeats(index, await groupsOf(index, candidates, work), ['id.duplicate', 'id.conflict'], work, from);
}

/** The rows whose hash another row has too, in the order of the file. */
async function repeatedHashes(index: LogIndex, work: CooperativeTask): Promise<Uint32Array> {
  const hashes = index.table.recordId.data;
  const named = await itemsWhere(index.rows, (row) => hashes[row] !== 0, work);
  const order = await radixSort(named, [(row) => hashes[row]!], work);
  const isRepeated = (place: number, other: number): boolean => other < order.length && hashes[order[place]!] === hashes[order[other]!];
  const places = await itemsWhere(
    order.length,
    (place) => isRepeated(place, place + 1) || (place > 0 && isRepeated(place, place - 1)),
    work,
  );
  const rows = places.map((place) => order[place]!);
  return radixSort(rows, [(row) => row], work);
}

/** The rows that have the hash of a row from `from` on, if that is not the only one. */
async function sharedHashes(index: LogIndex, from: number, work: CooperativeTask): Promise<Uint32Array> {
  const hashes = index.table.recordId.data;
  const added = new Map<number, number>();
  await work.forEach(from, index.rows, (row) => added.set(hashes[row]!, (added.get(hashes[row]!) ?? 0) + 1));
  added.delete(0);
  // All others are looked at as well, most of them at no more than one bit.
  const bits = new Uint8Array(filterBits / 8);
  added.forEach((_, hash) => (bits[(hash % filterBits) >>> 3]! |= 1 << (hash & 7)));
  const found = new Map<number, number>(added);
  const isAdded = (row: number): boolean => {
    const hash = hashes[row]!;
    return (bits[(hash % filterBits) >>> 3]! & (1 << (hash & 7))) !== 0 && added.has(hash);
  };
  const rows = await itemsWhere(index.rows, isAdded, work);
  rows.forEach((row) => row < from && found.set(hashes[row]!, 2));
  return rows.filter((row) => found.get(hashes[row]!)! > 1);
}

const filterBits = 2 ** 20;

/** Groups rows by their ids, which are read again. */
async function groupsOf(index: LogIndex, rows: Uint32Array, work: CooperativeTask): Promise<RepeatGroups> {
  const hash = secretHash();
  const lows = new Uint32Array(rows.length);
  const highs = new Uint32Array(rows.length);
  let place = 0;
  await visitRecords(index, rows, work.signal, (_, bytes) => {
    const record = index.parser.parse(bytes);
    hash.hash(encodeText(`${record.other?.format.id} ${recordIdOf(record)}`));
    lows[place] = hash.low;
    highs[place] = hash.high;
    place++;
    return work.pause();
  });
  const places = Uint32Array.from(rows, (_, at) => at);
  const order = await radixSort(places, [(at) => lows[at]!, (at) => highs[at]!], work);
  const groups = new RepeatGroups(index.rows);
  await work.forEach(1, order.length, (at) => {
    const previous = order[at - 1]!;
    const next = order[at]!;
    if (lows[previous] === lows[next] && highs[previous] === highs[next]) {
      groups.join(rows[previous]!, rows[next]!);
    }
  });
  return groups;
}
