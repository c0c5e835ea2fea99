import type { ReaderState } from '../../core/reading/readerState.ts';
import { maySpend } from '../../core/reading/readerContext.ts';
import type { LogSource } from '../../core/reading/source.ts';
import { unlessAborted } from '../scheduling/unlessAborted.ts';
import type { BlockAppender } from './blockAppender.ts';
import { BlockQueue } from './blockQueue.ts';
import type { BlockSetup, BlockWorker, BlockWorkers } from './blockWorkers.ts';
import { LastingWorker } from './lastingWorker.ts';
import { lineBorder } from './lineBorder.ts';

/** So many blocks in a row that workers could not read show that they never will. */
const maxFailures = 4;

/**
 * Reads the rest of a source in blocks, on several threads: workers read some of them, and the caller others if it is to.
 *
 * A worker does not know what is before its block: it supposes that a line begins there, after whole records. That
 * is verified. A batch counts only if the reader of everything before ended in a state exactly where the block begins,
 * and if it ended in one itself (`readerState.ts`). Else the block is left to the caller, who reads it from the true
 * state, and asks again at its end.
 */
export class BlockReading {
  /** Up to where the caller must read by itself. */
  border = 0;
  private readonly workers: readonly LastingWorker[];
  private readonly appender: BlockAppender;
  private readonly source: LogSource;
  private readonly size: number;
  private readonly blockSize: number;
  private readonly callerReads: boolean;
  private readonly signal: AbortSignal;
  private queue: BlockQueue | undefined;
  private failures = 0;
  private readonly started: Promise<unknown>;
  private isOver: boolean;
  private closing: Promise<unknown> | undefined;

  /** @param size Bytes of the source, which is open. */
  constructor(workers: BlockWorkers, source: LogSource, size: number, setup: BlockSetup, appender: BlockAppender, signal: AbortSignal) {
    const start = (): BlockWorker | undefined => workers.start(source, setup);
    const crashed = workers.crashed.bind(workers);
    this.workers = Array.from({ length: workers.count }, start)
      .filter((worker) => worker !== undefined)
      .map((worker) => new LastingWorker(worker, start, crashed));
    this.isOver = this.workers.length === 0;
    this.source = source;
    this.size = size;
    this.blockSize = workers.blockSize;
    this.callerReads = workers.callerReads;
    this.signal = signal;
    this.appender = appender;
    this.started = Promise.allSettled(this.workers.map((worker) => worker.started));
  }

  /**
   * Whether it is worth asking at an offset up to which the caller has read. Waits for the workers to start, from which the
   * caller would only take the processor.
   */
  async mayReadFrom(offset: number): Promise<boolean> {
    if (this.isOver || offset < this.border) {
      return false;
    }
    await this.unlessAborted(this.started);
    return true;
  }

  /**
   * Goes on after an offset up to which all has been read, with the state there if there is one. Returns the state after
   * what could be read in blocks, and has {@link border} say what the caller must read by itself.
   *
   * @param appended Called with each block's end.
   */
  async read(offset: number, from: ReaderState | undefined, appended: (offset: number) => Promise<void>): Promise<ReaderState | undefined> {
    let state = from;
    if (state !== undefined) {
      this.queue ??= new BlockQueue(this.workers, this.callerReads, state, this.blockSize, (start) =>
        lineBorder(this.source, Math.min(start, this.size)),
      );
    }
    while (this.queue !== undefined) {
      const at = state?.offset ?? offset;
      const head = await this.unlessAborted(this.queue.next());
      if (head === undefined) {
        await this.close();
        return state;
      }
      const read = head.batch && (await this.unlessAborted(head.batch));
      this.queue.drop();
      if (read !== undefined) {
        this.appender.report(read.reader, read.batch);
      }
      if (head.block.start < at) {
        continue;
      }
      if (head.batch === undefined) {
        this.border = head.block.end;
        return state;
      }
      if (state === undefined || read === undefined || !maySpend(state.spent + read.batch.spent, head.block.start)) {
        this.border = head.block.end;
        this.failures++;
        if (this.failures === maxFailures) {
          await this.close();
        }
        return state;
      }
      state = await this.appender.append(read.reader, head.block, read.batch, state);
      this.failures = 0;
      await appended(state.offset);
    }
    return state;
  }

  /** Ends the workers. */
  async close(): Promise<void> {
    this.isOver = true;
    this.closing ??= Promise.all(this.workers.map((worker) => worker.close()));
    await this.closing;
  }

  private unlessAborted<T>(wanted: Promise<T>): Promise<T> {
    return unlessAborted(wanted, this.signal);
  }
}
