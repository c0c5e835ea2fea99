import type { FindingCode } from '../../core/findings/codes.ts';
import { missingBetween, sizeOf } from '../../core/findings/sequences.ts';
import { validTime } from '../columns/recordTable.ts';
import type { LogIndex } from './logIndex.ts';
import { isSameWriter } from './sequenceOrder.ts';

/**
 * Judges the sequence numbers of a whole log, in the order of `sequenceOrder`: duplicates and conflicts of (writer,
 * number), gaps, and records whose number rises while their time falls.
 */
export async function findSequenceFaults(index: LogIndex, order: Uint32Array, signal: AbortSignal): Promise<void> {
  const { table } = index;
  let firstOfNumber = 0;
  for (let place = 1; place < order.length; place++) {
    const previous = order[place - 1]!;
    const row = order[place]!;
    if (!isSameWriter(index, previous, row)) {
      firstOfNumber = place;
      continue;
    }
    const before = table.sequenceAt(previous)!;
    const number = table.sequenceAt(row)!;
    if (before === number) {
      signal.throwIfAborted();
      const first = order[firstOfNumber]!;
      const code = (await haveEqualContent(index, first, row)) ? 'sequence.duplicate' : 'sequence.conflict';
      addRowFinding(index, row, code, [recordNumber(index, first)], first);
      continue;
    }
    firstOfNumber = place;
    const missing = missingBetween(before, number);
    if (missing !== undefined) {
      addRowFinding(index, row, 'sequence.gap', [String(sizeOf(missing)), String(missing.from), String(missing.to)], previous);
    }
    if (isEarlier(index, row, previous)) {
      addRowFinding(index, row, 'order.clockStep', [recordNumber(index, previous)], previous);
    }
  }
}

/** Whether both rows have a valid time and the first is the earlier one. */
export function isEarlier({ table }: LogIndex, row: number, other: number): boolean {
  return table.timeState.data[row] === validTime && table.timeState.data[other] === validTime && table.compareTimes(row, other) < 0;
}

/** A record's number as sentences tell it: from 0, within its source. */
export function recordNumber(index: LogIndex, row: number): string {
  return String(index.refOf(row).index);
}

/** Adds a finding about a record as a whole. `related` is another row; it is kept if it comes from the same source. */
export function addRowFinding(index: LogIndex, row: number, code: FindingCode, args: readonly string[], related: number): void {
  const { table } = index;
  const { source, index: record } = index.refOf(row);
  const relatedRef = index.refOf(related);
  index.sources[source]!.findings.add({
    code,
    record,
    pointer: '',
    offset: table.offset.at(row),
    length: table.byteLength.data[row]!,
    line: table.line.data[row]!,
    args,
    related: relatedRef.source === source ? relatedRef.index : -1,
  });
}

async function haveEqualContent(index: LogIndex, left: number, right: number): Promise<boolean> {
  const { byteLength } = index.table;
  if (byteLength.data[left] !== byteLength.data[right]) {
    return false;
  }
  const [first, second] = await Promise.all([index.bytesOf(left), index.bytesOf(right)]);
  return first.every((byte, offset) => byte === second[offset]);
}
