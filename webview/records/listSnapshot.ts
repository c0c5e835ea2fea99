import type { Snapshot } from '../../src/protocol/answers/snapshot.ts';

/** How often a growing result is asked for anew. Milliseconds. */
const renewalPause = 400;

/** The snapshot that the rows of a list are asked from: follows the newest one, but not at every block read. */
export class ListSnapshot {
  /** 0 before there is one. */
  number = 0;
  #newest: Snapshot | undefined;
  /** Which reading of the log the rows are asked from. */
  #reading: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #renewed: (isReadAgain: boolean) => void;

  /** @param renewed Called when {@link number} has changed; the log may have been read again from its beginning. */
  constructor(renewed: (isReadAgain: boolean) => void) {
    this.#renewed = renewed;
  }

  /** To be called on every update of the list. */
  follow(newest: Snapshot): void {
    this.#newest = newest;
    const { snapshot, complete } = newest;
    if (this.number === 0 || (complete && this.number !== snapshot)) {
      this.#renew();
    } else if (this.number !== snapshot) {
      this.#timer ??= setTimeout(() => this.#renew(), renewalPause);
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #renew(): void {
    this.stop();
    const { snapshot, reading } = this.#newest!;
    const isReadAgain = this.#reading !== undefined && this.#reading !== reading;
    this.number = snapshot;
    this.#reading = reading;
    this.#renewed(isReadAgain);
  }
}
