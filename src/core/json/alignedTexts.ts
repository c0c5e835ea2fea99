/** Stretches of a text between blanks; a string is one of them, with its blanks. */
interface Tokens {
  readonly starts: readonly number[];
  /** Units in the tokens before each, and at the end those of all. */
  readonly counted: readonly number[];
  readonly length: number;
}

/**
 * Two texts of which one is the other laid out anew, as `prettyText` does it: nothing but blanks outside of strings may differ. Gives
 * for places of one those of the other, each in logarithmic time.
 */
export class AlignedTexts {
  readonly #first: Tokens;
  readonly #second: Tokens;

  constructor(first: string, second: string) {
    this.#first = tokensOf(first);
    this.#second = tokensOf(second);
  }

  /** The place in the second text of what is at an offset of the first; of a blank, the place after what precedes it. */
  toSecond(offset: number): number {
    return offsetAfter(this.#second, countedBefore(this.#first, offset));
  }

  /** The same from the second text to the first. */
  toFirst(offset: number): number {
    return offsetAfter(this.#first, countedBefore(this.#second, offset));
  }
}

/** How many units that are no blanks between tokens are before an offset. */
function countedBefore({ starts, counted }: Tokens, offset: number): number {
  const token = lastUpTo(starts, offset);
  return token === -1 ? 0 : Math.min(counted[token]! + offset - starts[token]!, counted[token + 1]!);
}

/** Where the unit is that has so many before it which are no blanks between tokens. */
function offsetAfter({ starts, counted, length }: Tokens, count: number): number {
  const token = lastUpTo(counted, count);
  return token >= starts.length ? length : starts[token]! + count - counted[token]!;
}

/** The place of the last number of a rising list that is not greater; -1 if there is none. */
function lastUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  for (let high = numbers.length; low < high;) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! <= limit) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}

function tokensOf(text: string): Tokens {
  const starts: number[] = [];
  const counted = [0];
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\[^])*(?:"|\\?$)|[^\s"]+/g)) {
    starts.push(index);
    counted.push(counted.at(-1)! + token.length);
  }
  return { starts, counted, length: text.length };
}
