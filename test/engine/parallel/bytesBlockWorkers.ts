import type { ReaderState } from '../../../src/core/reading/readerState.ts';
import type { Block } from '../../../src/engine/parallel/block.ts';
import type { BlockBatch } from '../../../src/engine/parallel/blockBatch.ts';
import { BlockIndexer } from '../../../src/engine/parallel/blockIndexer.ts';
import type { BlockSetup, BlockWorker, BlockWorkers } from '../../../src/engine/parallel/blockWorkers.ts';

/** Workers on this thread, over bytes, that send what they read as threads do. Their blocks may be small. */
export class BytesBlockWorkers implements BlockWorkers {
  readonly minRest = 0;
  readonly callerReads: boolean;
  /** Blocks that were read, and those of them that could not be. */
  read = 0;
  failed = 0;
  started = 0;
  closed = 0;
  /** Of each crash: whether the worker was started again. */
  readonly crashes: boolean[] = [];
  readonly count: number;
  readonly blockSize: number;
  private readonly bytes: Uint8Array;
  private readonly crashAt: readonly number[];

  /** @param crashAt A worker that is asked for one of these crashes: how many blocks workers were asked for before. */
  constructor(bytes: Uint8Array, count: number, blockSize: number, callerReads = false, crashAt: readonly number[] = []) {
    this.bytes = bytes;
    this.count = count;
    this.callerReads = callerReads;
    this.blockSize = blockSize;
    this.crashAt = crashAt;
  }

  crashed(_: string, isStartedAgain: boolean): void {
    this.crashes.push(isStartedAgain);
  }

  start(_: unknown, setup: BlockSetup): BlockWorker {
    this.started++;
    const indexer = new BlockIndexer(structuredClone(setup), (into, offset) => {
      const part = this.bytes.subarray(offset, offset + into.length);
      into.set(part);
      return part.length;
    });
    let hasCrashed = false;
    let before: Promise<unknown> = Promise.resolve();
    const read = (block: Block, from: ReaderState): BlockBatch | undefined => {
      hasCrashed ||= this.crashAt.includes(this.read++);
      if (hasCrashed) {
        throw new Error('crashed');
      }
      const batch = structuredClone(indexer.read(block, from));
      this.failed += batch === undefined ? 1 : 0;
      return batch;
    };
    return {
      started: Promise.resolve(),
      read: (block, from) => {
        const batch = before.then(() => read(block, from));
        before = batch.catch(() => undefined);
        return batch;
      },
      close: () => {
        this.closed++;
        return Promise.resolve();
      },
    };
  }
}
