import { contentOf } from '../../core/formats/recordId.ts';
import { WithoutBlanks } from '../../core/json/withoutBlanks.ts';
import { itemsWhere } from '../collections/radixSort.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { visitRecords } from '../index/visitRecords.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { addRelation } from './addRelation.ts';
import { secretHash, type KeyedHash } from './keyedHash.ts';
import type { RepeatGroups } from './repeatGroups.ts';
import { ValueHash } from './valueHash.ts';

/** What is reported of a record that says what another one says, or something else. */
export type RepeatCodes = readonly ['sequence.duplicate', 'sequence.conflict'] | readonly ['id.duplicate', 'id.conflict'];

/**
 * Reports for each further record of a group, from a row on, whether it equals the first of them or contradicts it: blanks, the
 * order of members and the writing of characters and numbers are no content, and neither is an envelope. A record of
 * Attestation by another writer says what it says in the documented form.
 *
 * Their bytes are read once, in file order: a hash of each first record is kept until those that follow have been read,
 * however far away they are. `keyedHash.ts` says why it decides. Only records whose text differs are read a second time,
 * together with their firsts, for hashes of what they say. So time is linear, and memory is a few bytes for each record.
 */
export async function reportRepeats(
  index: LogIndex,
  groups: RepeatGroups,
  [duplicate, conflict]: RepeatCodes,
  work: CooperativeTask,
  from = 0,
): Promise<void> {
  const { groupOf } = groups;
  if (groupOf === undefined) {
    return;
  }
  const rows = await itemsWhere(index.rows, (row) => groupOf[row] !== 0 && (row >= from || row === groups.firstOf(row)), work);
  const hash = secretHash();
  const withoutBlanks = new WithoutBlanks();
  const inText = await findOthers(index, groups, rows, hash, (bytes) => hash.hash(withoutBlanks.of(bytes)), work);
  await work.forEach(0, rows.length, (place) => {
    if (inText[rows[place]!] === 1) {
      inText[groups.firstOf(rows[place]!)] = 1;
    }
  });
  const again = await itemsWhere(index.rows, (row) => inText[row] === 1, work);
  const values = new ValueHash(hash);
  const inContent = await findOthers(index, groups, again, hash, (bytes) => values.of(contentOf(index.parser.parse(bytes))), work);
  await work.forEach(0, rows.length, (place) => {
    const row = rows[place]!;
    const first = groups.firstOf(row);
    if (row !== first) {
      addRelation(index, row, inContent[row] === 1 ? conflict : duplicate, first);
    }
  });
}

/** Marks those of some rows, by row, whose hash is not that of the first of their group. The firsts are among the rows. */
async function findOthers(
  index: LogIndex,
  groups: RepeatGroups,
  rows: Uint32Array,
  hash: KeyedHash,
  read: (bytes: Uint8Array) => void,
  work: CooperativeTask,
): Promise<Uint8Array> {
  const others = new Uint8Array(index.rows);
  const hashes = new Int32Array(groups.firsts.length * 2);
  await visitRecords(index, rows, work.signal, (row, bytes) => {
    const at = (groups.groupOf![row]! - 1) * 2;
    read(bytes);
    if (row === groups.firstOf(row)) {
      hashes[at] = hash.low;
      hashes[at + 1] = hash.high;
    } else if (hashes[at] !== hash.low || hashes[at + 1] !== hash.high) {
      others[row] = 1;
    }
    return work.pause();
  });
  return others;
}
