import { spanOfText, textOfSpan, type SpanText } from '../../src/core/timeline/spanText.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';

/** The host hears of the viewport once in so long while it moves. Milliseconds. */
const reportInterval = 200;

/**
 * What the time axis shows: it follows wheel, drag and keys at once, and is sent to the host, which keeps it with the view,
 * a few times a second.
 */
export class Viewport {
  readonly #changed: () => void;
  readonly #send: (viewport: SpanText | null) => void;
  /** What was chosen here and is not yet what the host has; null for what the log opens on. */
  #pending: { readonly span: TimeSpan | null } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param changed Called when there is something else to show. */
  constructor(changed: () => void, send: (viewport: SpanText | null) => void) {
    this.#changed = changed;
    this.#send = send;
  }

  /** The stretch that is shown; undefined for what the log opens on. @param kept What the host has. */
  span(kept: SpanText | undefined): TimeSpan | undefined {
    return this.#pending === undefined ? kept && spanOfText(kept) : (this.#pending.span ?? undefined);
  }

  show(span: TimeSpan | null): void {
    this.#pending = { span };
    this.#timer ??= setTimeout(() => this.report(), reportInterval);
    this.#changed();
  }

  /** The host has sent its view: it holds, unless the user is just moving. */
  adopt(): void {
    if (this.#timer === undefined) {
      this.#pending = undefined;
    }
  }

  /** Sends at once what the host has not heard of, for what the user does next is done to that. */
  report(): void {
    if (this.#timer !== undefined) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      const span = this.#pending?.span ?? null;
      this.#send(span === null ? null : textOfSpan(span));
    }
  }
}
