import type { ListColumn } from '../../src/protocol/answers/formats.ts';
import type { ViewContext } from '../base/viewContext.ts';

/** Widths of the list from which on there is room for one further column, and for two. CSS pixels. */
const widths = [1000, 1140] as const;

/** How many further columns there is room for. */
export function roomFor(width: number): number {
  return widths.filter((least) => width >= least).length;
}

/** The columns that suit the formats of the log's records. */
export class SuitedColumns {
  columns: readonly ListColumn[] = [];
  /** Their fields: the same list as long as they are the same. */
  fields: readonly string[] = [];

  /** To be called on every update of the list. */
  follow({ formats }: ViewContext): void {
    this.columns = formats?.columns ?? [];
    const fields = this.columns.map(({ field }) => field);
    if (JSON.stringify(fields) !== JSON.stringify(this.fields)) {
      this.fields = fields;
    }
  }
}
