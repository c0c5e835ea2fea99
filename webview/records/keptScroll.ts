import type { Order } from '../../src/protocol/answers/page.ts';
import type { RecordRef } from '../../src/protocol/reference.ts';

/** Where a list was scrolled to. */
export interface ListScroll {
  /** The first row in view. */
  readonly row: number;
  /** What the list was of, and which record was selected: elsewhere the place means nothing. */
  readonly of: string;
}

/** How long a list rests before its place is reported. Milliseconds. */
const pause = 250;

/** Has a list begin where it was scrolled to when the page was left, and reports where it rests. */
export class KeptScroll {
  #hasBegun = false;
  /** Whether the list is at the kept place, from which the selected record may be out of view. */
  #isAtPlace = false;
  #reported = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The row at which a list begins: the kept one for the first list of all, if that is of the same. */
  begin(kept: ListScroll | undefined, of: string): number {
    const row = !this.#hasBegun && kept?.of === of ? kept.row : 0;
    this.#hasBegun = true;
    this.#isAtPlace = row > 0;
    return row;
  }

  /** Whether a record that is selected elsewhere, if there is one, is to be brought into view: not the one of before. */
  leaves(found: number | undefined): boolean {
    const isAtPlace = this.#isAtPlace;
    this.#isAtPlace &&= found === undefined;
    return !isAtPlace;
  }

  /** To be called on every update of the list. Reports nothing for its beginning, once it has been elsewhere. */
  note(scroll: ListScroll, report: (scroll: ListScroll | undefined) => void): void {
    const place = scroll.row === 0 ? '' : `${scroll.row} ${scroll.of}`;
    if (place !== this.#reported) {
      this.#reported = place;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => report(place === '' ? undefined : scroll), pause);
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

/** Names what a list is of. */
export function listOf(query: string, order: Order, selected: RecordRef | null): string {
  return JSON.stringify([query, order, selected === null ? null : [selected.source, selected.index]]);
}

export function isListScroll(value: unknown): value is ListScroll {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const { row, of } = value as Readonly<Record<string, unknown>>;
  return typeof row === 'number' && Number.isSafeInteger(row) && row >= 0 && typeof of === 'string';
}
