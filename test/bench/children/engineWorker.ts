import { Worker } from 'node:worker_threads';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import { RequestSender } from '../../../src/protocol/channel.ts';
import type { EngineWorkerData, FromEngine, SourceDescription, TextEdit, ToEngine } from '../../../src/protocol/engineMessages.ts';
import type { Outcome, RequestName, Requests } from '../../../src/protocol/requests.ts';

/** The built engine in a worker thread, spoken to as the extension does. */
export class EngineWorker {
  readonly #worker: Worker;
  readonly #snapshots = new Map<number, (snapshot: Snapshot) => void>();
  readonly #requests = new Map<number, RequestSender>();
  #numbers = 0;

  constructor(script: string, workerData: EngineWorkerData = {}) {
    this.#worker = new Worker(script, { workerData });
    this.#worker.on('message', (received: FromEngine) => {
      if (received.kind === 'snapshot') {
        this.#snapshots.get(received.session)?.(received.snapshot);
      } else if (received.kind === 'channel') {
        this.#requests.get(received.session)?.receive(received.message);
      }
    });
    this.#worker.on('error', (error) => {
      throw error;
    });
  }

  /** Begins to read a file, and tells each snapshot. Gives the number of the session. */
  open(path: string, report: (snapshot: Snapshot) => void): number {
    return this.openSource({ kind: 'file', path, name: path }, report);
  }

  openSource(source: SourceDescription, report: (snapshot: Snapshot) => void): number {
    const session = ++this.#numbers;
    this.#snapshots.set(session, report);
    this.#post({ kind: 'open', session, sources: [source] });
    return session;
  }

  /** Edits the text of a session that has one. */
  edit(session: number, edit: TextEdit): void {
    this.#post({ kind: 'edit', session, edit });
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

  /** Gives the outcome's status together with a way to cancel. */
  request<Name extends RequestName>(
    session: number,
    name: Name,
    params: Requests[Name]['params'],
  ): { readonly status: Promise<Outcome<unknown>['status']>; readonly cancel: () => void } {
    // Not by the signal of the sender, which would not wait for the engine.
    const id = -++this.#numbers;
    const status = new Promise<Outcome<unknown>['status']>((resolve) => {
      const hear = ({ kind, session: of, message }: Extract<FromEngine, { kind: 'channel' }>): void => {
        if (kind === 'channel' && of === session && message.kind === 'outcome' && message.id === id) {
          this.#worker.off('message', hear);
          resolve(message.outcome.status);
        }
      };
      this.#worker.on('message', hear);
    });
    this.#post({ kind: 'channel', session, message: { kind: 'request', id, name, params } });
    return { status, cancel: () => this.#post({ kind: 'channel', session, message: { kind: 'cancel', id } }) };
  }

  /** The answer. Rejects where the outcome is none. */
  async answerOf<Name extends RequestName>(
    session: number,
    name: Name,
    params: Requests[Name]['params'],
  ): Promise<Requests[Name]['answer']> {
    const outcome = await this.#senderOf(session).request(name, params, new AbortController().signal);
    if (outcome.status !== 'ok') {
      throw new Error(`${name} was not answered: ${outcome.status}`);
    }
    return outcome.answer;
  }

  #senderOf(session: number): RequestSender {
    const known = this.#requests.get(session);
    const sender = known ?? new RequestSender((message) => this.#post({ kind: 'channel', session, message }));
    this.#requests.set(session, sender);
    return sender;
  }

  async terminate(): Promise<void> {
    await this.#worker.terminate();
  }

  #post(message: ToEngine): void {
    this.#worker.postMessage(message);
  }
}
