import { buildDecodingTable } from './huffman.ts';
import { BitReader, readDynamicCodes, type CodeLengths, fixedCodes } from './blockHeader.ts';

/**
 * Inflates a deflate stream (RFC 1951) in pieces. It stops exactly at a fault with every byte before it, knows where in
 * the input the stream ends, and can be taken up again in its middle from a checkpoint: no inflate that platforms offer
 * does all of these, and this one is the same on all of them.
 */
export class Inflater {
  state: InflateState = 'running';
  /** The window of history, then the output that has not been taken. */
  private readonly out = new Uint8Array(windowSize + pieceSize + longestMatch);
  private at = windowSize;
  /** How many bytes of history there are. */
  private reach = 0;
  private readonly bits = new BitReader();
  private block: Block = { kind: 'header' };
  private isLastBlock = false;

  /** Takes a stream up again; the input goes on with the byte that came next when the checkpoint was made. */
  static from({ history, held, count, isLastBlock, block }: InflateCheckpoint): Inflater {
    const inflater = new Inflater();
    inflater.out.set(history, windowSize - history.length);
    inflater.reach = history.length;
    inflater.bits.held = held;
    inflater.bits.count = count;
    inflater.isLastBlock = isLastBlock;
    inflater.block = block.kind === 'codes' ? codesBlock(block.lengths)! : block;
    return inflater;
  }

  /** Where the stream can be taken up again. All output must have been taken. */
  checkpoint(): InflateCheckpoint {
    const { at, reach, bits, block, isLastBlock } = this;
    return {
      history: this.out.slice(at - reach, at),
      held: bits.held,
      count: bits.count,
      isLastBlock,
      // The tables of a code take more room than the lengths that they are made of.
      block: block.kind === 'codes' ? { kind: 'codes', lengths: block.lengths } : block,
    };
  }

  /**
   * Inflates from `input[start]` until the stream ends or is at fault, a piece of output is full, or fewer than
   * {@link inflateLookahead} bytes are left before `end`; all of them are used if `isLast`. Returns the index of the byte
   * with which the input goes on.
   */
  run(input: Uint8Array, start: number, end: number, isLast: boolean): number {
    const { bits } = this;
    bits.input = input;
    bits.position = start;
    bits.end = end;
    const stopAt = isLast ? Infinity : end - inflateLookahead;
    while (this.state === 'running' && this.at < fullAt && bits.position <= stopAt) {
      switch (this.block.kind) {
        case 'header':
          this.readHeader();
          break;
        case 'stored':
          this.copyStored(this.block.left, isLast);
          break;
        case 'codes':
          this.decode(this.block, isLast);
          break;
      }
      bits.unread();
    }
    return bits.position;
  }

  /** The output since the last call. */
  take(): Uint8Array {
    const { out, at } = this;
    const piece = out.slice(windowSize, at);
    this.reach = Math.min(windowSize, this.reach + piece.length);
    out.copyWithin(0, at - windowSize, at);
    this.at = windowSize;
    return piece;
  }

  private readHeader(): void {
    const { bits } = this;
    this.isLastBlock = bits.take(1) === 1;
    const type = bits.take(2);
    let block: Block | undefined;
    if (type === 0) {
      const length = bits.takeAligned16();
      block = bits.takeAligned16() === (length ^ 0xffff) ? { kind: 'stored', left: length } : undefined;
    } else if (type !== 3) {
      const lengths = type === 1 ? fixedCodes : readDynamicCodes(bits);
      block = lengths === undefined ? undefined : codesBlock(lengths);
    }
    if (bits.isOverrun) {
      this.state = 'truncated';
    } else if (block === undefined) {
      this.state = 'corrupt';
    } else {
      this.block = block;
    }
  }

  private copyStored(left: number, isLast: boolean): void {
    const { bits } = this;
    const length = Math.min(left, bits.end - bits.position, fullAt - this.at);
    this.out.set(bits.input.subarray(bits.position, bits.position + length), this.at);
    this.at += length;
    bits.position += length;
    if (length === left) {
      this.endBlock();
    } else if (isLast && bits.position === bits.end) {
      this.state = 'truncated';
    } else {
      this.block = { kind: 'stored', left: left - length };
    }
  }

  private endBlock(): void {
    this.block = { kind: 'header' };
    if (this.isLastBlock) {
      this.state = 'ended';
    }
  }

