import { missingBetween, sizeOf } from '../../core/findings/sequences.ts';
import type { LogIndex } from './logIndex.ts';

/**
 * Judges the sequence numbers of a whole log: duplicates and conflicts of (writer, number), and gaps. A writer is an
 * epoch, within the role instance of Part A where that is given.
 *
 * Rows are ordered by writer and number, so that all that belongs together stands together; the memory is four bytes a
 * record, however many epochs there are.
 */
export async function findSequenceFaults(index: LogIndex, signal: AbortSignal): Promise<void> {
  const { table } = index;
  const rows = orderedRows(index);
  for (let place = 1; place < rows.length; place++) {
    const previous = rows[place - 1]!;
    const row = rows[place]!;
    if (!isSameWriter(index, previous, row)) {
      continue;
    }
    const before = table.sequenceAt(previous)!;
    const number = table.sequenceAt(row)!;
    if (before === number) {
      signal.throwIfAborted();
      const first = firstEqual(index, rows, place);
      const isEqual = await haveEqualContent(index, first, row);
      add(index, row, isEqual ? 'sequence.duplicate' : 'sequence.conflict', [String(index.refOf(first).index)], first);
    } else {
      const missing = missingBetween(before, number);
      if (missing !== undefined) {
        add(index, row, 'sequence.gap', [String(sizeOf(missing)), String(missing.from), String(missing.to)], previous);
      }
    }
  }
}

/** Rows with an epoch and a sequence number, by writer, number and place in the file. */
function orderedRows({ table, rows }: LogIndex): Uint32Array {
  const { epoch, cloudRoleInstance, sequence } = table;
  const all = Uint32Array.from({ length: rows }, (_, row) => row).filter(
    (row) => epoch.data[row] !== 0 && Number.isFinite(sequence.data[row]!),
  );
  return all.sort(
    (left, right) =>
      epoch.data[left]! - epoch.data[right]! ||
      cloudRoleInstance.data[left]! - cloudRoleInstance.data[right]! ||
      sequence.data[left]! - sequence.data[right]! ||
      Number((table.sequenceAt(left) ?? 0n) - (table.sequenceAt(right) ?? 0n)) ||
      left - right,
  );
}

function isSameWriter({ table }: LogIndex, left: number, right: number): boolean {
  return table.epoch.data[left] === table.epoch.data[right] && table.cloudRoleInstance.data[left] === table.cloudRoleInstance.data[right];
}

/** The first of the rows with the same writer and number as the one at `place`. */
function firstEqual(index: LogIndex, rows: Uint32Array, place: number): number {
  const number = index.table.sequenceAt(rows[place]!);
  let first = place;
  while (first > 0 && isSameWriter(index, rows[first - 1]!, rows[place]!) && index.table.sequenceAt(rows[first - 1]!) === number) {
    first--;
  }
  return rows[first]!;
}

async function haveEqualContent(index: LogIndex, left: number, right: number): Promise<boolean> {
  const { byteLength } = index.table;
  if (byteLength.data[left] !== byteLength.data[right]) {
    return false;
  }
  const [first, second] = await Promise.all([index.bytesOf(left), index.bytesOf(right)]);
  return first.every((byte, offset) => byte === second[offset]);
}

function add(
  index: LogIndex,
  row: number,
  code: 'sequence.gap' | 'sequence.duplicate' | 'sequence.conflict',
  args: readonly string[],
  related: number,
): void {
  const { source, index: record } = index.refOf(row);
  const relatedRef = index.refOf(related);
  const { table } = index;
  index.sources[source]!.findings.add({
    code,
    record,
    pointer: '',
    offset: table.offset.data[row]!,
    length: table.byteLength.data[row]!,
    line: table.line.data[row]!,
    args,
    related: relatedRef.source === source ? relatedRef.index : -1,
  });
}
