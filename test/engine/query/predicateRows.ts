import { blockRows, wholeBlock } from '../../../src/engine/columns/blocks.ts';
import type { BlockPredicate } from '../../../src/engine/query/rowBits.ts';

/** The first rows of a log that a predicate says certainly or possibly match. */
export function predicateRows(predicate: BlockPredicate, rows: number, kind: 'certain' | 'possible'): readonly number[] {
  const found: number[] = [];
  for (let start = 0; start < rows; start += blockRows) {
    const block = wholeBlock(start, rows);
    const bits = predicate(block)[kind];
    for (let index = 0; index < block.count; index++) {
      if ((bits[index >>> 5]! & (1 << (index & 31))) !== 0) {
        found.push(start + index);
      }
    }
  }
  return found;
}
