import { blockRows, blockWords } from '../columns/blocks.ts';
import { emptyWords } from './rowSet.ts';
import type { BlockPredicate } from './rowBits.ts';

/**
 * A term of a filter that columns do not decide, at least not for all rows: what was found out from the records' bytes.
 *
 * Rows are only ever appended, and what a record says does not change. So each row is decided once, whatever becomes of
 * the search that asked for it: the next snapshot, another filter with the same term, and a search after one that was
 * cancelled all go on from there.
 */
export class DeferredTerm {
  private found = emptyWords(blockRows);
  private looked = emptyWords(blockRows);

  note(row: number, matches: boolean): void {
    while (row >= this.looked.length * 32) {
      this.found = doubled(this.found);
      this.looked = doubled(this.looked);
    }
    const bit = 1 << (row & 31);
    this.looked[row >>> 5]! |= bit;
    if (matches) {
      this.found[row >>> 5]! |= bit;
    }
  }

  /** What was found out about the first rows; searches that are under way do not add to it. */
  upTo(rows: number): DeferredTerm {
    const kept = new DeferredTerm();
    kept.found = firstBits(this.found, rows);
    kept.looked = firstBits(this.looked, rows);
    return kept;
  }

  /** Decides what another test leaves open, as far as it is known by now. */
  settle(test: BlockPredicate): BlockPredicate {
    const certain = new Uint32Array(blockWords);
    const possible = new Uint32Array(blockWords);
    return (block) => {
      const bits = test(block);
      const first = block.start >>> 5;
      for (let word = 0; word < blockWords; word++) {
        const found = this.found[first + word] ?? 0;
        const looked = this.looked[first + word] ?? 0;
        certain[word] = bits.certain[word]! | (bits.possible[word]! & found);
        possible[word] = bits.certain[word]! | (bits.possible[word]! & (found | ~looked));
      }
      return { certain, possible };
    };
  }
}

function firstBits(words: Uint32Array, count: number): Uint32Array {
  const first = words.slice();
  first.fill(0, Math.ceil(count / 32));
  if (count % 32 !== 0 && count < words.length * 32) {
    first[count >>> 5]! &= 2 ** (count % 32) - 1;
  }
  return first;
}

function doubled(words: Uint32Array): Uint32Array {
  const longer = new Uint32Array(words.length * 2);
  longer.set(words);
  return longer;
}
