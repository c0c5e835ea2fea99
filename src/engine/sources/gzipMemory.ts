import { LruCache } from '../collections/lruCache.ts';

const recentBlocks = 16;
/** Streams that decompress again what was not kept. */
const maxStreams = 4;
/** Packed blocks may always take as much memory as this, all sources together. */
const minMemory = 4 * 1024 * 1024;

/** Something that can be done without, at the cost of decompressing again. */
interface Stream {
  close(): void;
}

/** What is kept of decompressed bytes: it is bounded for all sources of a log together, as there may be thousands. */
export class GzipMemory {
  private sources = 0;
  private readonly blocks = new LruCache<Uint8Array>(recentBlocks);
  private readonly streams = new Set<Stream>();
  private packed = 0;

  /** A number for one more source. */
  begin(): number {
    return this.sources++;
  }

  block(source: number, number: number): Uint8Array | undefined {
    return this.blocks.get(`${source} ${number}`);
  }

  remember(source: number, number: number, block: Uint8Array): void {
    this.blocks.set(`${source} ${number}`, block);
  }

  /** Takes up a stream, or uses it once more; the one that was not used longest is closed. */
  use(stream: Stream): void {
    this.streams.delete(stream);
    this.streams.add(stream);
    if (this.streams.size > maxStreams) {
      const [oldest] = this.streams;
      this.streams.delete(oldest!);
      oldest!.close();
    }
  }

  /** The stream has been closed. */
  forget(stream: Stream): void {
    this.streams.delete(stream);
  }

  /** Adds packed bytes, or takes them away. */
  addPacked(bytes: number): void {
    this.packed += bytes;
  }

  /** Whether packed bytes take no more than is always granted. */
  get hasRoom(): boolean {
    return this.packed <= minMemory;
  }
}
