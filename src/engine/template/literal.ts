/** A stretch of bytes that records have in common, compared four bytes at a time. */
export class Literal {
  readonly length: number;
  /** Whole words, and for four bytes or more one that ends with the last byte, whatever it shares with the one before. */
  private readonly words: Int32Array;
  private readonly last: number;
  /** The bytes of a literal of less than a word. */
  private readonly short: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.length = bytes.length;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.words = Int32Array.from({ length: bytes.length >> 2 }, (_, index) => view.getInt32(index * 4, true));
    this.last = bytes.length < 4 ? 0 : view.getInt32(bytes.length - 4, true);
    this.short = bytes.length < 4 ? bytes.slice() : new Uint8Array(0);
  }

  /** Whether the literal stands at this offset, from which at least {@link length} bytes follow. */
  isAt(view: DataView, start: number): boolean {
    const { words } = this;
    let position = start;
    for (let index = 0; index < words.length; index++, position += 4) {
      if (view.getInt32(position, true) !== words[index]) {
        return false;
      }
    }
    if (this.length >= 4) {
      return view.getInt32(start + this.length - 4, true) === this.last;
    }
    for (let index = 0; index < this.length; index++) {
      if (view.getUint8(start + index) !== this.short[index]) {
        return false;
      }
    }
    return true;
  }
}
