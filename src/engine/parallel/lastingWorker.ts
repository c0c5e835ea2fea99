import type { ReaderState } from '../../core/reading/readerState.ts';
import type { Block } from './block.ts';
import type { BlockBatch } from './blockBatch.ts';
import type { BlockWorker } from './blockWorkers.ts';

/** A worker that crashes ever again does so for a reason that stays. */
const maxRestarts = 3;

/** A batch, and who read it: the values in it are numbered by that worker, which may not be the one that is there now. */
export interface WorkerBatch {
  readonly reader: BlockWorker;
  readonly batch: BlockBatch;
}

/**
 * A worker that is started again when it crashes, a few times, and reads anew what it had been asked for. One that could not
 * even start is not tried again.
 */
export class LastingWorker {
  private current: BlockWorker;
  private hasStarted = false;
  private isClosed = false;
  private isGone = false;
  private restarts = 0;
  private readonly start: () => BlockWorker | undefined;
  private readonly crashed: (reason: string, isStartedAgain: boolean) => void;

  /**
   * @param first One that was just started.
   * @param start Starts another, if it can.
   * @param crashed Told of each crash.
   */
  constructor(first: BlockWorker, start: () => BlockWorker | undefined, crashed: (reason: string, isStartedAgain: boolean) => void) {
    this.start = start;
    this.crashed = crashed;
    this.current = first;
    this.watchStart();
  }

  /** Resolves when the first has started, and rejects if it cannot. */
  get started(): Promise<void> {
    return this.current.started;
  }

  /** As `BlockWorker.read`; rejects when the worker has ended for good. */
  async read(block: Block, from: ReaderState): Promise<WorkerBatch | undefined> {
    for (;;) {
      const reader = this.current;
      try {
        const batch = await reader.read(block, from);
        return batch && { reader, batch };
      } catch (error) {
        // Whatever it had been asked for comes by here, in the order in which it was asked.
        if (reader === this.current) {
          this.replace(error);
        }
        if (this.isGone) {
          throw error;
        }
      }
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.current.close();
  }

  private replace(error: unknown): void {
    if (this.isClosed || this.isGone) {
      this.isGone = true;
      return;
    }
    const next = this.hasStarted && this.restarts < maxRestarts ? this.start() : undefined;
    this.isGone = next === undefined;
    this.crashed(error instanceof Error ? error.message : String(error), !this.isGone);
    if (next !== undefined) {
      this.restarts++;
      void this.current.close();
      this.current = next;
      this.watchStart();
    }
  }

  private watchStart(): void {
    this.hasStarted = false;
    this.current.started.then(
      () => (this.hasStarted = true),
      () => undefined,
    );
  }
}