  /** The inner loop: literals and matches until the block ends, the output is full or the input runs short. */
  private decode({ literals, distances }: CodesBlock, isLast: boolean): void {
    const { out, bits, reach } = this;
    const { input, end } = bits;
    const literalMask = literals.length - 1;
    const distanceMask = distances.length - 1;
    const stopAt = isLast ? Infinity : end - longestSymbol;
    let { position, held, count } = bits;
    let at = this.at;
    let state: InflateState = 'running';
    let isEnd = false;
    while (at < fullAt && position <= stopAt) {
      // Bytes behind the end of the input read as 0; what was made of them is thrown away.
      if (count < 16) {
        held |= (input[position]! | (input[position + 1]! << 8)) << count;
        position += 2;
        count += 16;
      }
      const literal = literals[held & literalMask]!;
      held >>>= literal & 15;
      count -= literal & 15;
      const symbol = literal >>> 4;
      if (isLast && position - (count >> 3) > end) {
        state = 'truncated';
        break;
      }
      if (literal === 0 || symbol > 285) {
        state = 'corrupt';
        break;
      }
      if (symbol < 256) {
        out[at++] = symbol;
        continue;
      }
      if (symbol === 256) {
        isEnd = true;
        break;
      }
      if (count < 16) {
        held |= (input[position]! | (input[position + 1]! << 8)) << count;
        position += 2;
        count += 16;
      }
      const lengthExtra = extraOfLength[symbol - 257]!;
      const length = baseOfLength[symbol - 257]! + (held & ((1 << lengthExtra) - 1));
      held >>>= lengthExtra;
      count -= lengthExtra;
      if (count < 16) {
        held |= (input[position]! | (input[position + 1]! << 8)) << count;
        position += 2;
        count += 16;
      }
      const coded = distances[held & distanceMask]!;
      held >>>= coded & 15;
      count -= coded & 15;
      if (count < 16) {
        held |= (input[position]! | (input[position + 1]! << 8)) << count;
        position += 2;
        count += 16;
      }
      const distanceExtra = extraOfDistance[coded >>> 4]!;
      const distance = baseOfDistance[coded >>> 4]! + (held & ((1 << distanceExtra) - 1));
      held >>>= distanceExtra;
      count -= distanceExtra;
      if (isLast && position - (count >> 3) > end) {
        state = 'truncated';
        break;
      }
      if (coded === 0 || coded >>> 4 > 29 || distance > reach + at - windowSize) {
        state = 'corrupt';
        break;
      }
      if (distance >= length) {
        if (length < 24) {
          for (let from = at - distance, until = from + length; from < until;) {
            out[at++] = out[from++]!;
          }
        } else {
          out.copyWithin(at, at - distance, at - distance + length);
          at += length;
        }
      } else if (distance === 1) {
        out.fill(out[at - 1]!, at, at + length);
        at += length;
      } else {
        for (const until = at + length; at < until; at++) {
          out[at] = out[at - distance]!;
        }
      }
    }
    this.at = at;
    this.state = state;
    bits.position = position;
    bits.held = held;
    bits.count = count;
    if (isEnd) {
      this.endBlock();
    }
  }
}

/** `truncated` and `corrupt` are for good: what was put out before is all that there is. */
export type InflateState = 'running' | 'ended' | 'truncated' | 'corrupt';

/** How many bytes the input must hold beyond the place to go on, unless it ends there: a block's header takes up to 563. */
export const inflateLookahead = 1024;

export interface InflateCheckpoint {
  readonly history: Uint8Array;
  /** Bits of the byte before the one with which the input goes on: less than 8. */
  readonly held: number;
  readonly count: number;
  readonly isLastBlock: boolean;
  readonly block: Exclude<Block, CodesBlock> | { readonly kind: 'codes'; readonly lengths: CodeLengths };
}

type Block = { readonly kind: 'header' } | { readonly kind: 'stored'; readonly left: number } | CodesBlock;

interface CodesBlock {
  readonly kind: 'codes';
  readonly lengths: CodeLengths;
  readonly literals: Uint16Array;
  readonly distances: Uint16Array;
}

const windowSize = 32_768;
const pieceSize = 256 * 1024;
const fullAt = windowSize + pieceSize;
const longestMatch = 258;
/** More than a match takes of the input, with what is read ahead. */
const longestSymbol = 16;

const baseOfLength = Uint16Array.of(
  3,
  4,
  5,
  6,
  7,
  8,
  9,
  10,
  11,
  13,
  15,
  17,
  19,
  23,
  27,
  31,
  35,
  43,
  51,
  59,
  67,
  83,
  99,
  115,
  131,
  163,
  195,
  227,
  258,
);
const extraOfLength = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0);
const baseOfDistance = Uint16Array.of(
  1,
  2,
  3,
  4,
  5,
  7,
  9,
  13,
  17,
  25,
  33,
  49,
  65,
  97,
  129,
  193,
  257,
  385,
  513,
  769,
  1025,
  1537,
  2049,
  3073,
  4097,
  6145,
  8193,
  12289,
  16385,
  24577,
);
const extraOfDistance = Uint8Array.of(0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13);

function codesBlock(lengths: CodeLengths): CodesBlock | undefined {
  const literals = buildDecodingTable(lengths.literals);
  const distances = buildDecodingTable(lengths.distances);
  return literals === undefined || distances === undefined ? undefined : { kind: 'codes', lengths, literals, distances };
}
