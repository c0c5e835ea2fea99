import type { Responder, RequestName, Requests } from '../../../src/protocol/requests.ts';

interface Asked {
  readonly name: RequestName;
  readonly params: Requests[RequestName]['params'];
  readonly signal: AbortSignal;
}

/** The answers of another engine, unchanged, which a test can hold back and count. */
export class HeldAnswers implements Responder {
  readonly asked: Asked[] = [];
  readonly #engine: Responder;
  readonly #open = new Set<Promise<unknown>>();
  #made: Promise<unknown> = Promise.resolve();
  #gate: Promise<void> | undefined;

  constructor(engine: Responder) {
    this.#engine = engine;
  }

  /** Holds back all answers to what is asked from now on, until the function is called that is returned. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#gate = promise;
    return () => {
      this.letPass();
      resolve();
    };
  }

  /** Holds back no more answers than before. */
  letPass(): void {
    this.#gate = undefined;
  }

  readonly request: Responder['request'] = (name, params, signal) => {
    this.asked.push({ name, params, signal });
    const answer = this.#engine.request(name, params, signal);
    this.#made = Promise.all([this.#made, answer]);
    const outcome = Promise.all([answer, this.#gate]).then(([made]) => made);
    const noted = outcome.finally(() => this.#open.delete(noted));
    this.#open.add(noted);
    return outcome;
  };

  /** Resolves when the engine has answered what was asked so far, held back or not. */
  async allMade(): Promise<void> {
    await this.#made;
  }

  /** Resolves when nothing is asked any more. */
  async allAnswered(): Promise<void> {
    while (this.#open.size > 0) {
      await Promise.all(this.#open);
      // Who asked takes the answers first, and may ask again.
      await new Promise(setImmediate);
    }
  }
}
