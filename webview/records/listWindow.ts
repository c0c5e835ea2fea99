import {
  clampTop,
  isScaled,
  rowWindow,
  scrollHeight,
  scrollOfTop,
  topAfterGrowth,
  topAfterResize,
  topCentring,
  topOfScroll,
  topShowing,
  type RowWindow,
  type VirtualRows,
} from './virtualRows.ts';

/** Of records: two lines a row, where the pane is too narrow for columns. CSS pixels. */
const rowHeights: Readonly<Record<ListForm, number>> = { wide: 22, narrow: 42 };
const narrowWidth = 760;
/** How long rows that are not known yet are waited for before their places are shown empty. Milliseconds. */
const patience = 500;

export type ListForm = 'narrow' | 'wide';

/**
 * The part of a list that is in view: how far the list is scrolled, how large the window onto it is, and how its rows are laid out
 * in a window of that width.
 */
export class ListWindow {
  form: ListForm = 'wide';
  /** Rows of the result, as far as is known. */
  rows = 0;
  /** Distance of the window from the top of the list, in list pixels. */
  #top = 0;
  /** The same of what is shown, which stays until the rows at {@link #top} are known. */
  #shownTop = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #come: number | undefined;
  /** Height of the window. CSS pixels. */
  #height = 0;
  /** The rows when {@link follow} was called last. */
  #followedRows = 0;
  /** Where the window was in a log that is being read again, in which its rows may not have been read again. */
  #formerTop: number | undefined;
  /** The row to begin at once there are as many; undefined where it is reached or the list has been scrolled. */
  #startRow: number | undefined;
  /** A scroll position that was set here, until its event comes. */
  #ownScroll: number | undefined;
  /** What the last call of {@link scroll} has seen to. */
  #scrolledTo = '';
  readonly #changed: () => void;
  readonly #rowHeights: Readonly<Record<ListForm, number>>;

  /**
   * @param changed Called when what is in view has changed.
   * @param heights Of a row, in CSS pixels.
   */
  constructor(changed: () => void, heights = rowHeights) {
    this.#changed = changed;
    this.#rowHeights = heights;
  }

  get list(): VirtualRows {
    return { rows: this.rows, rowHeight: this.#rowHeights[this.form], viewport: this.#height };
  }

  /** The rows where the list is scrolled to. */
  get wanted(): RowWindow {
    return rowWindow(this.list, this.#top);
  }

  /** The rows that are shown. */
  get inView(): RowWindow {
    return rowWindow(this.list, this.#shownTop);
  }

  /**
   * Shows the rows where the list is scrolled to, once they are known. Until then those stay that were shown, or those are shown of
   * which something has come since: a list that is scrolled on and on shows where it was a moment ago.
   *
   * @param come The first of the rows of which something has come last.
   */
  settle(isKnown: (rows: RowWindow) => boolean, come: number | undefined): void {
    const isNew = come !== undefined && come !== this.#come;
    this.#come = come;
    if (this.#top === this.#shownTop || isKnown(this.wanted)) {
      this.#settled();
    } else {
      if (isNew) {
        this.#shownTop = clampTop(this.list, come * this.list.rowHeight);
        clearTimeout(this.#waiting);
        this.#waiting = undefined;
      }
      this.#waiting ??= setTimeout(() => {
        this.#settled();
        this.#changed();
      }, patience);
    }
  }

  #settled(): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#shownTop = this.#top;
  }

  /** The list is of another result, of which no row is known yet: it begins at a row. */
  reset(startRow = 0): void {
    this.#startRow = startRow === 0 ? undefined : startRow;
    this.#top = 0;
    this.#settled();
    this.rows = 0;
    this.#followedRows = 0;
    this.#formerTop = undefined;
  }

  /** The log is read again from its beginning: the window stays where it is although there are fewer rows for a while. */
  hold(): void {
    this.#formerTop = this.#top;
  }

  /** Keeps in view what is in view although the number of rows has changed. */
  follow(growsAt: 'start' | 'end', isComplete: boolean): void {
    const { list } = this;
    if (this.#startRow !== undefined && list.rows > 0) {
      this.#top = clampTop(list, this.#startRow * list.rowHeight);
      this.#startRow = isComplete || this.#startRow < list.rows ? undefined : this.#startRow;
      this.#followedRows = list.rows;
      return;
    }
    this.#top =
      this.#formerTop === undefined
        ? topAfterGrowth({ ...list, rows: this.#followedRows }, list, this.#top, growsAt)
        : clampTop(list, this.#formerTop);
    this.#formerTop = isComplete ? undefined : this.#formerTop;
    this.#followedRows = list.rows;
  }

  /** Scrolls as little as possible until a row is wholly in view. */
  show(row: number): void {
    this.#startRow = undefined;
    this.#formerTop = undefined;
    this.#top = topShowing(this.list, this.#top, row);
    this.#changed();
  }

  /** Brings a row into view, into the middle if it is not. */
  centre(row: number): void {
    this.#top = topCentring(this.list, this.#top, row);
  }

  /**
   * Takes the size of the grid over, of which the head covers some. CSS pixels.
   *
   * @param current A row that stays in view if it is: the detail of a record that was clicked may take its place.
   */
  measure({ width, height }: DOMRectReadOnly, headHeight: number, current?: number): void {
    const before = this.list;
    const isShown = current !== undefined && topShowing(before, this.#top, current) === this.#top;
    this.form = width < narrowWidth ? 'narrow' : 'wide';
    this.#height = Math.max(0, height - headHeight);
    const top = topAfterResize(before, this.list, this.#top);
    this.#top = isShown ? topShowing(this.list, top, current) : top;
    this.#settled();
    this.#changed();
  }

  /** Scrolls the grid to where the window is. To be called after each update of it. */
  scroll(grid: HTMLElement): void {
    const { list } = this;
    const wanted = Math.round(scrollOfTop(list, this.#top));
    const scrolled = `${wanted} of ${scrollHeight(list)} in ${list.viewport}`;
    // Where nothing has changed here, it is the user who has scrolled, and the event is still to come.
    if (scrolled !== this.#scrolledTo && Math.abs(grid.scrollTop - wanted) > 1) {
      grid.scrollTop = wanted;
      this.#ownScroll = grid.scrollTop;
    }
    this.#scrolledTo = scrolled;
  }

  /** The grid has been scrolled, by the user or by {@link scroll}. */
  readonly scrolled = (event: Event): void => {
    const { scrollTop } = event.currentTarget as HTMLElement;
    const isOwn = this.#ownScroll !== undefined && Math.abs(scrollTop - this.#ownScroll) <= 1;
    this.#ownScroll = undefined;
    if (!isOwn) {
      this.#moveTo(topOfScroll(this.list, scrollTop));
    }
  };

  /** Where the scroll bar is scaled, one notch of the wheel would leap over thousands of rows: it moves by rows instead. */
  readonly wheel = (event: WheelEvent): void => {
    const { list } = this;
    if (!isScaled(list) || event.ctrlKey || event.deltaY === 0) {
      return;
    }
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? list.rowHeight : 1;
    this.#moveTo(clampTop(list, this.#top + event.deltaY * unit));
  };

  #moveTo(top: number): void {
    this.#startRow = undefined;
    this.#formerTop = undefined;
    this.#top = top;
    this.#changed();
  }
}
