import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What holds the rows. */
type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** Rows that a page key moves by. */
const pageRows = 10;

/**
 * Makes the rows of a grid one tab stop, by the pattern of ARIA for grids: arrow keys move between what can have the focus, Home and
 * End within a row, with Ctrl to the first and last row.
 *
 * Page keys move by ten rows. What scrolls by itself has `data-scrolls`: it keeps these keys, and is a further tab stop, as whatever
 * scrolls must be.
 *
 * Rows have `role="row"`. What can have the focus in them has `data-stop` with the name of its column: moving up and down keeps the
 * column as far as the rows have it.
 */
export class GridFocus implements ReactiveController {
  readonly #host: Host;
  #row = 0;
  #column = '';

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** Rows may have come or gone: exactly one stop is left for the tab key. */
  hostUpdated(): void {
    const rows = this.#rows();
    const current = this.#stopAt(rows, this.#row);
    setTabStop(rows, current);
  }

  /** To be called when something in the grid gets the focus. */
  readonly focused = (event: Event): void => {
    const target = event.composedPath()[0];
    const rows = this.#rows();
    const row = rows.findIndex((stops) => stops.some((stop) => stop === target));
    if (row !== -1 && target instanceof HTMLElement) {
      this.#row = row;
      this.#column = target.dataset['stop'] ?? '';
      setTabStop(rows, target);
    }
  };

  /** To be called with the keys that are pressed in the grid. */
  readonly key = (event: KeyboardEvent): void => {
    const rows = this.#rows();
    const focused = event.composedPath()[0];
    const row = rows.findIndex((stops) => stops.some((stop) => stop === focused));
    const target = row === -1 || event.altKey || event.metaKey ? undefined : this.#target(rows, row, focused as HTMLElement, event);
    if (target !== undefined) {
      event.preventDefault();
      target.focus();
    }
  };

  #target(rows: readonly HTMLElement[][], row: number, focused: HTMLElement, { key, ctrlKey }: KeyboardEvent): HTMLElement | undefined {
    const stops = rows[row]!;
    const at = stops.indexOf(focused);
    switch (key) {
      case 'ArrowLeft':
        return stops[Math.max(0, at - 1)];
      case 'ArrowRight':
        return stops[Math.min(stops.length - 1, at + 1)];
      case 'ArrowUp':
        return this.#stopAt(rows, row - 1);
      case 'ArrowDown':
        return this.#stopAt(rows, row + 1);
      case 'PageUp':
        return canScroll(focused) ? undefined : this.#stopAt(rows, row - pageRows);
      case 'PageDown':
        return canScroll(focused) ? undefined : this.#stopAt(rows, row + pageRows);
      case 'Home':
        return ctrlKey ? this.#stopAt(rows, 0) : stops[0];
      case 'End':
        return ctrlKey ? this.#stopAt(rows, rows.length - 1) : stops.at(-1);
      default:
        return undefined;
    }
  }

  /** The stop of a row in the column of the last one, else its first; of the nearest row where there is none of that number. */
  #stopAt(rows: readonly HTMLElement[][], row: number): HTMLElement | undefined {
    const stops = rows[Math.max(0, Math.min(rows.length - 1, row))] ?? [];
    return stops.find(({ dataset }) => dataset['stop'] === this.#column) ?? stops[0];
  }

  #rows(): HTMLElement[][] {
    return [...this.#host.renderRoot.querySelectorAll('[role="row"]')]
      .map((row) => [...row.querySelectorAll<HTMLElement>('[data-stop]')])
      .filter((stops) => stops.length > 0);
  }
}

function setTabStop(rows: readonly HTMLElement[][], current: HTMLElement | undefined): void {
  rows.flat().forEach((stop) => (stop.tabIndex = stop === current || canScroll(stop) ? 0 : -1));
}

function canScroll({ dataset }: HTMLElement): boolean {
  return dataset['scrolls'] !== undefined;
}
