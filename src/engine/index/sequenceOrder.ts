import type { LogIndex } from './logIndex.ts';

/**
 * The rows that have an epoch and a sequence number, by writer, number and place in the file: all that belongs together
 * stands together. A writer is an epoch, within the role instance of Part A where that is given. Four bytes a record,
 * however many writers there are.
 */
export function sequenceOrder({ table, rows }: LogIndex): Uint32Array {
  const { epoch, cloudRoleInstance, sequence } = table;
  const epochs = epoch.data;
  const instances = cloudRoleInstance.data;
  const numbers = sequence.data;
  const all = Uint32Array.from({ length: rows }, (_, row) => row).filter((row) => epochs[row] !== 0 && Number.isFinite(numbers[row]!));
  return all.sort(
    (left, right) =>
      epochs[left]! - epochs[right]! ||
      instances[left]! - instances[right]! ||
      numbers[left]! - numbers[right]! ||
      (numbers[left]! > Number.MAX_SAFE_INTEGER ? compareExactly(table.sequenceAt(left)!, table.sequenceAt(right)!) : 0) ||
      left - right,
  );
}

/** Whether two rows come from the same writer. */
export function isSameWriter({ table }: LogIndex, left: number, right: number): boolean {
  return table.epoch.data[left] === table.epoch.data[right] && table.cloudRoleInstance.data[left] === table.cloudRoleInstance.data[right];
}

function compareExactly(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
