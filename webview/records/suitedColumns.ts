import { fieldTitle } from '../../src/core/query/fieldTitle.ts';
import { resolveField } from '../../src/core/query/fields.ts';
import type { ListColumn } from '../../src/protocol/answers/formats.ts';
import type { ViewContext } from '../base/viewContext.ts';

/** The most columns that a user can add. */
export const maxColumns = 6;

/** Widths of the list from which on there is room for one further column, and for two. CSS pixels. */
const widths = [1000, 1140] as const;
/** From this width on there is room for columns that the user has asked for, each this wide. CSS pixels. */
const minChosenWidth = 730;
const chosenColumnWidth = 120;

/** How many further columns there is room for: fewer of those that suit the records than of those that the user has chosen. */
export function roomFor(width: number, areChosen: boolean): number {
  return areChosen
    ? Math.min(maxColumns, Math.max(0, Math.floor((width - minChosenWidth) / chosenColumnWidth)))
    : widths.filter((least) => width >= least).length;
}

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
    this.columns = chosen?.map((field) => ({ field, title: titleOf(field) })) ?? formats?.columns ?? [];
    const fields = this.columns.map(({ field }) => field);
    if (JSON.stringify(fields) !== JSON.stringify(this.fields)) {
      this.fields = fields;
    }
  }
}

function titleOf(name: string): string {
  const field = resolveField(name);
  return field === undefined ? name : fieldTitle(field);
}
