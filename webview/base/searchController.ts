import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Snapshot } from '../../src/protocol/answers/snapshot.ts';
import type { HostLink } from './hostLink.ts';

/**
 * The search of the page's filter through records. While it runs or is stopped, panels ask for what was found so far, and
 * ask again at each tick; once it is done they ask for everything.
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

/** How often panels ask again while a search runs. Milliseconds. */
const tickPause = 300;
const restartPause = 300;

/** Has the engine search for what the page's filter matches, from the moment it changes until all is found or the user stops it. */
export class SearchController implements ReactiveController {
  search: Search = noSearch;
  readonly #host: ReactiveControllerHost;
  #link: HostLink | undefined;
  #query = '';
  /** The newest snapshot, and the one that the last search covered. */
  #snapshot = 0;
  #searched = 0;
  #asking: AbortController | undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Says what the page shows now. To be called on every update, before panels ask. */
  want(link: HostLink, query: string, { snapshot }: Snapshot): void {
    this.#link = link;
    this.#snapshot = snapshot;
    if (query !== this.#query) {
      this.#query = query;
      this.#end(query === '' ? 'done' : 'running', false);
      this.#searched = 0;
    }
    const isDue = query !== '' && this.search.state !== 'stopped' && this.#searched < snapshot;
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
    this.#query = '';
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
    const outcome = await this.#link!.request('search', { query: this.#query }, asking.signal);
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
