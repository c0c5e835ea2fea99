import { fieldName, queryFields, type FieldRef, type NamedField } from '../fields.ts';

/**
 * The table that the Parquet export writes and that translations of filters ask: a row for each record, with the values of
 * fields just as the filter language has them, whatever the format of the record. One list of columns for both.
 */

/**
 * What a column holds of the values of its field.
 *
 * - `text`: the value; null where there is none.
 * - `list`: the different values; empty where there are none. A null among them is a value that is missing.
 * - `ticks`: of a time its .NET ticks, 100 ns since 0001-01-01 UTC; null where it is none.
 * - `floor`: of a number the greatest whole number that is not above it; null where it is none.
 * - `isWhole`: whether a number is a whole one; null where it is none.
 * - `address`: the one spelling of an address, without its port; any other text as it is.
 */
export type ColumnContent = 'text' | 'list' | 'ticks' | 'floor' | 'isWhole' | 'address';

export interface TableColumn {
  readonly name: string;
  readonly field: FieldRef;
  readonly content: ColumnContent;
}

/** The column with the text of the record itself. */
export const recordColumn = 'raw';

/** Digits of the numbers in `floor` columns. Whatever needs more is brought to the nearest number that does not. */
export const floorDigits = 38;

/** Fields that columns are made of only where they are asked for: the text of a record is in {@link recordColumn} already. */
const onRequest: ReadonlySet<string> = new Set(['text']);

/** Fields that every table has. */
export const standardFields: readonly FieldRef[] = queryFields.flatMap(({ name }) =>
  onRequest.has(name) ? [] : [{ kind: 'named', name: name as NamedField }],
);

const singleFields: ReadonlySet<string> = new Set(
  queryFields.flatMap(({ name, kind, multiple }) => (multiple || kind === 'sourceText' ? [] : [name])),
);

/** Whether a record may have several values of a field. */
export function isListField(field: FieldRef): boolean {
  return field.kind !== 'named' || !singleFields.has(field.name);
}

/** The columns of a field, the one with its values first. */
export function columnsOf(field: FieldRef): readonly TableColumn[] {
  const name = fieldName(field);
  const column = (suffix: string, content: ColumnContent): TableColumn => ({ name: `${name}${suffix}`, field, content });
  if (isListField(field)) {
    return [column('', 'list')];
  }
  const value = column('', 'text');
  switch (name) {
    case 'time':
      return [value, column('_ticks', 'ticks')];
    case 'seq':
    case 'record':
    case 'line':
      return [value, column('_floor', 'floor'), column('_whole', 'isWhole')];
    case 'ip':
      return [value, column('_address', 'address')];
    default:
      return [value];
  }
}

/** The names of the columns of a table in which two are equal but for their case, which engines take for one. */
export function clashingColumns(columns: readonly TableColumn[]): readonly [string, string] | undefined {
  const seen = new Map([[recordColumn, recordColumn]]);
  for (const { name } of columns) {
    const folded = name.toLowerCase();
    const other = seen.get(folded);
    if (other !== undefined) {
      return [other, name];
    }
    seen.set(folded, name);
  }
  return undefined;
}
