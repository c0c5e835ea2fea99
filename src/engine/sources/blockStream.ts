import type { GunzipStream } from './gunzipStream.ts';

/** Decompressed bytes in a block. */
export const blockSize = 512 * 1024;

const nothing = new Uint8Array(0);

/** Cuts what is decompressed into blocks. */
export class BlockStream {
  /** Number of the next block. */
  next = 0;
  readonly stream: GunzipStream;
  private block: Uint8Array = nothing;
  private length = 0;
  private rest: Uint8Array = nothing;

  constructor(stream: GunzipStream) {
    this.stream = stream;
  }

  /** The next block, shorter only at the end; undefined after it. Can be gone on with after a rejection. */
  async read(signal: AbortSignal | undefined): Promise<Uint8Array | undefined> {
    while (this.length < blockSize) {
      const bytes = this.rest.length > 0 ? this.rest : await this.stream.next(signal);
      if (bytes === undefined) {
        break;
      }
      if (this.length === 0) {
        this.block = new Uint8Array(blockSize);
      }
      const part = bytes.subarray(0, blockSize - this.length);
      this.block.set(part, this.length);
      this.length += part.length;
      this.rest = bytes.subarray(part.length);
    }
    if (this.length === 0) {
      return undefined;
    }
    const block = this.length === blockSize ? this.block : this.block.slice(0, this.length);
    this.block = nothing;
    this.length = 0;
    this.next++;
    return block;
  }
}
