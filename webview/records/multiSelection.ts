import { countRows, hasRow, noRows, type RowRanges, rowsBetween, toggleRow } from './rowRanges.ts';

/**
 * How the selection follows the current row: it becomes that row alone, it is extended to that row, the row is added to it or taken
 * out of it, or it stays as it is.
 */
export type Selecting = 'alone' | 'extend' | 'toggle' | 'keep';

/**
 * The rows that are selected together, by position, beside the one record that the host knows of. That record is at the current
 * row, which need not be one of them. They are given up when the current row changes in any other way than by these methods.
 */
export class MultiSelection {
  /** None where the current row alone is selected. */
  ranges: RowRanges = noRows;
  /** Where a range that is extended begins. */
  #anchor: number | undefined;
  /** The current row, as it was known last. */
  #current: number | undefined;

  /** How many rows are selected together; 0 where the current row alone is. */
  get count(): number {
    return countRows(this.ranges);
  }

  /** Whether a row is selected, on its own or with others. */
  has(row: number): boolean {
    return this.ranges.length === 0 ? row === this.#current : hasRow(this.ranges, row);
  }

  /** Selects one row alone; undefined for none. */
  single(row: number | undefined): void {
    this.#anchor = undefined;
    this.#set(noRows, row);
  }

  /** Makes a row the current one. The last of several rows cannot be toggled away. */
  move(row: number, selecting: Selecting): void {
    switch (selecting) {
      case 'alone':
        this.single(row);
        return;
      case 'extend':
        this.#anchor ??= this.#current ?? row;
        this.#set(rowsBetween(this.#anchor, row), row);
        return;
      case 'toggle':
        this.#anchor = row;
        this.#set(toggleRow(this.#ownRanges(), row), row);
        return;
      case 'keep':
        this.#set(this.#ownRanges(), row);
        return;
    }
  }

  /** Selects so many rows from the first on; the current one stays. */
  selectAll(rows: number): void {
    this.#anchor = undefined;
    this.#set(rows === 0 ? noRows : [[0, rows]], this.#current);
  }

  /** To be told where the current row is: if that is news, it alone is selected. */
  follow(current: number | undefined): void {
    if (current !== this.#current) {
      this.single(current);
    }
  }

  /** The selected rows, where it is only one as well. */
  #ownRanges(): RowRanges {
    return this.ranges.length > 0 || this.#current === undefined ? this.ranges : rowsBetween(this.#current, this.#current);
  }

  #set(ranges: RowRanges, current: number | undefined): void {
    const isCurrentAlone = current !== undefined && countRows(ranges) === 1 && hasRow(ranges, current);
    this.ranges = isCurrentAlone ? noRows : ranges;
    this.#current = current;
  }
}
