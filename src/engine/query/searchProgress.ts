/** How far the search of one filter through records is. Goes on where an earlier search of the same filter was stopped. */
export class SearchProgress {
  /** Rows whose records are still to be looked at. */
  left = 0;
  /** Rows whose records had to be looked at when the first search began. */
  total = 0;

  /** A search begins with so many rows to look at. */
  begin(rows: number): void {
    this.left = rows;
    this.total = Math.max(this.total, rows);
  }

  /** So many more rows have been looked at. */
  advance(rows: number): void {
    this.left -= rows;
  }
}
