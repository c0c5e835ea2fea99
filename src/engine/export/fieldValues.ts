import type { FieldRef } from '../../core/query/fields.ts';
import { BoundedMemo } from '../../core/record/boundedMemo.ts';
import { blockRows, wholeBlock } from '../columns/blocks.ts';
import type { LogIndex } from '../index/logIndex.ts';
import type { ColumnPart } from '../query/columnPart.ts';
import { columnParts } from '../query/columnValues.ts';
import type { RecordValues } from '../query/recordValues.ts';
import { ResourceIds } from '../query/resourceIds.ts';
import { valuesOfRow } from '../query/valuesOfRow.ts';

/** Of each column so many ids are remembered, with their values where these are short together: memory must not grow with a log. */
const maxKnown = 1024;
const maxKnownLength = 1024;

type Values = readonly (string | null)[];

/** The different values of a field for one row after another; null stands for a value that is missing. */
type FieldReader = (row: number, record: RecordValues) => Values;

/**
 * The different values of fields, as the filter language has them, for one row after another: from the log's columns where one holds
 * all of a field, else from the record's bytes, which are taken apart only if a field needs them.
 */
export function fieldValues(index: LogIndex, fields: readonly FieldRef[]): (row: number, bytes: Uint8Array) => readonly Values[] {
  const { table, formats, seed } = index;
  const columns = { table, formats, resources: new ResourceIds(table, seed) };
  const readers = fields.map((field): FieldReader => {
    const [part, ...others] = columnParts(columns, field) ?? [];
    // Values that several columns hold may be in another order than in the record; numbers that are given while blocks are read would
    // be kept for all of the log.
    return part === undefined || others.length > 0 || part.growsByReading === true
      ? (_, record) => distinct(record.values(field))
      : columnReader(part, () => table.length);
  });
  return (row, bytes) => {
    const record = valuesOfRow(index, row, bytes);
    return readers.map((read) => read(row, record));
  };
}

function columnReader({ read, valuesOf }: ColumnPart, rows: () => number): FieldReader {
  const find = (id: number): Values => distinct(valuesOf(id));
  const findShort = (id: number): Values | undefined => shortOnly(find(id));
  const short = new BoundedMemo<number, Values | undefined>(maxKnown);
  let block = wholeBlock(0, 0);
  let ids: Uint32Array = new Uint32Array(0);
  return (row) => {
    if (row < block.start || row >= block.end) {
      block = wholeBlock(row - (row % blockRows), rows());
      ids = read(block);
    }
    const id = ids[row - block.start]!;
    return short.get(id, findShort) ?? find(id);
  };
}

function shortOnly(values: Values): Values | undefined {
  return values.reduce((sum, value) => sum + (value?.length ?? 0), 0) > maxKnownLength ? undefined : values;
}

function distinct(values: Values): Values {
  return values.length < 2 ? values : [...new Set(values)];
}
