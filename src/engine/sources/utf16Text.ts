import { isSeam, seamInUtf16, seamLength, type Seam } from '../../core/reading/decoding/seam.ts';
import { decodeUtf16, utf16Bytes } from '../../core/reading/decoding/utf16.ts';
import type { ReadRange } from './readRange.ts';

/** Bytes of UTF-16 in a block. */
const blockSize = 64 * 1024;
const recentBlocks = 16;

/** Bytes of the unit before a block, which may end a line. */
const unitSize = 2;

/**
 * UTF-16 as UTF-8, at any offset, up to the seam after which another encoding begins. The blocks that were decoded once are known by their offsets on both sides, so that one
 * block must be decoded to read a place again, or to say where its bytes are.
 */
export class Utf16Text {
  /** Offset in the source up to which bytes have been seen. */
  seen: number;
  /** What follows, known when all before has been decoded. */
  seam: Seam | undefined;
  /** The bytes end in the middle of a unit. */
  endsWithin = false;
  /** The bytes end with a character, so that others may follow. */
  endsWhole = true;
  private readonly utf16: ReadRange;
  private readonly isLittleEndian: boolean;
  /** Offsets at which blocks begin, in the decoded bytes and in those of UTF-16; the last is where decoding has come to. */
  private readonly decodedAt: number[];
  private readonly utf16At: number[];
  private ended = false;
  private readonly recent = new Map<number, Uint8Array>();
  /** The place that was asked for last: the next is mostly not far after it. */
  private lastPlace = { block: -1, index: 0, utf16: 0 };

  /**
   * @param utf16 Reads the source, in which the UTF-16 begins at an offset.
   * @param decodedAt The offset that its first decoded byte has.
   */
  constructor(utf16: ReadRange, isLittleEndian: boolean, utf16At: number, decodedAt: number) {
    this.utf16 = utf16;
    this.isLittleEndian = isLittleEndian;
    this.seen = utf16At;
    this.utf16At = [utf16At];
    this.decodedAt = [decodedAt];
  }

  /** The offset after all that has been decoded. */
  get decodedEnd(): number {
    return this.decodedAt.at(-1)!;
  }

  readonly read: ReadRange = async (offset, length, signal, into = new Uint8Array(length)) => {
    let filled = 0;
    while (filled < length) {
      const block = await this.blockAt(offset + filled, signal);
      if (block === undefined) {
        break;
      }
      const start = offset + filled - this.decodedAt[block]!;
      const part = (await this.decoded(block, signal)).subarray(start, start + length - filled);
      into.set(part, filled);
      filled += part.length;
    }
    return into.subarray(0, filled);
  };

  /** There is more after what seemed to be the end, which was whole. */
  goOn(): void {
    this.ended = false;
  }

  /** Where in the bytes of UTF-16 the character at an offset of the decoded bytes begins. */
  async placeOf(offset: number): Promise<number> {
    const block = await this.blockAt(offset);
    if (block === undefined) {
      return this.utf16At.at(-1)!;
    }
    const bytes = await this.decoded(block);
    const index = offset - this.decodedAt[block]!;
    const last = this.lastPlace;
    const from = last.block === block && last.index <= index ? last : { index: 0, utf16: this.utf16At[block]! };
    const utf16 = from.utf16 + utf16Bytes(bytes, from.index, index);
    this.lastPlace = { block, index, utf16 };
    return utf16;
  }

  /** The number of the block that holds an offset; undefined after the end. */
  private async blockAt(offset: number, signal?: AbortSignal): Promise<number | undefined> {
    while (!this.ended && offset >= this.decodedAt.at(-1)!) {
      await this.decodeNext(signal);
    }
    if (offset >= this.decodedAt.at(-1)!) {
      return undefined;
    }
    let low = 0;
    let high = this.decodedAt.length - 1;
    while (low + 1 < high) {
      const middle = (low + high) >>> 1;
      if (this.decodedAt[middle]! <= offset) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private async decodeNext(signal: AbortSignal | undefined): Promise<void> {
    const block = this.decodedAt.length - 1;
    const start = this.utf16At[block]!;
    const before = start > this.utf16At[0]! ? unitSize : 0;
    const wanted = before + blockSize + seamLength;
    const read = await this.utf16(start - before, wanted, signal);
    if (this.decodedAt.length - 1 !== block || this.ended) {
      // Somebody else was faster.
      return;
    }
    const end = Math.min(read.length, before + blockSize);
    const hasAll = read.length < wanted;
    const found = seamInUtf16(read, 0, end, this.isLittleEndian, hasAll);
    this.seam = isSeam(found) ? { ...found, at: found.at + start - before } : undefined;
    const utf16 = read.subarray(before, this.seam === undefined ? end : found!.at);
    const isLast = this.seam !== undefined || (hasAll && end === read.length);
    const { bytes, used } = decodeUtf16(utf16, this.isLittleEndian, isLast);
    this.ended = isLast;
    this.endsWithin = isLast && used < utf16.length;
    this.endsWhole =
      decodeUtf16(utf16.subarray(-2), this.isLittleEndian, false).used === Math.min(2, utf16.length) &&
      !this.endsWithin &&
      seamInUtf16(read, 0, end, this.isLittleEndian, false) === undefined;
    this.seen = start + utf16.length;
    if (used > 0) {
      this.decodedAt.push(this.decodedAt[block]! + bytes.length);
      this.utf16At.push(start + used);
      this.remember(block, bytes);
    }
  }

  private async decoded(block: number, signal?: AbortSignal): Promise<Uint8Array> {
    const known = this.recent.get(block);
    if (known !== undefined) {
      return known;
    }
    const start = this.utf16At[block]!;
    const utf16 = await this.utf16(start, this.utf16At[block + 1]! - start, signal);
    const { bytes } = decodeUtf16(utf16, this.isLittleEndian, true);
    this.remember(block, bytes);
    return bytes;
  }

  private remember(block: number, bytes: Uint8Array): void {
    this.recent.set(block, bytes);
    if (this.recent.size > recentBlocks) {
      this.recent.delete(this.recent.keys().next().value!);
    }
  }
}
