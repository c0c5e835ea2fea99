import type { ColumnAct } from '../../src/protocol/viewMessages.ts';
import { maxColumns } from '../records/suitedColumns.ts';

/**
 * The fields of the further columns after a command: a column that is added becomes the first of them, which is the last one to be
 * given up where there is little room. Undefined for those that suit the records.
 */
export function columnsAfter(fields: readonly string[], act: ColumnAct): readonly string[] | undefined {
  switch (act.does) {
    case 'add':
      return [act.field, ...fields.filter((field) => field !== act.field)].slice(0, maxColumns);
    case 'remove':
      return act.field === null ? fields.slice(1) : fields.filter((field) => field !== act.field);
    case 'reset':
      return undefined;
  }
}
