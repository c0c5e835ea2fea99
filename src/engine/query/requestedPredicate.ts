import { anyMatches } from '../../core/query/compileQuery.ts';
import type { ValuePredicate } from '../../core/query/compileMatcher.ts';
import { blockWords, rowAt, type Block } from '../columns/blocks.ts';
import { longEnough } from '../columns/blockTimes.ts';
import type { RequestedColumn } from './requestedColumn.ts';
import type { BlockPredicate } from './rowBits.ts';

/** What an id's values say to a test. */
const hit = 1;
const miss = 2;
const open = 3;

/**
 * Whether a value of a column that was made on request passes. Rows that it does not hold yet are left open, and so are those
 * with values that are not kept, unless one that is kept passes.
 */
export function requestedPredicate(column: RequestedColumn, test: ValuePredicate): BlockPredicate {
  const certain = new Uint32Array(blockWords);
  const possible = new Uint32Array(blockWords);
  /** By id; 0 while nobody has met it. */
  let verdicts = new Uint8Array(0);
  const decide = (id: number): number => {
    const values = column.valuesOf(id);
    const passes = values.length > 0 && anyMatches(values, test);
    return (verdicts[id] = passes ? hit : column.isPartial(id) ? open : miss);
  };
  const verdictOf = (row: number): number => {
    if (row >= column.rows) {
      return open;
    }
    const id = column.column.data[row]!;
    return verdicts[id] || decide(id);
  };
  return (block: Block) => {
    verdicts = longEnough(verdicts, column.maxId + 1);
    certain.fill(0);
    possible.fill(0);
    for (let place = 0; place < block.count; place++) {
      const verdict = verdictOf(rowAt(block, place));
      const bit = 1 << (place & 31);
      certain[place >>> 5]! |= verdict === hit ? bit : 0;
      possible[place >>> 5]! |= verdict === miss ? 0 : bit;
    }
    return { certain, possible };
  };
}
