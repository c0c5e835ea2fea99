import type { LogIndex } from '../index/logIndex.ts';

/**
 * The last row of a source that does not lie after a place; undefined where all do. Rows are in the order of the file, so
 * that `isBehind` holds from some row on.
 */
export function lastRowUpTo(index: LogIndex, source: number, isAfter: (row: number) => boolean): number | undefined {
  const { firstRow, records } = index.sources[source]!;
  let low = firstRow;
  let high = Math.min(firstRow + records, index.rows);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isAfter(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low > firstRow ? low - 1 : undefined;
}
