import { WithoutBlanks } from '../../core/reading/withoutBlanks.ts';
import type { LongWork } from '../longWork.ts';
import { secretHash } from './keyedHash.ts';
import type { LogIndex } from './logIndex.ts';
import { itemsWhere } from './radixSort.ts';
import { visitRecords } from './recordTexts.ts';
import { isSameNumber, isSameWriter } from './sequenceOrder.ts';
import { addRelation } from './addRelation.ts';

/**
 * Tells for each further record with the same number of the same writer whether it equals the first of them, token by
 * token, or contradicts it: indentation is no content. Their bytes are read once, in file order: a hash of each first record is kept until those that
 * follow have been read, however far away they stand. `keyedHash.ts` says why it decides.
 */
export async function findRepeatedNumbers(index: LogIndex, order: Uint32Array, work: LongWork): Promise<void> {
  const repeated = new Repeated(index);
  await work.forEach(1, order.length, (place) => repeated.note(order[place - 1]!, order[place]!));
  const { groupOf, firsts } = repeated;
  if (groupOf === undefined) {
    return;
  }
  const rows = await itemsWhere(index.rows, (row) => groupOf[row] !== 0, work);
  const hashes = new Int32Array(firsts.length * 2);
  const hash = secretHash();
  const withoutBlanks = new WithoutBlanks();
  await visitRecords(index, rows, work.signal, (row, bytes) => {
    const group = groupOf[row]! - 1;
    const first = firsts[group]!;
    hash.hash(withoutBlanks.of(bytes));
    if (row === first) {
      hashes[group * 2] = hash.low;
      hashes[group * 2 + 1] = hash.high;
      return work.pause();
    }
    const isEqual = hashes[group * 2] === hash.low && hashes[group * 2 + 1] === hash.high;
    addRelation(index, row, isEqual ? 'sequence.duplicate' : 'sequence.conflict', first);
    return work.pause();
  });
}

/** Groups of records with the same number of the same writer. The first of each in the file is known. */
class Repeated {
  /** Number of each row's group, from 1; 0 for rows whose number is their own. Undefined while there are no groups. */
  groupOf: Uint32Array | undefined;
  /** The first row of each group. */
  readonly firsts: number[] = [];
  private readonly index: LogIndex;

  constructor(index: LogIndex) {
    this.index = index;
  }

  /** Looks at two neighbours in the order of numbers, one pair after the other. */
  note(previous: number, row: number): void {
    if (!isSameWriter(this.index, previous, row) || !isSameNumber(this.index, previous, row)) {
      return;
    }
    this.groupOf ??= new Uint32Array(this.index.rows);
    this.groupOf[previous] ||= this.firsts.push(previous);
    this.groupOf[row] = this.groupOf[previous]!;
  }
}
