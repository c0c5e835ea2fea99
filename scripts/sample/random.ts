/** A stream of numbers that only the seed decides: the same sample on every machine. Not for secrets. */
export interface Random {
  /** From 0, below 1. */
  next(): number;
  /** A whole number from 0, below `limit`. */
  integer(limit: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Picks by weights, which need not sum to 1. */
  pickWeighted<Item>(items: readonly (readonly [item: Item, weight: number])[]): Item;
  /** A version 4 GUID, which no other sample and no real system shares but by chance. */
  guid(): string;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  // mulberry32: 32 bits of state are plenty for a sample, and it is fast.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const integer = (limit: number): number => Math.floor(next() * limit);
  const hex = (digits: number): string =>
    integer(16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (items) => items[integer(items.length)]!,
    pickWeighted: (items) => {
      let rest = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      const found = items.find(([, weight]) => (rest -= weight) < 0) ?? items.at(-1)!;
      return found[0];
    },
    guid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[integer(4)]!}${hex(3)}-${hex(6)}${hex(6)}`,
  };
}
