import type { RecordTable } from '../columns/recordTable.ts';
import { sliceRows, type TableRows } from '../columns/tableRows.ts';
import type { SourceIndex } from '../index/logIndex.ts';

/** Rows that are put back without a look at whether others want their turn. */
const rowsAtOnce = 64 * 1024;

/** The last rows of a table, those of some sources, while they make room for others before them. */
export class TakenRows {
  private readonly table: RecordTable;
  private readonly rows: TableRows;
  /** The sources as they were, their first rows counted from the first of all. */
  private readonly sources: readonly { readonly source: SourceIndex; readonly firstRow: number; readonly records: number }[];

  /** Takes all rows from the first one of these sources, which follow each other, out. */
  constructor(table: RecordTable, sources: readonly SourceIndex[]) {
    const { firstRow: start } = sources[0]!;
    this.table = table;
    this.rows = table.takeFrom(start);
    this.sources = sources.map((source) => ({ source, firstRow: source.firstRow - start, records: source.records }));
    for (const source of sources) {
      source.firstRow = Infinity;
      source.records = 0;
    }
  }

  /**
   * Puts the rows after those that are in the table now.
   *
   * @param giveWay Lets others have their turn; rejects when nobody wants the log any more.
   */
  async putBack(giveWay: () => Promise<void>): Promise<void> {
    const { table, rows } = this;
    const start = table.length;
    this.sources.forEach(({ source, firstRow }) => (source.firstRow = start + firstRow));
    for (let from = 0; from < rows.count; from += rowsAtOnce) {
      table.append(sliceRows(rows, from, Math.min(rows.count, from + rowsAtOnce)));
      await giveWay();
    }
    this.sources.forEach(({ source, records }) => (source.records = records));
  }
}
