import { RequestSender } from '../../src/protocol/channel.ts';
import type { Outcome, RequestName, Requests, Responder } from '../../src/protocol/requests.ts';
import type { FromWebview, Intent, ToWebview, ViewState } from '../../src/protocol/viewMessages.ts';

/** Messages that do not belong to a request. */
export type HostNews = Exclude<ToWebview, { kind: 'outcome' | 'part' }>;

/** The webview's end of the conversation with the host: requests, intents, and news. */
export class HostLink implements Responder {
  readonly #post: (message: FromWebview) => void;
  readonly #beforeIntent: (intent: Intent) => void;
  readonly #requests: RequestSender;

  /** @param beforeIntent Called before each intent, to send what has been put off and to ask for what it will lead to. */
  constructor(post: (message: FromWebview) => void, beforeIntent: (intent: Intent) => void = () => undefined) {
    this.#post = post;
    this.#beforeIntent = beforeIntent;
    this.#requests = new RequestSender(post);
  }

  /** Takes a message of the host: those of a request settle it, any other is handed back. */
  receive(message: ToWebview): HostNews | undefined {
    if (message.kind !== 'outcome' && message.kind !== 'part') {
      return message;
    }
    this.#requests.receive(message);
    return undefined;
  }

  /** Begins the conversation; `restored` is what was shown before the window was reloaded. */
  ready(restored: ViewState | undefined): void {
    this.#post(restored === undefined ? { kind: 'ready' } : { kind: 'ready', restored });
  }

  /** Has the host keep how the page is arranged. */
  keep(layout: string): void {
    this.#post({ kind: 'layout', layout });
  }

  intend(intent: Intent): void {
    this.#beforeIntent(intent);
    this.#post({ kind: 'intent', intent });
  }

  request<Name extends RequestName>(
    name: Name,
    params: Requests[Name]['params'],
    signal: AbortSignal,
  ): Promise<Outcome<Requests[Name]['answer']>> {
    return this.#requests.request(name, params, signal);
  }
}
