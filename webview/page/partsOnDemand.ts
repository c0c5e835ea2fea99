import type { ReactiveControllerHost } from 'lit';

/**
 * Parts of the page that most logs are read without: each is a script of its own, which defines its elements. None is shown as soon
 * as the page is: where a page goes while a script is under way, VS Code 1.100 keeps the next page waiting for half a minute.
 */
const parts = {
  facets: () => import('../facets/define.ts'),
  findings: () => import('../findings/define.ts'),
  coverage: () => import('../coverage/define.ts'),
  profile: () => import('../drilldown/define.ts'),
} as const;

/** Loads parts of the page when they are first shown. */
export class PartsOnDemand {
  readonly #host: ReactiveControllerHost;
  readonly #loaded = new Set<keyof typeof parts>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /**
   * Whether the elements of a part are defined. If not they are loaded now, and the host is updated when they are there: an
   * element that is set up before it is defined would lose its callbacks.
   */
  has(part: keyof typeof parts): boolean {
    const isLoaded = this.#loaded.has(part);
    if (!isLoaded) {
      void parts[part]().then(() => {
        this.#loaded.add(part);
        this.#host.requestUpdate();
      });
    }
    return isLoaded;
  }
}
