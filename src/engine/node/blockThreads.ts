import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReaderState } from '../../core/reading/readerState.ts';
import type { Block, BlockContent } from '../blocks/block.ts';
import type { BlockWorker, BlockWorkers } from '../blocks/blockWorkers.ts';
import type { BlockWorkerData, FromBlockWorker, ToBlockWorker } from './blockMessages.ts';
import { FileSource } from './fileSource.ts';

/** More threads would wait for the disk, and for the one that puts their blocks together. */
const mostThreads = 4;

/**
 * Threads that read blocks of files. AUDIT_LOG_WORKERS sets how many; 1 is none.
 *
 * @param crashed Called when the first of them ends without being told to, or cannot be started. Those after it mostly
 *   do so for the same reason.
 */
export function blockThreads(crashed: (reason: string) => void): BlockWorkers {
  let isTold = false;
  const tellOnce = (reason: string): void => {
    if (!isTold) {
      isTold = true;
      crashed(reason);
    }
  };
  return {
    get count(): number {
      return Number(process.env['AUDIT_LOG_WORKERS'] ?? Math.min(mostThreads, availableParallelism()));
    },
    blockSize: 8 * 1024 * 1024,
    // Threads take a tenth of a second to start and to get fast.
    leastRest: 64 * 1024 * 1024,
    start(source, seed) {
      const descriptor = source instanceof FileSource ? source.descriptor : undefined;
      return descriptor === undefined ? undefined : new BlockThread({ descriptor, seed }, tellOnce);
    },
  };
}

interface Waiting {
  resolve(content: BlockContent | undefined): void;
  reject(reason: unknown): void;
}

class BlockThread implements BlockWorker {
  readonly started: Promise<void>;
  private readonly worker: Worker;
  private readonly waiting: Waiting[] = [];
  private end: Error | undefined;
  private isClosed = false;

  constructor(workerData: BlockWorkerData, crashed: (reason: string) => void) {
    // It stands beside this file, as a source or, bundled, as a script of its own.
    const script = join(import.meta.dirname, `blockWorker${extname(import.meta.filename)}`);
    this.worker = new Worker(script, { workerData });
    this.started = new Promise((resolve, reject) => {
      this.worker.on('message', (message: FromBlockWorker) => {
        if (message.kind === 'started') {
          resolve();
        } else {
          this.waiting.shift()!.resolve(message.content);
        }
      });
      const fail = (reason: Error): void => {
        if (this.end === undefined && !this.isClosed) {
          crashed(reason.message);
        }
        this.end ??= reason;
        reject(reason);
        this.waiting.splice(0).forEach((one) => one.reject(reason));
      };
      this.worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
      this.worker.on('messageerror', fail);
      this.worker.on('exit', (code) => fail(new Error(`A block worker has ended with ${code}.`)));
    });
    // Whoever waits for it hears of it; nobody needs to.
    this.started.catch(() => undefined);
  }

  read(block: Block, from: ReaderState): Promise<BlockContent | undefined> {
    if (this.end !== undefined) {
      return Promise.reject(this.end);
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.worker.postMessage({ block, from } satisfies ToBlockWorker);
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.worker.terminate();
  }
}
