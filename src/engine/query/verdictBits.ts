import { blockRows, blockWords } from '../columns/blocks.ts';

/** Sets the bits of the rows whose id has an odd verdict. Ids after `count` are looked up too, and mean nothing. */
export function setVerdictBits(bits: Uint32Array, ids: Uint32Array, verdicts: Uint8Array, count: number): void {
  const words = Math.ceil(count / 32);
  for (let word = 0; word < words; word++) {
    let passing = 0;
    // Eight at once, as most of the time would go into counting otherwise.
    for (let bit = 0; bit < 32; bit += 8) {
      const at = word * 32 + bit;
      passing |=
        ((verdicts[ids[at]!]! & 1) |
          ((verdicts[ids[at + 1]!]! & 1) << 1) |
          ((verdicts[ids[at + 2]!]! & 1) << 2) |
          ((verdicts[ids[at + 3]!]! & 1) << 3) |
          ((verdicts[ids[at + 4]!]! & 1) << 4) |
          ((verdicts[ids[at + 5]!]! & 1) << 5) |
          ((verdicts[ids[at + 6]!]! & 1) << 6) |
          ((verdicts[ids[at + 7]!]! & 1) << 7)) <<
        bit;
    }
    bits[word] = passing;
  }
}

/**
 * The verdicts of each two ids of one byte, so that two rows are one look: most columns are as narrow as that. A sixteenth
 * of the time that {@link setVerdictBits} would take with what it takes to widen the ids.
 */
export class PairVerdicts {
  /** Two bits for each two bytes, as the machine reads them for a number. */
  private readonly pairs = new Uint8Array(0x1_0000);

  constructor(verdicts: Uint8Array) {
    const pair = new Uint16Array(1);
    const ids = new Uint8Array(pair.buffer);
    for (let number = 0; number < 0x1_0000; number++) {
      pair[0] = number;
      this.pairs[number] = ((verdicts[ids[0]!] ?? 0) & 1) | (((verdicts[ids[1]!] ?? 0) & 1) << 1);
    }
  }

  /** Sets the bits of a block that is complete, of which all rows are meant. */
  setBits(bits: Uint32Array, column: Uint8Array, start: number): void {
    const ids = new Uint16Array(column.buffer, column.byteOffset + start, blockRows / 2);
    const { pairs } = this;
    for (let word = 0, at = 0; word < blockWords; word++, at += 16) {
      bits[word] =
        pairs[ids[at]!]! |
        (pairs[ids[at + 1]!]! << 2) |
        (pairs[ids[at + 2]!]! << 4) |
        (pairs[ids[at + 3]!]! << 6) |
        (pairs[ids[at + 4]!]! << 8) |
        (pairs[ids[at + 5]!]! << 10) |
        (pairs[ids[at + 6]!]! << 12) |
        (pairs[ids[at + 7]!]! << 14) |
        (pairs[ids[at + 8]!]! << 16) |
        (pairs[ids[at + 9]!]! << 18) |
        (pairs[ids[at + 10]!]! << 20) |
        (pairs[ids[at + 11]!]! << 22) |
        (pairs[ids[at + 12]!]! << 24) |
        (pairs[ids[at + 13]!]! << 26) |
        (pairs[ids[at + 14]!]! << 28) |
        (pairs[ids[at + 15]!]! << 30);
    }
  }
}
