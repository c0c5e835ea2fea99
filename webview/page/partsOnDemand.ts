import type { ReactiveControllerHost } from 'lit';

/**
 * Loads the parts that a page can start without, when the first of them is shown. Few pages start with one (a reopened log whose
 * record was selected, for one): where a page goes while a script is under way, VS Code 1.100 keeps the next one waiting for half a
 * minute.
 */
export class PartsOnDemand {
  readonly #host: ReactiveControllerHost;
  #state: 'absent' | 'loading' | 'loaded' = 'absent';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /**
   * Whether their elements are defined. If not they are loaded now, and the host is updated when they are there: an element that is
   * set up before it is defined would lose its callbacks.
   */
  get areLoaded(): boolean {
    if (this.#state === 'absent') {
      this.#state = 'loading';
      void import('./furtherParts.ts').then(() => {
        this.#state = 'loaded';
        this.#host.requestUpdate();
      });
    }
    return this.#state === 'loaded';
  }
}
