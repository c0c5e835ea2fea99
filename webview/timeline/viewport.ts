import { spanOfText, textOfSpan, type SpanText } from '../../src/core/timeline/spanText.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';

/** A viewport that has rested for so long is reported to the host. Milliseconds. */
const restTime = 200;

/**
 * What the time axis shows: it follows wheel, drag and keys at once, and is sent to the host, which keeps it with the view,
 * when it rests.
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
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#report(), restTime);
    this.#changed();
  }

  /** The host has sent its view: it holds, unless the user is just moving. */
  adopt(): void {
    if (this.#timer === undefined) {
      this.#pending = undefined;
    }
  }

  #report(): void {
    this.#timer = undefined;
    const span = this.#pending?.span ?? null;
    this.#send(span === null ? null : textOfSpan(span));
  }
}
