import { unlessAborted } from '../scheduling/unlessAborted.ts';
import type { BlockStream } from './blockStream.ts';

/** Blocks that are handed out in order, while the one after them is being decompressed. */
export class FrontBlocks {
  /** Number of the next block. */
  next = 0;
  readonly blocks: BlockStream;
  private ahead: Promise<Uint8Array | undefined> | undefined;

  constructor(blocks: BlockStream) {
    this.blocks = blocks;
  }

  /** The next block; undefined after the last. Rejects when the signal says so, and can be gone on with afterwards. */
  async read(signal: AbortSignal | undefined): Promise<Uint8Array | undefined> {
    this.readAhead();
    const { ahead } = this;
    try {
      const block = await unlessAborted(ahead!, signal);
      this.ahead = undefined;
      this.next += block === undefined ? 0 : 1;
      return block;
    } catch (error) {
      if (signal?.aborted !== true) {
        // What is wrong may have passed when it is asked for again.
        this.ahead = undefined;
      }
      throw error;
    }
  }

  /** Begins with the block after those that were handed out. */
  readAhead(): void {
    if (this.ahead === undefined) {
      this.ahead = this.blocks.read(undefined);
      // Whoever asks for it hears of it.
      this.ahead.catch(() => undefined);
    }
  }
}
