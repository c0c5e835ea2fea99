/**
 * The stretch of a source that a reader has at hand: what it has not finished with, and the piece that came last.
 *
 * Where everything before has been finished, the new piece is taken as it is, without a copy; else it is put after the
 * rest in a buffer that is kept, so that a record of many pieces is not copied with each of them.
 */
export class ByteWindow {
  bytes: Uint8Array = new Uint8Array(0);
  /** How many of `bytes` are filled. */
  length = 0;
  /** Offset in the source of `bytes[0]`. */
  base: number;
  /** Index of the first byte that is not finished with. */
  position = 0;
  private buffer: Uint8Array = new Uint8Array(0);

  /** @param offset Where the first piece begins in the source. */
  constructor(offset = 0) {
    this.base = offset;
  }

  /** Takes over the state of another one, which this does not share afterwards. */
  copyFrom(other: ByteWindow): void {
    this.bytes = other.bytes;
    this.length = other.length;
    this.base = other.base;
    this.position = other.position;
    this.buffer = other.buffer;
  }

  /** Drops what is finished with and appends a piece. */
  push(chunk: Uint8Array): void {
    const rest = this.length - this.position;
    this.base += this.position;
    if (rest === 0) {
      this.bytes = chunk;
    } else {
      this.join(this.bytes.subarray(this.position, this.length), chunk);
    }
    this.length = rest + chunk.length;
    this.position = 0;
  }

  /** From now on the bytes at hand are not changed any more: another window may hold them too. */
  share(): void {
    this.buffer = new Uint8Array(0);
  }

  private join(rest: Uint8Array, chunk: Uint8Array): void {
    const length = rest.length + chunk.length;
    const { buffer } = this;
    if (buffer.length < length || (buffer.length > largeBuffer && buffer.length > 4 * length)) {
      this.buffer = new Uint8Array(length > largeBuffer ? length * 2 : length + 4096);
    }
    if (rest.buffer !== this.buffer.buffer || rest.byteOffset > 0) {
      // Within one buffer this moves the rest to its beginning.
      this.buffer.set(rest);
    }
    this.buffer.set(chunk, rest.length);
    this.bytes = this.buffer.subarray(0, length);
  }
}

const largeBuffer = 4 * 1024 * 1024;
