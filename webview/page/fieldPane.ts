import { html } from 'lit';
import type { Order } from '../../src/protocol/answers/page.ts';
import type { ViewContext } from '../base/viewContext.ts';

/** More than fit on any screen. */
const maxFields = 20;

/** The fields that the user has added to the page, and whether their pane is open. */
export class FieldPane {
  fields: readonly string[] = [];
  isOpen = false;
  readonly #changed: (fields: readonly string[]) => void;

  /** @param changed Called when there are other fields, or the pane was opened or closed. */
  constructor(changed: (fields: readonly string[]) => void) {
    this.#changed = changed;
  }

  take(fields: readonly string[]): void {
    this.fields = fields.slice(0, maxFields);
    this.isOpen = this.fields.length > 0;
    this.#changed(this.fields);
  }

  toggle(isOpen = !this.isOpen): void {
    this.isOpen = isOpen;
    this.#changed(this.fields);
  }

  render(context: ViewContext, order: Order, onOrder: (order: Order) => void): unknown {
    return html`<audit-log-facets
      id="fields"
      .context=${context}
      .fields=${this.fields}
      .order=${order}
      .onFields=${(fields: readonly string[]) => this.take(fields)}
      .onOrder=${onOrder}
    ></audit-log-facets>`;
  }
}
