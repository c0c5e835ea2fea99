import { finishHash, hashBytes, mixWord } from '../../columns/byteHash.ts';

/**
 * Scans the content of a JSON string and hashes it in the same pass, four bytes at a time.
 *
 * A word is looked at as a whole: `(word ^ "\"\"\"\"") - 0x01010101` borrows into the high bit of a byte that was a quote,
 * and so on for backslashes, control characters and bytes beyond ASCII (Hacker's Delight, 2nd edition, §6-1). A borrow
 * may also mark the byte above one that is rightly marked, never one below it: the lowest mark is exact, and it is the
 * only one that is used.
 */
export class TextScan {
  /** The hash of the content, as `byteHash.ts` has it; after {@link scan} has succeeded. */
  hash = 0;
  /** Some string since this was last reset held a byte beyond ASCII. */
  beyondAscii = false;
  private readonly seed: number;

  constructor(seed: number) {
    this.seed = seed;
  }

  /** Like {@link scan}, without the hash. */
  pass(view: DataView, start: number, end: number): number {
    let position = start;
    for (; position + 4 <= end; position += 4) {
      const marks = marksOf(view.getInt32(position, true));
      if (marks !== 0) {
        position += ((31 - Math.clz32(marks & -marks)) & 0x18) >> 3;
        break;
      }
    }
    return this.passBytes(view, position, end);
  }

  /**
   * Scans from the first byte of the content; returns the offset of the closing quote, or -1 where the bytes end before
   * it, a control character is in the string, or an escape.
   */
  scan(view: DataView, start: number, end: number): number {
    let hash = this.seed;
    let position = start;
    for (; position + 4 <= end; position += 4) {
      const word = view.getInt32(position, true);
      const marks = marksOf(word);
      if (marks !== 0) {
        // The lowest mark: its byte is the first that is not plain.
        const shift = (31 - Math.clz32(marks & -marks)) & 0x18;
        if (((word >>> shift) & 0xff) !== 0x22) {
          return this.scanBytes(view, start, position + (shift >> 3), end);
        }
        if (shift > 0) {
          hash = mixWord(hash, word & ((1 << shift) - 1));
        }
        const length = position + (shift >> 3) - start;
        this.hash = finishHash(hash, length);
        return start + length;
      }
      hash = mixWord(hash, word);
    }
    return this.scanBytes(view, start, position, end);
  }

  /** The same byte by byte, for strings beyond ASCII and the last bytes of a piece; bytes before `from` are plain. */
  private scanBytes(view: DataView, start: number, from: number, end: number): number {
    const quote = this.passBytes(view, from, end);
    if (quote !== -1) {
      this.hash = hashBytes(view, start, quote, this.seed);
    }
    return quote;
  }

  private passBytes(view: DataView, from: number, end: number): number {
    for (let position = from; position < end; position++) {
      const byte = view.getUint8(position);
      if (byte === 0x22) {
        return position;
      }
      if (byte < 0x20 || byte === 0x5c) {
        return -1;
      }
      this.beyondAscii ||= byte >= 0x80;
    }
    return -1;
  }
}

/** A high bit for each byte that is no plain character of a string: exact up to the lowest one. */
function marksOf(word: number): number {
  const quote = word ^ 0x22222222;
  const backslash = word ^ 0x5c5c5c5c;
  return (((quote - 0x01010101) & ~quote) | ((backslash - 0x01010101) & ~backslash) | ((word - 0x20202020) & ~word) | word) & 0x80808080;
}
