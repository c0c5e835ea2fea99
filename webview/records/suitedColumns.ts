import type { ListColumn } from '../../src/protocol/answers/formats.ts';
import { titleOf } from '../base/fieldLabel.ts';
import type { ViewContext } from '../base/viewContext.ts';

/** The most columns that a user can add. */
export const maxColumns = 6;

/** The further columns of the list: those that the user has chosen, else those that suit the formats of the log's records. */
export class SuitedColumns {
  columns: readonly ListColumn[] = [];
  /** Their fields: the same list as long as they are the same. */
  fields: readonly string[] = [];

  /**
   * To be called on every update of the list.
   *
   * @param chosen The fields of the columns that the user has chosen; undefined where they are to suit the records.
   */
  follow({ formats }: ViewContext, chosen: readonly string[] | undefined): void {
    this.columns = chosen?.map((field) => ({ field, title: titleOf(field, formats) })) ?? formats?.columns ?? [];
    const fields = this.columns.map(({ field }) => field);
    if (JSON.stringify(fields) !== JSON.stringify(this.fields)) {
      this.fields = fields;
    }
  }
}
