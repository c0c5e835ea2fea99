import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing } from 'lit';
import { queryFields } from '../../src/core/query/fields.ts';
import { typedField } from '../../src/core/query/typedField.ts';
import type { Order } from '../../src/protocol/answers/page.ts';
import { fieldLabels } from '../base/fieldLabels.ts';
import { numberText } from '../base/format.ts';
import { QueryController } from '../base/queryController.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { facetPaneStyles } from './facetStyles.ts';

/** Keys that are offered; the name of any other can be typed. */
const maxOffered = 2000;

/** Of a log that mixes formats, those whose fields are suggested, and how many fields are. */
const maxFormats = 3;
const maxSuited = 12;

/**
 * The fields that the user has added and those that suit the formats of the records, each with the counts of its values, and a
 * box to add another.
 */
export class FacetPane extends LitElement {
  static override properties = {
    context: { attribute: false },
    fields: { attribute: false },
    order: { attribute: false },
    takesFocus: { attribute: false },
  };
  declare context: ViewContext;
  declare fields: readonly string[];
  declare order: Order;
  /** Whether the keyboard goes to the box that adds a field when the pane is shown. */
  declare takesFocus: boolean;
  onFields: (fields: readonly string[]) => void = () => undefined;
  onOrder: (order: Order) => void = () => undefined;

  readonly #seen = new QueryController(this, 'seenFields');

  constructor() {
    super();
    this.fields = [];
    this.order = 'file';
    this.takesFocus = false;
  }

  static override styles = [sharedStyles, facetPaneStyles];

  /** Moves the keyboard to the box that adds a field. */
  override focus(): void {
    void this.updateComplete.then(() => this.#input()?.focus());
  }

  protected override firstUpdated(): void {
    if (this.takesFocus) {
      this.#input()?.focus();
    }
  }

  protected override willUpdate(): void {
    this.#seen.want(this.context, { limit: maxOffered });
  }

  protected override render(): unknown {
    const { settings } = this.context;
    const seen = this.#seen.answer;
    const names = new Set([...queryFields.map(({ name }) => name), ...(seen?.fields ?? []).map(({ field }) => field)]);
    const suited = this.#suited();
    const labels = fieldLabels([...this.fields, ...suited], this.context.formats);
    const facet = (field: string, remove?: () => void): unknown =>
      html`<audit-log-facet
        .context=${this.context}
        .field=${field}
        .label=${labels.get(field)}
        .order=${this.order}
        .onOrder=${this.onOrder}
        .onRemove=${remove}
      ></audit-log-facet>`;
    return html`<form @submit=${this.#add}>
        <label for="name">${l10n.t('Field or key')}</label>
        <div>
          <input
            id="name"
            list="names"
            maxlength="1000"
            spellcheck="false"
            autocomplete="off"
            placeholder=${l10n.t('Such as context.ticket.owner')}
          />
          <datalist id="names">${[...names].map((name) => html`<option value=${name}></option>`)}</datalist>
          <al-button appearance="secondary" @click=${this.#add}>${l10n.t('Add')}</al-button>
        </div>
        ${
          seen === undefined
            ? nothing
            : html`<p class="muted">
                ${l10n.t('Keys of {0} of {1} records are offered', numberText(seen.looked, settings), numberText(seen.total, settings))}
              </p>`
        }
      </form>
      ${this.fields.map((field) => facet(field, () => this.onFields(this.fields.filter((one) => one !== field))))}
      ${suited.map((field) => facet(field))}`;
  }

  /** The fields that suit the formats of the records, without those that were added. */
  #suited(): readonly string[] {
    const formats = this.context.formats?.formats ?? [];
    const suited = formats.slice(0, maxFormats).flatMap(({ facets }) => facets);
    const all = new Set([...(formats.length > 1 ? ['format'] : []), ...suited]);
    return [...all].filter((field) => !this.fields.includes(field)).slice(0, maxSuited);
  }

  #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  #add(event: Event): void {
    event.preventDefault();
    const input = this.#input()!;
    const field = typedField(input.value);
    if (field !== undefined) {
      input.value = '';
      this.onFields([field, ...this.fields.filter((one) => one !== field)]);
    }
  }
}
