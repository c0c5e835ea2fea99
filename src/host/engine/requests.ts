import type { ToEngine } from '../../protocol/engineMessages.ts';
import type { Outcome, QuestionName, Questions } from '../../protocol/requests.ts';

export type AnyOutcome = Outcome<Questions[QuestionName]['answer']>;

type Ask = ToEngine & { readonly kind: 'ask' };

interface Request {
  readonly ask: Omit<Ask, 'session'>;
  readonly end: (outcome: AnyOutcome) => void;
}

/** The requests of one session that have no answer yet. Each ends exactly once. */
export class Requests {
  readonly #send: (message: ToEngine) => void;
  readonly #underWay = new Map<number, Request>();
  /** Asked while the engine did not know the session. */
  #waiting: Request[] = [];

  constructor(send: (message: ToEngine) => void) {
    this.#send = send;
  }

  /** Asks at once in a session that the engine knows; without one (null) the question waits for {@link sendWaiting}. */
  ask<Name extends QuestionName>(
    ask: { readonly id: number; readonly name: Name; readonly params: Questions[Name]['params'] },
    session: number | null,
    signal: AbortSignal,
  ): Promise<Outcome<Questions[Name]['answer']>> {
    return new Promise((resolve) => {
      const cancel = (): void => this.#cancel(ask.id);
      signal.addEventListener('abort', cancel, { once: true });
      const request: Request = {
        ask: { kind: 'ask', ...ask },
        end: (outcome) => {
          signal.removeEventListener('abort', cancel);
          resolve(outcome);
        },
      };
      if (session === null) {
        this.#waiting.push(request);
      } else {
        this.#sendNow(request, session);
      }
    });
  }

  sendWaiting(session: number): void {
    for (const request of this.#waiting.splice(0)) {
      this.#sendNow(request, session);
    }
  }

  /** An answer came; one that nobody waits for any more is dropped. */
  answer(id: number, outcome: AnyOutcome): void {
    const request = this.#underWay.get(id);
    this.#underWay.delete(id);
    request?.end(outcome);
  }

  endUnderWay(outcome: AnyOutcome): void {
    const requests = [...this.#underWay.values()];
    this.#underWay.clear();
    for (const request of requests) {
      request.end(outcome);
    }
  }

  endAll(outcome: AnyOutcome): void {
    this.endUnderWay(outcome);
    for (const request of this.#waiting.splice(0)) {
      request.end(outcome);
    }
  }

  #sendNow(request: Request, session: number): void {
    this.#underWay.set(request.ask.id, request);
    this.#send({ ...request.ask, session });
  }

  #cancel(id: number): void {
    if (this.#underWay.has(id)) {
      this.#send({ kind: 'cancel', id });
      this.answer(id, { status: 'cancelled' });
      return;
    }
    const waiting = this.#waiting.find((request) => request.ask.id === id);
    this.#waiting = this.#waiting.filter((request) => request !== waiting);
    waiting?.end({ status: 'cancelled' });
  }
}
