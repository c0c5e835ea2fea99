import { parseRecord } from '../../core/formats/parsedRecord.ts';
import { WithoutBlanks } from '../../core/json/withoutBlanks.ts';
import { uint32Column } from '../columns/column.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { addRelation } from './addRelation.ts';
import { secretHash, type KeyedHash } from './keyedHash.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { itemsWhere } from '../collections/radixSort.ts';
import { visitRecords } from '../index/visitRecords.ts';
import { isSameNumber, isSameWriter } from './sequenceOrder.ts';
import { ValueHash } from './valueHash.ts';

/**
 * Reports for each further record with the same number of the same writer whether it equals the first of them or contradicts
 * it: blanks, the order of members and the writing of characters and numbers are no content. A record of another writer says
 * what it says in the documented form.
 *
 * Their bytes are read once, in file order: a hash of each first record is kept until those that follow have been read,
 * however far away they are. `keyedHash.ts` says why it decides. Only records whose text differs are read a second time,
 * together with their firsts, for hashes of what they say. So time is linear, and memory is a few bytes for each record.
 */
export async function findDuplicateSequences(index: LogIndex, order: Uint32Array, work: CooperativeTask): Promise<void> {
  const groups = new Groups(index);
  await work.forEach(1, order.length, (place) => groups.note(order[place - 1]!, order[place]!));
  const { groupOf } = groups;
  if (groupOf === undefined) {
    return;
  }
  const rows = await itemsWhere(index.rows, (row) => groupOf[row] !== 0, work);
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
  const inContent = await findOthers(index, groups, again, hash, (bytes) => values.of(parseRecord(bytes).bytes), work);
  await work.forEach(0, rows.length, (place) => {
    const row = rows[place]!;
    const first = groups.firstOf(row);
    if (row !== first) {
      addRelation(index, row, inContent[row] === 1 ? 'sequence.conflict' : 'sequence.duplicate', first);
    }
  });
}

/** Marks those of some rows, by row, whose hash is not that of the first of their group. The firsts are among the rows. */
async function findOthers(
  index: LogIndex,
  groups: Groups,
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

/** Groups of records with the same number of the same writer. The first of each in the file is known. */
class Groups {
  /** Number of each row's group, from 1; 0 for rows whose number is their own. Undefined while there are no groups. */
  groupOf: Uint32Array | undefined;
  /** The first row of each group. */
  readonly firsts = uint32Column();
  private readonly index: LogIndex;

  constructor(index: LogIndex) {
    this.index = index;
  }

  /** The first row of the group of a row that has one. */
  firstOf(row: number): number {
    return this.firsts.data[this.groupOf![row]! - 1]!;
  }

  /** Looks at two neighbours in the order of numbers, one pair after the other. */
  note(previous: number, row: number): void {
    if (!isSameWriter(this.index, previous, row) || !isSameNumber(this.index, previous, row)) {
      return;
    }
    this.groupOf ??= new Uint32Array(this.index.rows);
    if (this.groupOf[previous] === 0) {
      this.firsts.push(previous);
      this.groupOf[previous] = this.firsts.length;
    }
    this.groupOf[row] = this.groupOf[previous]!;
  }
}
