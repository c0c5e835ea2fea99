import { Worker } from 'node:worker_threads';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import type { FromEngine, SourceDescription, ToEngine } from '../../../src/protocol/engineMessages.ts';
import type { QuestionName, Questions } from '../../../src/protocol/requests.ts';

type Answered = Extract<FromEngine, { kind: 'answer' }>;

/** The built engine in a worker thread, spoken to as the extension does. */
export class EngineWorker {
  readonly #worker: Worker;
  readonly #snapshots = new Map<number, (snapshot: Snapshot) => void>();
  readonly #answers = new Map<number, (answered: Answered) => void>();
  #numbers = 0;

  constructor(script: string) {
    this.#worker = new Worker(script);
    this.#worker.on('message', (received: FromEngine) => {
      if (received.kind === 'snapshot') {
        this.#snapshots.get(received.session)?.(received.snapshot);
      } else if (received.kind === 'answer') {
        this.#answers.get(received.id)?.(received);
        this.#answers.delete(received.id);
      }
    });
    this.#worker.on('error', (error) => {
      throw error;
    });
  }

  /** Begins to read a file, and tells each snapshot. Gives the number of the session. */
  open(path: string, tell: (snapshot: Snapshot) => void): number {
    const session = ++this.#numbers;
    const sources: readonly SourceDescription[] = [{ kind: 'file', path, name: path }];
    this.#snapshots.set(session, tell);
    this.#post({ kind: 'open', session, sources });
    return session;
  }

  /** Has it look at the file of a session again. */
  follow(session: number, path: string): void {
    this.#post({ kind: 'follow', session, sources: [{ kind: 'file', path, name: path }] });
  }

  close(session: number): void {
    this.#snapshots.delete(session);
    this.#post({ kind: 'close', session });
  }

  /** Opens a file, and resolves when it has been read to its end. Rejects if it cannot be read. */
  openWhole(path: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const session = this.open(path, ({ complete, problem }) => {
        if (problem !== null) {
          reject(new Error(`${path}: ${problem.code}`));
        } else if (complete) {
          resolve(session);
        }
      });
    });
  }

  /** Asks, and gives the outcome's status together with a way to cancel. */
  ask<Name extends QuestionName>(
    session: number,
    name: Name,
    params: Questions[Name]['params'],
  ): { readonly status: Promise<Answered['outcome']['status']>; readonly cancel: () => void } {
    const id = ++this.#numbers;
    const status = new Promise<Answered['outcome']['status']>((resolve) => {
      this.#answers.set(id, ({ outcome }) => resolve(outcome.status));
    });
    this.#post({ kind: 'ask', id, session, name, params });
    return { status, cancel: () => this.#post({ kind: 'cancel', id }) };
  }

  /** The answer. Rejects where the outcome is none. */
  async answerOf<Name extends QuestionName>(
    session: number,
    name: Name,
    params: Questions[Name]['params'],
  ): Promise<Questions[Name]['answer']> {
    const id = ++this.#numbers;
    const { outcome } = await new Promise<Answered>((resolve) => {
      this.#answers.set(id, resolve);
      this.#post({ kind: 'ask', id, session, name, params });
    });
    if (outcome.status !== 'ok') {
      throw new Error(`${name} was not answered: ${outcome.status}`);
    }
    return outcome.answer;
  }

  async terminate(): Promise<void> {
    await this.#worker.terminate();
  }

  #post(message: ToEngine): void {
    this.#worker.postMessage(message);
  }
}
