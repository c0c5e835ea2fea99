import type { ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/**
 * Loads the parts that a page can start without: when the first of them is shown, when the keyboard is in the bar on top, or when the
 * page has shown its records. The page has fetched their script by then, but not run it.
 */
export class PartsOnDemand {
  readonly #host: Host;
  #state: 'absent' | 'loading' | 'loaded' = 'absent';

  constructor(host: Host) {
    this.#host = host;
  }

  /** Whether their elements are defined: an element that is set up before it is defined would lose its callbacks. */
  get areLoaded(): boolean {
    return this.#state === 'loaded';
  }

  /** Loads them, if nothing has yet, and updates the host when they are there. Gives whether they are. */
  load(): boolean {
    if (this.#state === 'absent') {
      this.#state = 'loading';
      void import('./furtherParts.ts').then(({ furtherStyles }) => {
        const renderRoot = this.#host.renderRoot as ShadowRoot;
        renderRoot.adoptedStyleSheets = [...renderRoot.adoptedStyleSheets, furtherStyles];
        this.#state = 'loaded';
        this.#host.requestUpdate();
      });
    }
    return this.areLoaded;
  }
}
