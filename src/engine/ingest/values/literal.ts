/**
 * A stretch of bytes that records have in common, compared eight bytes at a time.
 *
 * Eight bytes are read as a 64-bit float and compared as such, which is the widest comparison that JavaScript does without
 * allocating. It is exact for ASCII but NUL: floats are equal only if their bits are, save zeros and NaNs, and the bits
 * of a NaN or of the negative zero hold a byte beyond ASCII. A literal that holds others is compared byte by byte.
 */
export class Literal {
  readonly length: number;
  /** Where it was not: about how many bytes were compared to see that. */
  compared = 0;
  private readonly bytes: Uint8Array;
  /** Whole words, and one that ends with the last byte, whatever it shares with the one before; none if it is too short. */
  private readonly words: Float64Array;
  private readonly last: number;

  constructor(bytes: Uint8Array) {
    this.length = bytes.length;
    this.bytes = new Uint8Array(bytes);
    const hasWords = bytes.length >= 8 && bytes.every((byte) => byte > 0 && byte < 0x80);
    const view = new DataView(this.bytes.buffer);
    this.words = new Float64Array(hasWords ? (bytes.length - 1) >> 3 : 0);
    for (let index = 0; index < this.words.length; index++) {
      this.words[index] = view.getFloat64(index * 8, true);
    }
    this.last = hasWords ? view.getFloat64(bytes.length - 8, true) : 0;
  }

  /** Whether the literal is at this offset, from which at least {@link length} bytes follow. */
  isAt(view: DataView, start: number): boolean {
    const { words, length } = this;
    if (this.last === 0) {
      return this.isAtByBytes(view, start);
    }
    let position = start;
    let index = 0;
    // Four at a time, which is half as much to do beside the comparisons.
    for (const last = words.length - 3; index < last; index += 4, position += 32) {
      if (
        view.getFloat64(position, true) !== words[index] ||
        view.getFloat64(position + 8, true) !== words[index + 1] ||
        view.getFloat64(position + 16, true) !== words[index + 2] ||
        view.getFloat64(position + 24, true) !== words[index + 3]
      ) {
        this.compared = position + 32 - start;
        return false;
      }
    }
    for (; index < words.length; index++, position += 8) {
      if (view.getFloat64(position, true) !== words[index]) {
        this.compared = position + 8 - start;
        return false;
      }
    }
    if (view.getFloat64(start + length - 8, true) === this.last) {
      return true;
    }
    this.compared = length;
    return false;
  }

  private isAtByBytes(view: DataView, start: number): boolean {
    for (let index = 0; index < this.length; index++) {
      if (view.getUint8(start + index) !== this.bytes[index]) {
        this.compared = index + 1;
        return false;
      }
    }
    return true;
  }
}
