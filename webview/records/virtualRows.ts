/**
 * Arithmetic of a list far taller than any element may be.
 *
 * Chromium ends an element's height at 33,554,428 device pixels, which is 8 million CSS pixels at 400 % zoom. The list
 * therefore has a height of its own, in "list pixels" (rows times row height, exact for billions of rows), and a scroll
 * bar that is at most {@link tallest} high and moves over it in proportion. Where everything fits, both are the same.
 */
export interface VirtualRows {
  readonly rows: number;
  readonly rowHeight: number;
  /** Height of the window onto the list. */
  readonly viewport: number;
}

/** CSS pixels. */
export const tallest = 6_000_000;

export interface RowWindow {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
  /** How far the first row is moved up out of the window, in pixels; from 0 to below a row's height. */
  readonly shift: number;
}

function listHeight(list: VirtualRows): number {
  return list.rows * list.rowHeight;
}

/** Height of what the scroll bar scrolls. */
export function scrollHeight(list: VirtualRows): number {
  return Math.min(listHeight(list), tallest);
}

/** Largest distance of the window from the top of the list. */
export function lastTop(list: VirtualRows): number {
  return Math.max(0, listHeight(list) - list.viewport);
}

export function clampTop(list: VirtualRows, top: number): number {
  return Math.min(Math.max(0, top), lastTop(list));
}

/**
 * Where the window is on a list of which more or fewer rows are known by now, so that it shows what it has shown: at
 * the end it stays at the end, and where new rows come first it moves along with the others, unless it was at the beginning.
 */
export function topAfterGrowth(before: VirtualRows, list: VirtualRows, top: number, growsAt: 'start' | 'end'): number {
  if (growsAt === 'start') {
    return clampTop(list, top === 0 ? 0 : top + Math.max(0, list.rows - before.rows) * list.rowHeight);
  }
  return isAtEnd(before, top) && list.rows > before.rows ? lastTop(list) : clampTop(list, top);
}

/** Where the window is when its height or that of the rows has changed: its first row stays, and at the end the last one. */
export function topAfterResize(before: VirtualRows, list: VirtualRows, top: number): number {
  return isAtEnd(before, top) ? lastTop(list) : clampTop(list, (top / before.rowHeight) * list.rowHeight);
}

function isAtEnd(list: VirtualRows, top: number): boolean {
  return lastTop(list) > 0 && top >= lastTop(list) - 1;
}

/** True where the scroll bar is a scaled picture of the list. */
export function isScaled(list: VirtualRows): boolean {
  return listHeight(list) > tallest;
}

/** From the scroll bar's position to the list's. */
export function topOfScroll(list: VirtualRows, scrollTop: number): number {
  const range = scrollHeight(list) - list.viewport;
  return range <= 0 ? 0 : clampTop(list, isScaled(list) ? (scrollTop / range) * lastTop(list) : scrollTop);
}

/** From the list's position to the scroll bar's. */
export function scrollOfTop(list: VirtualRows, top: number): number {
  return isScaled(list) ? (top / lastTop(list)) * (scrollHeight(list) - list.viewport) : top;
}

/** The rows that can be seen. */
export function rowWindow(list: VirtualRows, top: number): RowWindow {
  const at = clampTop(list, top);
  const first = Math.min(Math.floor(at / list.rowHeight), Math.max(0, list.rows - 1));
  const end = Math.min(list.rows, Math.ceil((at + list.viewport) / list.rowHeight));
  return { first, end: Math.max(first, end), shift: at - first * list.rowHeight };
}

/** The nearest position in which a row is wholly seen; the present one if it is. */
export function topShowing(list: VirtualRows, top: number, row: number): number {
  const upper = row * list.rowHeight;
  if (upper < top) {
    return clampTop(list, upper);
  }
  return upper + list.rowHeight > top + list.viewport ? clampTop(list, upper + list.rowHeight - list.viewport) : top;
}

/** As {@link topShowing}, but a row out of sight comes to the middle: for jumps, where the neighbours matter. */
export function topCentring(list: VirtualRows, top: number, row: number): number {
  return topShowing(list, top, row) === top ? top : clampTop(list, (row + 0.5) * list.rowHeight - list.viewport / 2);
}

/** The row to which a key moves from `row`; undefined for keys that do not move. */
export function rowAfterKey(list: VirtualRows, row: number, key: string): number | undefined {
  const page = Math.max(1, Math.floor(list.viewport / list.rowHeight) - 1);
  const targets: Readonly<Record<string, number>> = {
    ArrowUp: row - 1,
    ArrowDown: row + 1,
    PageUp: row - page,
    PageDown: row + page,
    Home: 0,
    End: list.rows - 1,
  };
  const target = Object.hasOwn(targets, key) ? targets[key] : undefined;
  return target === undefined ? undefined : Math.min(Math.max(0, target), Math.max(0, list.rows - 1));
}
