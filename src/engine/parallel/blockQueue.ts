import type { ReaderState } from '../../core/reading/readerState.ts';
import type { Block } from './block.ts';
import type { LastingWorker, WorkerBatch } from './lastingWorker.ts';

/** Blocks that are handed to a worker at a time, so that it need not wait for the next. */
const handedAtOnce = 2;

/** Bytes of a worker's first blocks. They grow step by step, so that a worker that is not fast yet is soon done with each. */
const firstSize = 512 * 1024;
const blocksOfASize = 2;

/** A block that has been handed out. */
export interface HandedBlock {
  readonly block: Block;
  /** What a worker makes of it: undefined where it must be read otherwise; never rejects. None if the caller is to read it. */
  readonly batch?: Promise<WorkerBatch | undefined>;
}

/** Finds the beginning of the first line at or after an offset; undefined if none begins before the source ends. */
export type LineStart = (offset: number) => Promise<number | undefined>;

/**
 * Cuts the rest of a source into blocks, hands them to workers as these become free, and returns them in order. Neighbours
 * agree on where a block ends, as both see the same line begin there. At most two blocks a worker and two more are out at
 * a time, so that what is finished does not pile up.
 *
 * Where the caller reads too, it gets each block that is cut while all workers have enough to do. So everyone gets as many
 * as it has time for.
 */
export class BlockQueue {
  private readonly waiting: HandedBlock[] = [];
  private readonly loads: number[];
  private start: number;
  private handed = 0;
  private isExhausted = false;
  private filling: Promise<void> | undefined;
  private readonly workers: readonly LastingWorker[];
  private readonly callerReads: boolean;
  private readonly from: ReaderState;
  private readonly size: number;
  private readonly lineStart: LineStart;

  /** @param size Bytes of a block, roughly; the first are smaller. */
  constructor(workers: readonly LastingWorker[], callerReads: boolean, from: ReaderState, size: number, lineStart: LineStart) {
    this.workers = workers;
    this.callerReads = callerReads;
    this.loads = workers.map(() => 0);
    this.from = from;
    this.start = from.offset;
    this.size = size;
    this.lineStart = lineStart;
  }

  /** The next block in the order of the source, which goes on being the next until it is {@link drop}ped. */
  async next(): Promise<HandedBlock | undefined> {
    if (this.waiting.length === 0) {
      await this.fill();
    }
    return this.waiting[0];
  }

  /** Has done with the next block. */
  drop(): void {
    this.waiting.shift();
    void this.fill();
  }

  private fill(): Promise<void> {
    this.filling ??= this.handOut().finally(() => (this.filling = undefined));
    return this.filling;
  }

  private async handOut(): Promise<void> {
    while (!this.isExhausted && this.waiting.length < this.workers.length * handedAtOnce + 2) {
      const { start, loads } = this;
      const worker = loads.indexOf(Math.min(...loads));
      const isBusy = loads[worker]! >= handedAtOnce;
      if (isBusy && !this.callerReads) {
        return;
      }
      // Where it cannot be read, whoever reads the rest will be reported so.
      const end = await this.lineStart(start + this.nextSize()).catch(() => undefined);
      if (end === undefined || end <= start) {
        this.isExhausted = true;
        return;
      }
      this.start = end;
      const block = { start, end };
      // The first is the caller's, as workers that have just started are slow.
      const isOwn = this.callerReads && (isBusy || this.handed === 0);
      this.waiting.push(isOwn ? { block } : { block, batch: this.read(worker, block) });
      this.handed++;
    }
  }

  private nextSize(): number {
    const readers = this.workers.length + (this.callerReads ? 1 : 0);
    return Math.min(this.size, firstSize * 2 ** Math.floor(this.handed / (blocksOfASize * readers)));
  }

  private async read(worker: number, block: Block): Promise<WorkerBatch | undefined> {
    this.loads[worker]!++;
    try {
      const batch = await this.workers[worker]!.read(block, this.from);
      this.loads[worker]!--;
      void this.fill();
      return batch;
    } catch {
      // It has ended, and gets no more.
      this.loads[worker] = Infinity;
      return undefined;
    }
  }
}
