import type { Snapshot } from '../../src/protocol/answers/snapshot.ts';

/** What has become of a log since it was first seen whole, or since it was replaced. */
export interface LogChange {
  /** It was read again: another file, or other content. */
  readonly isReplaced: boolean;
  /** Records that were added since. */
  readonly more: number;
}

/** Notices how a log changes while it is shown. */
export class LogNews {
  #first: Snapshot | undefined;
  #change: LogChange = { isReplaced: false, more: 0 };

  get change(): LogChange {
    return this.#change;
  }

  /** Looks at the next snapshot. What is not whole says nothing: it only seems to have grown. */
  note(snapshot: Snapshot): void {
    if (!snapshot.complete || snapshot.problem !== null) {
      return;
    }
    const isReplaced = this.#first !== undefined && snapshot.reading !== this.#first.reading;
    if (this.#first === undefined || isReplaced) {
      this.#first = snapshot;
    }
    this.#change = { isReplaced: isReplaced || this.#change.isReplaced, more: Math.max(0, snapshot.records - this.#first.records) };
  }
}
