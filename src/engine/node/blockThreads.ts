import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { ReaderState } from '../../core/reading/readerState.ts';
import type { Block } from '../parallel/block.ts';
import type { BlockBatch } from '../parallel/blockBatch.ts';
import type { BlockWorker, BlockWorkers } from '../parallel/blockWorkers.ts';
import type { BlockWorkerData, FromBlockWorker, ToBlockWorker } from './blockMessages.ts';
import { FileSource } from './fileSource.ts';

/** More threads would wait for the disk, and for the one that puts their blocks together. */
const maxThreads = 4;

const wantedCount = 'AUDIT_LOG_WORKERS';

/** Threads need two tenths of a second together to start and to get fast, in which one thread that is fast reads this much. */
const worthwhileRest = 256 * 1024 * 1024;

/** The same where somebody has said how many there are to be. */
const wantedRest = 64 * 1024 * 1024;

/**
 * Threads that read blocks of files beside the engine's own. AUDIT_LOG_WORKERS sets how many read in all, and has them begin
 * with smaller files.
 *
 * @param crashed Called when the first of them is started again as it has ended without being asked to, and when the first is
 *   given up, or cannot be started at all. Those after it mostly end for the same reason.
 */
export function blockThreads(crashed: (reason: string, isStartedAgain: boolean) => void): BlockWorkers {
  const reported = new Set<boolean>();
  return {
    crashed(reason, isStartedAgain) {
      if (!reported.has(isStartedAgain)) {
        reported.add(isStartedAgain);
        crashed(reason, isStartedAgain);
      }
    },
    get count(): number {
      return Number(process.env[wantedCount] ?? Math.min(maxThreads, availableParallelism())) - 1;
    },
    callerReads: true,
    blockSize: 8 * 1024 * 1024,
    get minRest(): number {
      return process.env[wantedCount] === undefined ? worthwhileRest : wantedRest;
    },
    start(source, setup) {
      const held = source instanceof FileSource ? source.hold() : undefined;
      return held === undefined ? undefined : new BlockThread({ descriptor: held.descriptor, setup }, held.release);
    },
  };
}

interface Waiting {
  resolve(batch: BlockBatch | undefined): void;
  reject(reason: unknown): void;
}

class BlockThread implements BlockWorker {
  readonly started: Promise<void>;
  private readonly worker: Worker;
  private readonly waiting: Waiting[] = [];
  private end: Error | undefined;

  /** @param ended Called once the thread has ended. */
  constructor(workerData: BlockWorkerData, ended: () => void) {
    // It is beside this file, as a source or, bundled, as a script of its own.
    const script = join(import.meta.dirname, `blockWorker${extname(import.meta.filename)}`);
    // Loaded when it is first needed: few logs are large enough.
    const { Worker: NodeWorker } = process.getBuiltinModule('node:worker_threads');
    this.worker = new NodeWorker(script, { workerData });
    this.started = new Promise((resolve, reject) => {
      this.worker.on('message', (message: FromBlockWorker) => {
        if (message.kind === 'started') {
          resolve();
        } else {
          this.waiting.shift()!.resolve(message.batch);
        }
      });
      const fail = (reason: Error): void => {
        this.end ??= reason;
        reject(reason);
        this.waiting.splice(0).forEach((one) => one.reject(reason));
      };
      this.worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
      this.worker.on('messageerror', fail);
      this.worker.once('exit', ended);
      this.worker.on('exit', (code) => fail(new Error(`A block worker has ended with ${code}.`)));
    });
    // Whoever waits for it hears of it; nobody needs to.
    this.started.catch(() => undefined);
  }

  read(block: Block, from: ReaderState): Promise<BlockBatch | undefined> {
    if (this.end !== undefined) {
      return Promise.reject(this.end);
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.worker.postMessage({ block, from } satisfies ToBlockWorker);
    });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}
