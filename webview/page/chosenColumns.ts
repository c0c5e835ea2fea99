import type { ColumnAct } from '../../src/protocol/viewMessages.ts';
import { movedColumn } from '../records/movedColumn.ts';
import { maxColumns } from '../records/suitedColumns.ts';
import type { Layout } from './savedState.ts';

/**
 * The fields of the further columns after a command: a column that is added becomes the first of them, which is the last one to be
 * given up where there is little room. Undefined for those that suit the records; the very same list where nothing changes.
 *
 * @param current Gives the column that a command moves which does not say which.
 */
export function columnsAfter(fields: readonly string[], act: ColumnAct, current: () => string | undefined): readonly string[] | undefined {
  switch (act.does) {
    case 'add':
      return [act.field, ...fields.filter((field) => field !== act.field)].slice(0, maxColumns);
    case 'remove':
      return act.field === null ? fields.slice(1) : fields.filter((field) => field !== act.field);
    case 'move': {
      const from = fields.indexOf(act.field ?? current() ?? '');
      return movedColumn(fields, from, from + act.by);
    }
    case 'reset':
      return undefined;
  }
}

/** What a list knows of its columns. */
interface ListColumns {
  /** The fields of all further columns. */
  readonly columnFields: readonly string[];
  /** The column that a command means which does not say which. */
  readonly currentColumn: () => string | undefined;
}

/**
 * What a command changes of the columns of a list; nothing where they stay as they are.
 *
 * @param chosen The fields of the further columns; undefined where they are to suit the records.
 */
export function changedColumns(
  chosen: readonly string[] | undefined,
  act: ColumnAct,
  list: ListColumns | null,
): Partial<Pick<Layout, 'columns' | 'widths'>> {
  const fields = chosen ?? list?.columnFields ?? [];
  const columns = columnsAfter(fields, act, () => list?.currentColumn());
  return columns === undefined ? { columns, widths: {} } : columns === fields ? {} : { columns };
}
