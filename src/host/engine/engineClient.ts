import type { FromEngine, ToEngine } from '../../protocol/engineMessages.ts';
import type { Disposable } from '../lifetime/disposables.ts';
import { type EngineLink, EngineSession, type ReadSources, type SessionSchemas } from './engineSession.ts';
import type { StartWorker, WorkerPort } from './workerPort.ts';

/** So many crashes within this time, and the engine is given up: a log that kills it would do so for ever. */
const crashLimit = 3;
const crashWindow = 60_000;

export interface EngineClientOptions {
  readonly startWorker: StartWorker;
  readonly log: EngineLog;
  /** Milliseconds of any steady clock. */
  readonly now: () => number;
  /** Called once, when the engine is given up. */
  readonly onGivenUp: (reason: string) => void;
}

/**
 * The one engine of this window: a worker that starts with the first session and is started again when it crashes.
 */
export class EngineClient implements EngineLink, Disposable {
  readonly #options: EngineClientOptions;
  readonly #sessions = new Set<EngineSession>();
  readonly #connected = new Map<number, EngineSession>();
  #worker: WorkerPort | 'none' | 'starting' | 'givenUp' | 'disposed' = 'none';
  /** Said while the worker was starting. */
  #unsent: ToEngine[] = [];
  #numbers = 0;
  /** Raised with each worker: whatever an old one still says is not heard. */
  #generation = 0;
  #crashes: number[] = [];
  #lastReason = '';

  constructor(options: EngineClientOptions) {
    this.#options = options;
  }

  /** True as soon as a log needed it. */
  get wasStarted(): boolean {
    return this.#generation > 0;
  }

  get sessionCount(): number {
    return this.#sessions.size;
  }

  /** Opens a log and begins to read it. The caller closes the session by {@link close}. */
  open(readSources: ReadSources, schemas?: SessionSchemas): EngineSession {
    const session = new EngineSession(this, readSources, schemas);
    this.#sessions.add(session);
    if (this.#worker === 'givenUp') {
      session.giveUp(this.#lastReason);
    } else {
      // A worker takes its time to start, and some file systems to hand a file over: neither waits for the other.
      void this.#start();
      void session.read();
    }
    return session;
  }

  close(session: EngineSession): void {
    this.#sessions.delete(session);
    session.close();
  }

  send(message: ToEngine): void {
    if (typeof this.#worker === 'object') {
      this.#worker.post(message);
    } else if (this.#worker === 'none' || this.#worker === 'starting') {
      this.#unsent.push(message);
      void this.#start();
    }
  }

  connect(session: EngineSession): number {
    this.#numbers += 1;
    this.#connected.set(this.#numbers, session);
    return this.#numbers;
  }

  disconnect(number: number): void {
    this.#connected.delete(number);
  }

  dispose(): void {
    for (const session of this.#sessions) {
      this.close(session);
    }
    this.#stopWorker();
    this.#worker = 'disposed';
  }

  async #start(): Promise<void> {
    if (this.#worker !== 'none') {
      return;
    }
    this.#worker = 'starting';
    this.#generation += 1;
    const generation = this.#generation;
    const isCurrent = (): boolean => generation === this.#generation;
    try {
      const worker = await this.#options.startWorker({
        message: (received) => isCurrent() && this.#receive(received),
        crash: (reason) => isCurrent() && this.#crashed(reason),
      });
      if (!isCurrent() || this.#worker !== 'starting') {
        worker.terminate();
        return;
      }
      this.#worker = worker;
      this.#options.log.info('The engine has started.');
      for (const message of this.#unsent.splice(0)) {
        worker.post(message);
      }
    } catch (error) {
      if (isCurrent()) {
        this.#crashed(error instanceof Error ? error.message : String(error));
      }
    }
  }

  #receive(received: FromEngine): void {
    switch (received.kind) {
      case 'snapshot':
      case 'channel':
      case 'schemas':
        this.#connected.get(received.session)?.receive(received);
        break;
      case 'textLost':
        // The whole text, as it is now.
        void this.#connected.get(received.session)?.read();
        break;
      case 'threadCrashed':
        this.#options.log.warn(
          `A thread that reads large logs crashed, and ${received.isStartedAgain ? 'is started again' : 'the engine reads on without it'}: ${received.reason}`,
        );
        break;
    }
  }

  #crashed(reason: string): void {
    this.#stopWorker();
    const now = this.#options.now();
    this.#crashes = [...this.#crashes.filter((time) => now - time < crashWindow), now];
    this.#lastReason = reason;
    if (this.#crashes.length >= crashLimit) {
      this.#worker = 'givenUp';
      this.#options.log.error(`The engine crashed ${crashLimit} times within a minute and is given up: ${reason}`);
      for (const session of this.#sessions) {
        session.giveUp(reason);
      }
      this.#options.onGivenUp(reason);
      return;
    }
    this.#options.log.warn(`The engine crashed and is started again: ${reason}`);
    for (const session of this.#sessions) {
      session.restart();
    }
  }

  #stopWorker(): void {
    if (typeof this.#worker === 'object') {
      this.#worker.terminate();
    }
    this.#worker = 'none';
    this.#generation += 1;
    this.#unsent = [];
    this.#connected.clear();
  }
}

/** Where the engine's fate is reported. VS Code's log output channel is one. */
export interface EngineLog {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
