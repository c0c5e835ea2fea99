import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Between two texts that a screen reader is given. Milliseconds. */
const pause = 1000;

/** A text that follows another one which changes often, but slowly enough to be read aloud. */
export class ThrottledAnnouncement implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #reported = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** What to show for a text: the text itself, or for a moment an earlier one. To be called on every update. */
  of(text: string): string {
    if (this.#timer === undefined && text !== this.#reported) {
      this.#reported = text;
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        this.#host.requestUpdate();
      }, pause);
    }
    return this.#reported;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
