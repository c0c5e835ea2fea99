import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { itemsWhere, radixSort, type KeyPart } from '../collections/radixSort.ts';

/**
 * The rows that have an epoch and a sequence number, by writer, number and place in the file: all that belongs together
 * is together. A writer is an epoch, within the role instance of Part A where that is given, among the records of one format.
 * Eight bytes a record while sorting and four afterwards, however many writers there are.
 */
export async function sequenceOrder({ table, rows }: LogIndex, work: CooperativeTask): Promise<Uint32Array> {
  const { epoch, cloudRoleInstance, sequence, format } = table;
  const epochs = epoch.data;
  const instances = cloudRoleInstance.data;
  const numbers = sequence.data;
  let greatest = 0;
  const numbered = await itemsWhere(
    rows,
    (row) => {
      const isNumbered = epochs[row] !== 0 && Number.isFinite(numbers[row]!);
      greatest = isNumbered && numbers[row]! > greatest ? numbers[row]! : greatest;
      return isNumbered;
    },
    work,
  );
  const digits = Array.from({ length: Math.max(1, Math.ceil((Math.log2(greatest) + 1) / 32)) }, (_, digit) =>
    digitOfSequence(table, digit),
  );
  const formats = format.data;
  const ofFormat: readonly KeyPart[] = table.formats.size === 0 ? [] : [(row) => formats[row]!];
  return radixSort(numbered, [...digits, (row) => instances[row]!, (row) => epochs[row]!, ...ofFormat], work);
}

/** 32 bits of the sequence number, the lowest being digit 0. */
function digitOfSequence(table: LogIndex['table'], digit: number): KeyPart {
  const numbers = table.sequence.data;
  const unit = 2 ** (32 * digit);
  const shift = BigInt(32 * digit);
  return (row) => {
    const number = numbers[row]!;
    return number <= Number.MAX_SAFE_INTEGER
      ? Math.floor(number / unit) % 2 ** 32
      : Number(BigInt.asUintN(32, table.sequenceAt(row)! >> shift));
  };
}

/** Whether two rows come from the same writer. */
export function isSameWriter({ table }: LogIndex, left: number, right: number): boolean {
  const { epoch, cloudRoleInstance, format } = table;
  return (
    epoch.data[left] === epoch.data[right] &&
    cloudRoleInstance.data[left] === cloudRoleInstance.data[right] &&
    format.data[left] === format.data[right]
  );
}

/** Whether two rows have the same sequence number. */
export function isSameNumber({ table }: LogIndex, left: number, right: number): boolean {
  const number = table.sequence.data[left]!;
  return number === table.sequence.data[right] && (number <= Number.MAX_SAFE_INTEGER || table.sequenceAt(left) === table.sequenceAt(right));
}

/** Whether `right` has the number that follows that of `left`. Most have, and need no integers of any size. */
export function isNextNumber({ table }: LogIndex, left: number, right: number): boolean {
  const number = table.sequence.data[left]!;
  return number < Number.MAX_SAFE_INTEGER
    ? number + 1 === table.sequence.data[right]
    : table.sequenceAt(left)! + 1n === table.sequenceAt(right);
}
