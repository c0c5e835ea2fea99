import { validTime } from '../columns/recordTable.ts';
import type { LogIndex } from './logIndex.ts';
import { addRowFinding, isEarlier, recordNumber } from './sequences.ts';
import { isSameWriter } from './sequenceOrder.ts';

/**
 * Judges the order in which the records of each source stand: newest first as a whole, or single records that are earlier
 * than the one before. A record that also has the higher number of the same writer is left to `order.clockStep`.
 */
export function findOrderFaults(index: LogIndex): void {
  index.sources.forEach(({ firstRow, records }) => {
    const timed: number[] = [];
    let earlier = 0;
    let later = 0;
    let previous = -1;
    for (let row = firstRow; row < firstRow + records; row++) {
      if (index.table.timeState.data[row] !== validTime) {
        continue;
      }
      if (previous !== -1 && isEarlier(index, row, previous)) {
        earlier++;
        timed.push(row, previous);
      } else if (previous !== -1 && isEarlier(index, previous, row)) {
        later++;
      }
      previous = row;
    }
    if (earlier > later && earlier > 1) {
      addRowFinding(index, firstRow, 'order.descending', [String(earlier)], firstRow);
      return;
    }
    for (let place = 0; place < timed.length; place += 2) {
      const row = timed[place]!;
      const before = timed[place + 1]!;
      if (!isClockStep(index, row, before)) {
        addRowFinding(index, row, 'order.inversion', [recordNumber(index, before)], before);
      }
    }
  });
}

function isClockStep(index: LogIndex, row: number, before: number): boolean {
  const number = index.table.sequenceAt(row);
  const numberBefore = index.table.sequenceAt(before);
  return (
    number !== undefined &&
    numberBefore !== undefined &&
    index.table.epoch.data[row] !== 0 &&
    isSameWriter(index, row, before) &&
    number > numberBefore
  );
}
