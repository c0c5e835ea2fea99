import { buildDecodingTable } from './huffman.ts';

/** The lengths of the codes for each literal or length, and for each distance; 0 for a symbol without a code. */
export interface CodeLengths {
  readonly literals: Uint8Array;
  readonly distances: Uint8Array;
}

/** Takes bits from bytes, the lowest first. Behind the end of the input they read as 0. */
export class BitReader {
  input: Uint8Array = new Uint8Array(0);
  position = 0;
  end = 0;
  /** Bits that have been read and not been taken. */
  held = 0;
  count = 0;

  /** Takes up to 16 bits. */
  take(length: number): number {
    this.fill();
    const bits = this.held & ((1 << length) - 1);
    this.drop(length);
    return bits;
  }

  /** Takes 16 bits from the next full byte on. */
  takeAligned16(): number {
    this.drop(this.count & 7);
    return this.take(16);
  }

  /** Decodes a symbol; undefined if the bits belong to no code. */
  decode(table: Uint16Array): number | undefined {
    this.fill();
    const entry = this.held & (table.length - 1);
    const found = table[entry]!;
    this.drop(found & 15);
    return found === 0 ? undefined : found >>> 4;
  }

  /** Gives back the whole bytes that were not taken. */
  unread(): void {
    this.position -= this.count >> 3;
    this.count &= 7;
    this.held &= (1 << this.count) - 1;
  }

  /** More has been taken than the input holds. */
  get isOverrun(): boolean {
    return this.position - (this.count >> 3) > this.end;
  }

  private fill(): void {
    while (this.count < 16) {
      this.held |= (this.position < this.end ? this.input[this.position]! : 0) << this.count;
      this.position++;
      this.count += 8;
    }
  }

  private drop(length: number): void {
    this.held >>>= length;
    this.count -= length;
  }
}

/** Reads the codes of a dynamic block; undefined if they are none. */
export function readDynamicCodes(bits: BitReader): CodeLengths | undefined {
  const literalCount = bits.take(5) + 257;
  const distanceCount = bits.take(5) + 1;
  const lengthCount = bits.take(4) + 4;
  const lengthLengths = new Uint8Array(19);
  for (let index = 0; index < lengthCount; index++) {
    lengthLengths[lengthOrder[index]!] = bits.take(3);
  }
  const table = buildDecodingTable(lengthLengths);
  if (table === undefined || literalCount > 286 || distanceCount > 30) {
    return undefined;
  }
  const lengths = new Uint8Array(literalCount + distanceCount);
  for (let index = 0; index < lengths.length;) {
    const symbol = bits.decode(table);
    if (symbol === undefined || (symbol === 16 && index === 0)) {
      return undefined;
    }
    if (symbol < 16) {
      lengths[index++] = symbol;
      continue;
    }
    const value = symbol === 16 ? lengths[index - 1]! : 0;
    const repeat = symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7);
    if (index + repeat > lengths.length) {
      return undefined;
    }
    lengths.fill(value, index, index + repeat);
    index += repeat;
  }
  const literals = lengths.slice(0, literalCount);
  // Without a code for it the block could never end.
  return literals[256] === 0 ? undefined : { literals, distances: lengths.slice(literalCount) };
}

/** In which order the lengths of the codes for lengths stand. */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

export const fixedCodes: CodeLengths = {
  literals: Uint8Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
  distances: new Uint8Array(30).fill(5),
};
