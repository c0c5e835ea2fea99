import type { Answering, Outcome, QuestionName, Questions } from '../../src/protocol/requests.ts';
import type { FromWebview, Intent, ToWebview, ViewState } from '../../src/protocol/viewMessages.ts';

type AnyAnswer = Questions[QuestionName]['answer'];

/** Messages that are not answers to a question. */
export type HostNews = Exclude<ToWebview, { kind: 'answer' }>;

/**
 * The webview's end of the conversation with the host: questions that end in exactly one outcome each, intents, and news.
 */
export class HostLink implements Answering {
  readonly #post: (message: FromWebview) => void;
  readonly #pending = new Map<number, (outcome: Outcome<AnyAnswer>) => void>();
  #lastId = 0;

  constructor(post: (message: FromWebview) => void) {
    this.#post = post;
  }

  /** Takes a message of the host: answers go to who asked, anything else is handed back. */
  receive(message: ToWebview): HostNews | undefined {
    if (message.kind !== 'answer') {
      return message;
    }
    this.#pending.get(message.id)?.(message.outcome);
    return undefined;
  }

  /** Begins the conversation; `restored` is what was shown before the window was reloaded. */
  ready(restored: ViewState | undefined): void {
    this.#post(restored === undefined ? { kind: 'ready' } : { kind: 'ready', restored });
  }

  intend(intent: Intent): void {
    this.#post({ kind: 'intent', intent });
  }

  ask<Name extends QuestionName>(
    name: Name,
    params: Questions[Name]['params'],
    signal: AbortSignal,
  ): Promise<Outcome<Questions[Name]['answer']>> {
    if (signal.aborted) {
      return Promise.resolve({ status: 'cancelled' });
    }
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      const cancel = () => {
        this.#post({ kind: 'cancel', id });
        settle({ status: 'cancelled' });
      };
      const settle = (outcome: Outcome<AnyAnswer>) => {
        this.#pending.delete(id);
        signal.removeEventListener('abort', cancel);
        resolve(outcome);
      };
      this.#pending.set(id, settle);
      signal.addEventListener('abort', cancel);
      this.#post({ kind: 'ask', id, name, params });
    });
  }
}
