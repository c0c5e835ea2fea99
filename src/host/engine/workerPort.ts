import type { FromEngine, ToEngine } from '../../protocol/engineMessages.ts';

/** A running engine, however it is run: a thread of Node, a Worker of the browser, or a test's double. */
export interface WorkerPort {
  post(message: ToEngine): void;
  /** Ends it. No event follows. */
  terminate(): void;
}

export interface WorkerEvents {
  readonly message: (message: FromEngine) => void;
  /** It ended without being asked to; comes at most once, and no message follows. */
  readonly crash: (reason: string) => void;
}

export type StartWorker = (events: WorkerEvents) => Promise<WorkerPort>;
