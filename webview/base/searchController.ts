import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Snapshot } from '../../src/protocol/answers/snapshot.ts';
import type { Requests } from '../../src/protocol/requests.ts';
import type { HostLink } from './hostLink.ts';

/**
 * A search through records: for what the page's filter matches, or for the values of a field. While it runs or is stopped,
 * panels ask for what was found so far, and ask again at each tick; once it is done they ask for everything.
 */
export interface Search {
  readonly state: 'running' | 'stopped' | 'done';
  /** It has taken so long that what is shown is only a part, or it was stopped. */
  readonly isPartial: boolean;
  /** Rises while a search runs, and when it ends: answers of an earlier tick that hold only a part are outdated. */
  readonly tick: number;
}

/** No filter, or one that has found everything. */
export const noSearch: Search = { state: 'done', isPartial: false, tick: 0 };

/** Two searches that the same answers wait for. */
export function together(one: Search, other: Search): Search {
  const states = new Set([one.state, other.state]);
  return {
    state: states.has('running') ? 'running' : states.has('stopped') ? 'stopped' : 'done',
    isPartial: one.isPartial || other.isPartial,
    tick: one.tick + other.tick,
  };
}

/** How often panels ask again while a search runs. Milliseconds. */
const tickPause = 300;
const restartPause = 300;

/** Has the engine search, from the moment that what is sought changes, until all is found or the user stops it. */
export class SearchController<Name extends 'search' | 'readField'> implements ReactiveController {
  search: Search = noSearch;
  readonly #host: ReactiveControllerHost;
  readonly #name: Name;
  #link: HostLink | undefined;
  #params: Requests[Name]['params'] | undefined;
  #subject: string | undefined;
  /** The newest snapshot, and the one that the last search covered. */
  #snapshot = 0;
  #searched = 0;
  #asking: AbortController | undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, name: Name) {
    this.#host = host;
    this.#name = name;
    host.addController(this);
  }

  /** Says what is sought now; undefined for nothing. To be called on every update, before panels ask. */
  want(link: HostLink, params: Requests[Name]['params'] | undefined, { snapshot }: Snapshot): void {
    this.#link = link;
    this.#snapshot = snapshot;
    const subject = JSON.stringify(params);
    if (subject !== this.#subject) {
      this.#subject = subject;
      this.#params = params;
      this.#end(params === undefined ? 'done' : 'running', false);
      this.#searched = 0;
    }
    const isDue = params !== undefined && this.search.state !== 'stopped' && this.#searched < snapshot;
    if (isDue && this.#asking === undefined) {
      void this.#run();
    }
  }

  /** Stops searching. What was found stays, and {@link resume} goes on from there. */
  stop(): void {
    if (this.search.state === 'running') {
      this.#end('stopped', true);
      this.#host.requestUpdate();
    }
  }

  resume(): void {
    if (this.search.state === 'stopped') {
      this.#end('running', true);
      void this.#run();
      this.#host.requestUpdate();
    }
  }

  hostDisconnected(): void {
    this.#end('done', false);
    this.#subject = undefined;
  }

  #end(state: Search['state'], isPartial: boolean): void {
    this.#asking?.abort();
    this.#asking = undefined;
    clearInterval(this.#ticking);
    this.#ticking = undefined;
    this.#report(state, isPartial);
  }

  #report(state: Search['state'], isPartial: boolean): void {
    this.search = { state, isPartial, tick: this.search.tick + 1 };
  }

  async #run(): Promise<void> {
    const asking = new AbortController();
    const snapshot = this.#snapshot;
    this.#asking = asking;
    if (this.search.state === 'running') {
      this.#ticking ??= setInterval(() => {
        this.#report('running', true);
        this.#host.requestUpdate();
      }, tickPause);
    }
    const outcome = await this.#link!.request(this.#name, this.#params!, asking.signal);
    if (outcome.status === 'restarted' || outcome.status === 'cancelled') {
      await new Promise((resolve) => setTimeout(resolve, restartPause));
    }
    if (asking.signal.aborted) {
      return;
    }
    this.#asking = undefined;
    const hasEnded = outcome.status !== 'restarted' && outcome.status !== 'cancelled';
    this.#searched = hasEnded ? snapshot : 0;
    if (hasEnded) {
      this.#end('done', false);
    }
    this.#host.requestUpdate();
  }
}
