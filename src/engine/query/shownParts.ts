import type { FieldRef } from '../../core/query/fields.ts';
import { idReader } from '../columns/blocks.ts';
import type { RecordTable } from '../columns/recordTable.ts';
import type { ColumnPart } from './columnPart.ts';
import { columnParts, type QueryColumns } from './columnValues.ts';
import { eventPart } from './eventPart.ts';

/**
 * The parts of a field as lists show it: of what has several names only one, such as how a caller is called, or the title of an
 * event. Undefined where its values are not in columns.
 */
export function shownParts(columns: QueryColumns, field: FieldRef): readonly ColumnPart[] | undefined {
  switch (field.kind === 'named' ? field.name : undefined) {
    case 'caller':
      return [labelPart(columns.table)];
    case 'event':
      return [eventPart(columns, 'title')];
    default:
      return columnParts(columns, field);
  }
}

function labelPart({ label, labels }: RecordTable): ColumnPart {
  return { read: idReader(label), column: label, valuesOf: (id) => [labels.label(id).value], size: () => labels.size };
}
