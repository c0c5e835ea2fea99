import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js';
import { message } from '../../core/finding/message.ts';
import type { FieldRef } from '../../core/query/fields.ts';
import { columnValue, type ColumnValue } from '../../core/query/table/columnValue.ts';
import { sourceText } from '../../core/json/utf8.ts';
import { clashingColumns, columnsOf, recordColumn, standardFields } from '../../core/query/table/tableColumns.ts';
import { compactRecord } from '../../core/record/compactRecord.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { BadRequest } from '../query/badRequest.ts';
import { nothing, type ExportForm } from './exportForm.ts';
import { fieldValues } from './fieldValues.ts';
import { columnSchema, parquetSchema, type ColumnSchema } from './parquetSchema.ts';

/** Records of a row group, which is what readers take at once, and what is held back. */
const maxGroupRows = 20_000;
/** Bytes of its records, unless one is longer. */
const maxGroupBytes = 8 * 1024 * 1024;

/**
 * A table in Parquet: each record's own text, and the values of fields as `tableColumns.ts` describes them. Throws `BadRequest` where
 * columns have the same name.
 *
 * @param further Fields that have columns beside the standard ones.
 */
export function parquetForm(index: LogIndex, further: readonly FieldRef[]): ExportForm {
  const columns = columnsOfTable(further);
  const schema = [columnSchema(recordColumn, 'text'), ...columns.map(({ name, content }) => columnSchema(name, content))];
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({
    writer,
    schema: parquetSchema(schema),
    createdBy: 'audit-log-viewer',
    kvMetadata: [{ key: 'audit-log-viewer.table', value: '1' }],
  });
  const fieldsOf = fieldValues(
    index,
    columns.map(({ field }) => field),
  );
  let records: string[] = [];
  let values = columns.map((): ColumnValue[] => []);
  let size = 0;
  const taken = (): Uint8Array => {
    const bytes = writer.getBytes().slice();
    // The place within the file counts on.
    writer.index = 0;
    return bytes;
  };
  const flush = (): void => {
    const columnData = [records, ...values].map((data, at) => ({ ...writtenAs(schema[at]!), data, offsetIndex: false }));
    void parquet.write({ columnData, rowGroupSize: records.length });
    records = [];
    values = columns.map(() => []);
    size = 0;
  };
  return {
    begin: taken,
    record: (row, bytes) => {
      const text = compactRecord(bytes);
      const fields = fieldsOf(row, bytes);
      records.push(sourceText(text, 0, text.length));
      for (const [at, { content }] of columns.entries()) {
        values[at]!.push(columnValue(content, fields[at]!));
      }
      size += bytes.length;
      if (records.length < maxGroupRows && size < maxGroupBytes) {
        return nothing;
      }
      flush();
      return taken();
    },
    end: () => {
      if (records.length > 0) {
        flush();
      }
      void parquet.finish();
      return taken();
    },
  };
}

/**
 * The writer keeps the least and greatest value of each column of each group until the end: of texts, they could be whole records, and
 * parts of records that keep all of them. What a log has once only is not looked for twice.
 */
function writtenAs({ name, hasOrder }: ColumnSchema): { name: string; statistics: boolean; encoding?: 'PLAIN' } {
  return { name, statistics: hasOrder, ...(name === recordColumn ? { encoding: 'PLAIN' } : {}) };
}

function columnsOfTable(further: readonly FieldRef[]): ReturnType<typeof columnsOf> {
  // A field may be named twice, and may be a standard one.
  const columns = [...new Map([...standardFields, ...further].flatMap(columnsOf).map((column) => [column.name, column])).values()];
  const clash = clashingColumns(columns);
  if (clash !== undefined) {
    throw new BadRequest(message('engine.sameColumn', ...clash));
  }
  return columns;
}
