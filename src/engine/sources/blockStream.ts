import type { GunzipStream } from './gunzipStream.ts';

/** Decompressed bytes in a block. */
export const blockSize = 512 * 1024;

const nothing = new Uint8Array(0);

/** Cuts what is decompressed into blocks. What fills memory as large as a block, part by part, is not copied. */
export class BlockStream {
  /** Number of the next block. */
  next = 0;
  readonly stream: GunzipStream;
  /** What there is of the next block, and whether that is a copy, to which more may be added. */
  private block: Uint8Array = nothing;
  private isCopy = false;
  private rest: Uint8Array = nothing;

  constructor(stream: GunzipStream) {
    this.stream = stream;
  }

  /** The next block, shorter only at the end; undefined after it. Can be gone on with after a rejection. */
  async read(signal: AbortSignal | undefined): Promise<Uint8Array | undefined> {
    while (this.block.length < blockSize) {
      const bytes = this.rest.length > 0 ? this.rest : await this.stream.next(signal);
      if (bytes === undefined) {
        break;
      }
      const part = bytes.subarray(0, blockSize - this.block.length);
      this.add(part);
      this.rest = bytes.subarray(part.length);
    }
    const { block } = this;
    if (block.length === 0) {
      return undefined;
    }
    this.block = nothing;
    this.next++;
    return block.length === blockSize ? block : block.slice();
  }

  private add(part: Uint8Array): void {
    const { block } = this;
    const length = block.length + part.length;
    const { buffer, byteOffset } = part;
    if (buffer.byteLength === blockSize && byteOffset === block.length && (block.length === 0 || buffer === block.buffer)) {
      this.isCopy = false;
      this.block = new Uint8Array(buffer, 0, length);
      return;
    }
    const isCopy = this.isCopy && block.length > 0;
    this.isCopy = true;
    this.block = new Uint8Array(isCopy ? block.buffer : new ArrayBuffer(blockSize), 0, length);
    if (!isCopy) {
      this.block.set(block);
    }
    this.block.set(part, block.length);
  }
}
