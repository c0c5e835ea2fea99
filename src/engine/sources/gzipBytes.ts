import { Turns } from '../turns.ts';
import type { Compression } from './compression.ts';
import { GunzipStream } from './gunzipStream.ts';
import type { ReadRange } from './readRange.ts';

/** Decompressed bytes in a block. */
const blockSize = 512 * 1024;
const recentBlocks = 12;
/** Packed blocks may take twice as much memory as the compressed bytes, and always as much as this. */
const leastMemory = 4 * 1024 * 1024;

/**
 * The decompressed bytes of gzip, at any offset: in blocks that are packed again and kept in memory, as long as there is
 * room. What is not kept is decompressed again from the beginning.
 */
export class GzipBytes {
  /** How many bytes have been decompressed. */
  produced = 0;
  private readonly compression: Compression;
  private readonly compressed: ReadRange;
  private readonly turns = new Turns();
  /** Decompresses for the first time, one block after the other. */
  private readonly front: BlockStream;
  /** Decompresses again. */
  private again: BlockStream | undefined;
  private readonly packed: { readonly bytes: Uint8Array; readonly length: number }[] = [];
  private packing: Promise<void> = Promise.resolve();
  private memory = 0;
  private hasRoom = true;
  /** The blocks that were read last, in that order. */
  private readonly recent = new Map<number, Uint8Array>();
  private queue: Promise<unknown> = Promise.resolve();

  constructor(compressed: ReadRange, compression: Compression) {
    this.compressed = compressed;
    this.compression = compression;
    this.front = this.startStream();
  }

  /** How many compressed bytes have been read, and what is wrong with them. */
  get progress(): Pick<GunzipStream, 'position' | 'fault'> {
    return this.front.stream;
  }

  /** Reads one after the other, as the streams are shared. */
  readonly read: ReadRange = (offset, length, signal, into) => {
    const reading = this.queue.then(() => this.collect(offset, length, signal, into));
    this.queue = reading.catch(() => undefined);
    return reading;
  };

  close(): void {
    this.front.stream.close();
    this.again?.stream.close();
  }

  private async collect(
    offset: number,
    length: number,
    signal: AbortSignal | undefined,
    into: Uint8Array = new Uint8Array(length),
  ): Promise<Uint8Array> {
    let filled = 0;
    while (filled < length) {
      const at = offset + filled;
      const block = await this.blockAt(Math.floor(at / blockSize), signal);
      const part = block?.subarray(at % blockSize, (at % blockSize) + length - filled);
      if (part === undefined || part.length === 0) {
        break;
      }
      into.set(part, filled);
      filled += part.length;
    }
    return into.subarray(0, filled);
  }

  private async blockAt(number: number, signal: AbortSignal | undefined): Promise<Uint8Array | undefined> {
    const recent = this.recent.get(number);
    if (recent !== undefined) {
      return recent;
    }
    let block: Uint8Array | undefined;
    if (number >= this.front.next) {
      while (this.front.next <= number) {
        block = await this.front.read(signal);
        if (block === undefined) {
          return undefined;
        }
        this.produced += block.length;
        await this.keep(this.front.next - 1, block);
      }
      return block;
    }
    const packed = this.packed[number];
    if (packed !== undefined) {
      block = await this.compression.unpack(packed.bytes, packed.length);
    } else {
      if (this.again === undefined || this.again.next > number) {
        this.again?.stream.close();
        this.again = this.startStream();
      }
      while (this.again.next <= number) {
        block = await this.again.read(signal);
      }
    }
    this.remember(number, block!);
    return block;
  }

  /** Packs a block that was decompressed for the first time, while the next is being made. */
  private async keep(number: number, block: Uint8Array): Promise<void> {
    this.remember(number, block);
    await this.packing;
    if (this.hasRoom) {
      this.packing = this.compression.pack(block).then((bytes) => {
        this.memory += bytes.length;
        this.hasRoom = this.memory <= Math.max(leastMemory, 2 * this.front.stream.position);
        if (this.hasRoom) {
          this.packed[number] = { bytes, length: block.length };
        }
      });
    }
  }

  private remember(number: number, block: Uint8Array): void {
    this.recent.delete(number);
    this.recent.set(number, block);
    if (this.recent.size > recentBlocks) {
      this.recent.delete(this.recent.keys().next().value!);
    }
  }

  private startStream(): BlockStream {
    return new BlockStream(new GunzipStream(this.compressed, this.compression, this.turns));
  }
}

/** Cuts what is decompressed into blocks. */
class BlockStream {
  /** Number of the next block. */
  next = 0;
  readonly stream: GunzipStream;
  private block = new Uint8Array(blockSize);
  private length = 0;
  private rest: Uint8Array = new Uint8Array(0);

  constructor(stream: GunzipStream) {
    this.stream = stream;
  }

  /** The next block, shorter only at the end; undefined behind it. Can be gone on with after a rejection. */
  async read(signal: AbortSignal | undefined): Promise<Uint8Array | undefined> {
    while (this.length < blockSize) {
      const bytes = this.rest.length > 0 ? this.rest : await this.stream.next(signal);
      if (bytes === undefined) {
        break;
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
    this.block = new Uint8Array(blockSize);
    this.length = 0;
    this.next++;
    return block;
  }
}
