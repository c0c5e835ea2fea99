import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** In milliseconds: how long a log may take to open until its page shows controls of the parts, such as the ring that says so. */
const patience = 500;

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/**
 * Loads the parts that a page can start without, the toolkit's controls among them: when the first of them is shown, when the keyboard
 * is in the bar on top, when the page has shown its records, or when it still has not after half a second. The page has fetched their
 * script by then, but not run it.
 */
export class PartsOnDemand implements ReactiveController {
  readonly #host: Host;
  #state: 'absent' | 'loading' | 'loaded' = 'absent';
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#waiting = setTimeout(() => this.load(), patience);
  }

  hostDisconnected(): void {
    clearTimeout(this.#waiting);
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
