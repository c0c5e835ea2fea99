import type { FormatChoice } from '../../core/formats/formatChoice.ts';
import type { ReaderState } from '../../core/reading/readerState.ts';
import type { LogSource } from '../../core/reading/source.ts';
import type { Block } from './block.ts';
import type { BlockBatch } from './blockBatch.ts';

/** Reads blocks of one source on a thread of its own, one after the other. */
export interface BlockWorker {
  /** Resolves when it has started, and rejects if it cannot. */
  readonly started: Promise<void>;
  /**
   * What a block holds, read as if the state were that at its beginning; undefined if it does not end after a line, or
   * cannot be read as a whole. May be called again before it has resolved. When the worker has ended, all that it has not
   * resolved rejects, in the order of the calls, and so does whatever it is asked for from then on.
   */
  read(block: Block, from: ReaderState): Promise<BlockBatch | undefined>;
  close(): Promise<void>;
}

/** What workers and the caller must have in common: plain data, which is sent between threads. */
export interface BlockSetup {
  /** Of all hashes. */
  readonly seed: number;
  readonly formats: FormatChoice;
}

/** Where a platform's workers come from. */
export interface BlockWorkers {
  /** How many there may be. */
  readonly count: number;
  /** Whether the caller reads blocks beside them, which saves a thread that would have to start and to get fast. */
  readonly callerReads: boolean;
  /** Bytes of a block, roughly. */
  readonly blockSize: number;
  /** How many bytes must be left for it to be worth starting them. */
  readonly minRest: number;
  /** Starts a worker for an open source; undefined if others cannot read this source. */
  start(source: LogSource, setup: BlockSetup): BlockWorker | undefined;
  /** Takes notice of one that has ended without being asked to, or could not start. What it was to read is read without it. */
  crashed(reason: string, isStartedAgain: boolean): void;
}
