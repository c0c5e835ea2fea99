import type { RecordTable } from '../../src/engine/columns/recordTable.ts';
import { RowBatch } from '../../src/engine/columns/rowBatch.ts';
import { RecordFields } from '../../src/engine/ingest/values/recordFields.ts';

/** Appends a row for each item to a table, as one batch. `fill` sets the fields of an item, which say nothing before. */
export function appendRows<Item>(table: RecordTable, items: readonly Item[], fill: (fields: RecordFields, item: Item) => void): void {
  const rows = new RowBatch();
  const fields = new RecordFields();
  const first = table.length;
  items.forEach((item, index) => {
    fields.reset();
    fill(fields, item);
    fields.push(rows, table.outcomes, (first + index) * 10, 10, first + index + 1);
  });
  table.append(rows.take());
}
