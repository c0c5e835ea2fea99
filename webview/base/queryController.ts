import * as l10n from '@vscode/l10n';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Answer } from '../../src/protocol/answers/answer.ts';
import type { RequestName, Requests } from '../../src/protocol/requests.ts';
import { say } from '../../src/protocol/say.ts';
import type { Search } from './searchController.ts';
import type { ViewContext } from './viewContext.ts';

/** While a log is being read, answers are renewed at most this often. Milliseconds. */
const renewalPause = 400;
/** How long to wait for an engine that is starting again. Milliseconds. */
const restartPause = 300;

/**
 * A question that a panel keeps asking: at once when what it asks changes, throttled when a new snapshot arrives.
 *
 * Newest wins: a question that is no longer wanted is cancelled, and its answer is never drawn. The last good answer stays
 * until the next one comes, so that panels do not flicker while the user types.
 */
export class QueryController<Name extends RequestName> implements ReactiveController {
  answer: Requests[Name]['answer'] | undefined;
  /** What was asked to get the answer that is shown: it may be older than what is wanted now. */
  asked: Requests[Name]['params'] | undefined;
  /** One sentence when the newest question failed. */
  problem: string | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #name: Name;
  #context: ViewContext | undefined;
  #params: Requests[Name]['params'] | undefined;
  #key: string | undefined;
  #asking: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Of the search when the last question was asked. */
  #tick = 0;

  constructor(host: ReactiveControllerHost, name: Name) {
    this.#host = host;
    this.#name = name;
    host.addController(this);
  }

  /** Whether a question is under way whose answer will replace the one shown. */
  get isWaiting(): boolean {
    return this.#asking !== undefined;
  }

  /**
   * Says what the panel wants to know now; undefined for nothing. To be called on every update of the panel. Parameters
   * that change while `subject` stays the same follow the growing log, and are throttled like new snapshots.
   */
  want(context: ViewContext, params: Requests[Name]['params'] | undefined, subject = JSON.stringify(params)): void {
    this.#context = context;
    this.#params = params;
    const key = params === undefined ? undefined : subject;
    if (key !== this.#key) {
      this.#key = key;
      if (key === undefined) {
        this.#stop();
        this.answer = undefined;
        this.problem = undefined;
      } else {
        void this.#run();
      }
    } else if (this.#asking === undefined && this.#isPassed()) {
      void this.#run();
    } else if (this.#asking === undefined && this.#isOutdated()) {
      this.#later(renewalPause);
    }
  }

  hostDisconnected(): void {
    this.#stop();
    this.#key = undefined;
  }

  #isOutdated(): boolean {
    const answered = (this.answer as Answer | null | undefined)?.snapshot;
    return answered !== undefined && this.#context !== undefined && answered < this.#context.snapshot.snapshot;
  }

  /** The answer holds what a search had found at an earlier tick. */
  #isPassed(): boolean {
    const searching = (this.answer as Answer | null | undefined)?.searching;
    return searching !== undefined && this.#context !== undefined && this.#tick < this.#context.search.tick;
  }

  #later(pause: number): void {
    this.#timer ??= setTimeout(() => void this.#run(), pause);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#asking?.abort();
    this.#asking = undefined;
  }

  async #run(): Promise<void> {
    this.#stop();
    if (this.#context === undefined || this.#params === undefined) {
      return;
    }
    const asking = new AbortController();
    const { link, search } = this.#context;
    const params = this.#params;
    this.#asking = asking;
    this.#tick = search.tick;
    const outcome = await link.request(this.#name, withoutWaiting(params, search), asking.signal);
    if (asking.signal.aborted) {
      return;
    }
    this.#asking = undefined;
    switch (outcome.status) {
      case 'ok':
        this.answer = outcome.answer;
        this.asked = params;
        this.problem = undefined;
        break;
      case 'error':
        this.problem = say(outcome.message);
        break;
      case 'closed':
        this.problem = l10n.t('The log was closed.');
        break;
      case 'cancelled':
      case 'restarted':
        this.#later(restartPause);
        break;
    }
    if (outcome.status === 'ok' && this.#isOutdated() && !this.#isPassed()) {
      this.#later(renewalPause);
    }
    this.#host.requestUpdate();
  }
}

/** The parameters of a question under a filter that is being searched for: its answer shows what was found so far. */
export function withoutWaiting<Params extends object>(params: Params, { state }: Search): Params {
  return state === 'done' || !('query' in params) ? params : { ...params, soFar: true };
}
