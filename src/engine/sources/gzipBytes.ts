import { EventLoopYielder } from '../scheduling/eventLoopYielder.ts';
import { BlockStream, blockSize } from './blockStream.ts';
import { FrontBlocks } from './frontBlocks.ts';
import type { Compression } from './compression.ts';
import { GzipMemory } from './gzipMemory.ts';
import { GunzipStream, type CompressionFault } from './gunzipStream.ts';
import type { ReadRange } from './readRange.ts';

/** So few compressed bytes are read as a whole. */
const shortGzip = 64 * 1024;

/**
 * The decompressed bytes of gzip, at any offset: in blocks that are packed again and kept in memory, as long as there is
 * room: twice as much as the compressed bytes take. What is not kept is decompressed again from the beginning.
 *
 * A short one is decompressed at once, and again when it is asked for: nothing of it is kept but what was read last.
 */
export class GzipBytes {
  /** How many bytes have been decompressed. */
  produced = 0;
  private readonly compression: Compression;
  private readonly compressed: ReadRange;
  private readonly memory: GzipMemory;
  private readonly source: number;
  /** Length of a short gzip; undefined of others, and as long as nothing has been read. */
  private short: number | undefined;
  /** Decompresses for the first time, one block after the other. */
  private front: FrontBlocks | undefined;
  /** Decompresses again. */
  private again: BlockStream | undefined;
  /** The first block, until there is a second: it is packed no sooner. */
  private first: Uint8Array | undefined;
  private packed: { readonly bytes: Uint8Array; readonly length: number }[] | undefined;
  private packing: Promise<void> | undefined;
  private packedBytes = 0;
  private hasRoom = true;
  private queue: Promise<unknown> | undefined;
  /** Closes what decompresses again. */
  private readonly closing = { close: (): void => this.dropAgain() };

  /** @param memory May be shared with other sources. */
  constructor(compressed: ReadRange, compression: Compression, memory = new GzipMemory()) {
    this.compressed = compressed;
    this.compression = compression;
    this.memory = memory;
    this.source = memory.begin();
  }

  /** How many compressed bytes have been read, and what is wrong with them. */
  get progress(): { readonly position: number; readonly fault: CompressionFault | undefined } {
    return this.front?.blocks.stream ?? { position: this.short ?? 0, fault: undefined };
  }

  /** Reads one after the other, as the streams are shared. */
  readonly read: ReadRange = (offset, length, signal, into) => {
    const reading =
      this.queue === undefined
        ? this.collect(offset, length, signal, into)
        : this.queue.then(() => this.collect(offset, length, signal, into));
    const settled = reading.then(
      () => undefined,
      () => undefined,
    );
    this.queue = settled;
    void settled.then(() => {
      if (this.queue === settled) {
        this.queue = undefined;
      }
    });
    return reading;
  };

  close(): void {
    this.front?.blocks.stream.close();
    this.dropAgain();
    this.memory.addPacked(-this.packedBytes);
    this.packedBytes = 0;
    this.packed = undefined;
  }

  private async collect(
    offset: number,
    length: number,
    signal: AbortSignal | undefined,
    into: Uint8Array | undefined,
  ): Promise<Uint8Array> {
    let bytes: Uint8Array | undefined;
    let filled = 0;
    while (filled < length) {
      const at = offset + filled;
      const block = await this.blockAt(Math.floor(at / blockSize), signal);
      const part = block?.subarray(at % blockSize, (at % blockSize) + length - filled);
      if (part === undefined || part.length === 0) {
        break;
      }
      if (filled === 0 && (part.length === length || block!.length < blockSize)) {
        // No Buffer, whose `slice` would be no copy.
        return new Uint8Array(part.buffer, part.byteOffset, part.length);
      }
      bytes ??= into ?? new Uint8Array(length);
      bytes.set(part, filled);
      filled += part.length;
    }
    return bytes?.subarray(0, filled) ?? new Uint8Array(0);
  }

  private async blockAt(number: number, signal: AbortSignal | undefined): Promise<Uint8Array | undefined> {
    const recent = this.memory.block(this.source, number);
    if (recent !== undefined) {
      return recent;
    }
    if (this.front === undefined) {
      const bytes = await this.readShort(number, signal);
      if (this.short !== undefined) {
        return bytes;
      }
      this.front = new FrontBlocks(this.startStream());
    }
    return number < this.front.next ? this.blockAgain(number, signal) : this.firstBlocks(number, signal);
  }

  /** Decompresses what is short and whole at once; leaves {@link short} undefined of anything else. */
  private async readShort(number: number, signal: AbortSignal | undefined): Promise<Uint8Array | undefined> {
    if (number > 0 && this.short !== undefined) {
      return undefined;
    }
    const compressed = await this.compressed(0, shortGzip + 1, signal);
    signal?.throwIfAborted();
    const bytes = compressed.length > shortGzip ? undefined : this.compression.gunzipShort(compressed, blockSize);
    if (bytes === undefined) {
      // What was read before has changed since: it has no bytes any more.
      return undefined;
    }
    this.short = compressed.length;
    this.produced ||= bytes.length;
    this.memory.remember(this.source, 0, bytes);
    return number > 0 ? undefined : bytes;
  }

  /** The blocks up to a number, for the first time; undefined after the end. */
  private async firstBlocks(number: number, signal: AbortSignal | undefined): Promise<Uint8Array | undefined> {
    const front = this.front!;
    let block: Uint8Array | undefined;
    while (front.next <= number) {
      block = await front.read(signal);
      if (block === undefined) {
        this.first = undefined;
        return undefined;
      }
      this.produced += block.length;
      front.readAhead();
      await this.keep(front.next - 1, block);
    }
    return block;
  }

  private async blockAgain(number: number, signal: AbortSignal | undefined): Promise<Uint8Array> {
    const packed = this.packed?.[number];
    let block: Uint8Array | undefined;
    if (packed !== undefined) {
      block = await this.compression.unpack(packed.bytes, packed.length);
    } else {
      if (this.again === undefined || this.again.next > number) {
        this.dropAgain();
        this.again = this.startStream();
      }
      this.memory.use(this.closing);
      while (this.again.next <= number) {
        block = await this.again.read(signal);
      }
      if (block!.length < blockSize) {
        this.dropAgain();
      }
    }
    this.memory.remember(this.source, number, block!);
    return block!;
  }

  /** Packs a block that was decompressed for the first time, while the next is being made. */
  private async keep(number: number, block: Uint8Array): Promise<void> {
    this.memory.remember(this.source, number, block);
    await this.packing;
    if (number === 0) {
      this.first = block;
      return;
    }
    if (this.first !== undefined) {
      await this.pack(0, this.first);
      this.first = undefined;
    }
    if (this.hasRoom) {
      this.packing = this.pack(number, block);
    }
  }

  private async pack(number: number, block: Uint8Array): Promise<void> {
    const bytes = await this.compression.pack(block);
    this.memory.addPacked(bytes.length);
    this.packedBytes += bytes.length;
    this.hasRoom = this.memory.hasRoom || this.packedBytes <= 2 * this.progress.position;
    if (this.hasRoom) {
      (this.packed ??= [])[number] = { bytes, length: block.length };
    } else {
      this.memory.addPacked(-bytes.length);
      this.packedBytes -= bytes.length;
    }
  }

  private dropAgain(): void {
    this.memory.forget(this.closing);
    this.again?.stream.close();
    this.again = undefined;
  }

  private startStream(): BlockStream {
    return new BlockStream(new GunzipStream(this.compressed, this.compression, new EventLoopYielder()));
  }
}
