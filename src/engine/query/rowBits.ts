import { blockWords, type Block } from '../columns/blocks.ts';

/**
 * What a test says of the rows of a block, one bit each: the rows that match for certain, and the rows that may match. A
 * row that may and need not is one of which columns do not say enough. With these two sets, AND, OR and NOT of Kleene's
 * three-valued logic are the bit operations of the same name.
 */
export interface RowBits {
  readonly certain: Uint32Array;
  /** The same array where everything is certain. */
  readonly possible: Uint32Array;
}

/** Tests a whole block. What it answers is valid until it is asked again; bits after the block's end mean nothing. */
export type BlockPredicate = (block: Block) => RowBits;

export const nothing: RowBits = decided(new Uint32Array(blockWords));
export const everything: RowBits = decided(new Uint32Array(blockWords).fill(0xffff_ffff));
export const undecided: RowBits = { certain: nothing.certain, possible: everything.certain };

export function decided(bits: Uint32Array): RowBits {
  return { certain: bits, possible: bits };
}

export function negate(test: BlockPredicate): BlockPredicate {
  const certain = new Uint32Array(blockWords);
  const possible = new Uint32Array(blockWords);
  return (block) => {
    const bits = test(block);
    invert(bits.possible, certain);
    if (bits.certain === bits.possible) {
      return decided(certain);
    }
    invert(bits.certain, possible);
    return { certain, possible };
  };
}

/** Stops at the first test that leaves no row possible. */
export function all(tests: readonly BlockPredicate[]): BlockPredicate {
  return combined(tests, everything, intersect);
}

export function any(tests: readonly BlockPredicate[]): BlockPredicate {
  return combined(tests, nothing, unite);
}

function combined(
  tests: readonly BlockPredicate[],
  neutral: RowBits,
  combine: (into: Uint32Array, from: Uint32Array) => boolean,
): BlockPredicate {
  const certain = new Uint32Array(blockWords);
  const possible = new Uint32Array(blockWords);
  return (block) => {
    certain.set(neutral.certain);
    // One set serves as both until a test leaves rows open.
    let isDecided = true;
    for (const test of tests) {
      const bits = test(block);
      if (isDecided && bits.certain !== bits.possible) {
        isDecided = false;
        possible.set(certain);
      }
      const goesOn = combine(certain, bits.certain);
      if (!(isDecided ? goesOn : combine(possible, bits.possible))) {
        return nothing;
      }
    }
    return isDecided ? decided(certain) : { certain, possible };
  };
}

/** Whether any bit is left. */
function intersect(into: Uint32Array, from: Uint32Array): boolean {
  let left = 0;
  for (let word = 0; word < blockWords; word++) {
    left |= into[word]! &= from[word]!;
  }
  return left !== 0;
}

function unite(into: Uint32Array, from: Uint32Array): boolean {
  for (let word = 0; word < blockWords; word++) {
    into[word]! |= from[word]!;
  }
  return true;
}

function invert(from: Uint32Array, into: Uint32Array): void {
  for (let word = 0; word < blockWords; word++) {
    into[word] = ~from[word]!;
  }
}
