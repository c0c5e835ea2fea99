import type { ReactiveControllerHost } from 'lit';
import type { ListColumn } from '../../src/protocol/answers/formats.ts';
import { QueryController } from '../base/queryController.ts';
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
  readonly #formats: QueryController<'formats'>;

  constructor(host: ReactiveControllerHost) {
    this.#formats = new QueryController(host, 'formats');
  }

  /** To be called on every update of the list. */
  follow(context: ViewContext): void {
    this.#formats.want(context, {});
    this.columns = this.#formats.answer?.columns ?? [];
    const fields = this.columns.map(({ field }) => field);
    if (JSON.stringify(fields) !== JSON.stringify(this.fields)) {
      this.fields = fields;
    }
  }
}
