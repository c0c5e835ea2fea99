import { html } from 'lit';
import type { Order } from '../../src/protocol/answers/page.ts';
import type { ViewContext } from '../base/viewContext.ts';
import type { Layout } from './savedState.ts';

/** More than fit on any screen. */
const maxFields = 20;

/** The fields that the user has added to the page, and whether their pane is open. */
export class FieldPane {
  fields: readonly string[] = [];
  isOpen = false;
  /** The user has opened it just now: the keyboard goes there once it is shown. */
  #takesFocus = false;
  readonly #changed: (kept: Pick<Layout, 'fields' | 'hasFields'>) => void;

  /** @param changed Called when there are other fields, or the pane was opened or closed. */
  constructor(changed: (kept: Pick<Layout, 'fields' | 'hasFields'>) => void) {
    this.#changed = changed;
  }

  /** Takes over what was kept. */
  restore({ fields, hasFields }: Pick<Layout, 'fields' | 'hasFields'>): void {
    this.fields = fields.slice(0, maxFields);
    this.isOpen = hasFields;
    this.#takesFocus = false;
  }

  toggle(isOpen = !this.isOpen): void {
    this.isOpen = isOpen;
    this.#takesFocus = isOpen;
    this.#report();
  }

  #take(fields: readonly string[]): void {
    this.fields = fields.slice(0, maxFields);
    this.#report();
  }

  #report(): void {
    this.#changed({ fields: this.fields, hasFields: this.isOpen });
  }

  render(context: ViewContext, order: Order, onOrder: (order: Order) => void): unknown {
    return html`<audit-log-facets
      id="fields"
      .context=${context}
      .fields=${this.fields}
      .order=${order}
      .takesFocus=${this.#takesFocus}
      .onFields=${(fields: readonly string[]) => this.#take(fields)}
      .onOrder=${onOrder}
    ></audit-log-facets>`;
  }
}
