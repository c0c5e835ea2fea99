/**
 * The stretch of a source that a reader has at hand: what it has not finished with, and the piece that came last.
 *
 * Where everything before has been finished, the new piece is taken as it is, without a copy.
 */
export class ByteWindow {
  bytes: Uint8Array = new Uint8Array(0);
  /** How many of `bytes` are filled. */
  length = 0;
  /** Offset in the source of `bytes[0]`. */
  base = 0;
  /** Index of the first byte that is not finished with. */
  position = 0;

  /** Drops what is finished with and appends a piece. */
  push(chunk: Uint8Array): void {
    const rest = this.length - this.position;
    this.base += this.position;
    if (rest === 0) {
      this.bytes = chunk;
      this.length = chunk.length;
    } else {
      const joined = new Uint8Array(rest + chunk.length);
      joined.set(this.bytes.subarray(this.position, this.length));
      joined.set(chunk, rest);
      this.bytes = joined;
      this.length = joined.length;
    }
    this.position = 0;
  }
}
