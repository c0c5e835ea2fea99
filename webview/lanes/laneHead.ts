import * as l10n from '@vscode/l10n';
import { html, LitElement } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../base/icons.ts';
import { named } from '../base/named.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { withField } from './laneActions.ts';
import type { LaneChoice, LaneOrder } from './laneChoice.ts';
import { laneHeadStyles } from './laneHeadStyles.ts';

interface Option {
  readonly value: string;
  readonly text: string;
}

/** What the lanes are made of, in which order, and which of them are shown. */
export class LaneHead extends LitElement {
  static override properties = { choice: { attribute: false }, fields: { attribute: false }, isTable: { attribute: false } };
  declare choice: LaneChoice;
  /** Fields that are offered. */
  declare fields: readonly string[];
  declare isTable: boolean;
  onChoice: (changed: Partial<LaneChoice>) => void = () => undefined;
  onTable: () => void = () => undefined;

  static override styles = [sharedStyles, laneHeadStyles];

  protected override render(): unknown {
    const { choice, isTable } = this;
    const orders: readonly Option[] = [
      { value: 'count', text: l10n.t('most records') },
      { value: 'first', text: l10n.t('first seen') },
      { value: 'name', text: l10n.t('name') },
    ];
    return html`<h2>${l10n.t('Lanes')}</h2>
      ${dropdown(l10n.t('by'), l10n.t('Lanes by'), this.#offered(choice.field), choice.field, (field) => this.onChoice(withField(choice, field)))}
      ${dropdown(l10n.t('then by'), l10n.t('Lanes then by'), this.#offered(choice.innerField), choice.innerField, (innerField) =>
        this.onChoice({ innerField }),
      )}
      ${dropdown(l10n.t('order'), l10n.t('Order of the lanes'), orders, choice.order, (order) => this.onChoice({ order: order as LaneOrder }))}
      <al-text-field
        ${named(l10n.t('Search lanes'))}
        type="search"
        placeholder=${l10n.t('Search lanes')}
        maxlength="200"
        .value=${choice.search}
        @input=${(event: Event) => this.onChoice({ search: (event.currentTarget as HTMLInputElement).value })}
      ></al-text-field>
      <div class="bar">
        <button
          class="icon"
          title=${l10n.t('Show as table')}
          aria-label=${l10n.t('Show lanes as table')}
          aria-pressed=${isTable}
          @click=${() => this.onTable()}
        >
          ${icon('table')}
        </button>
      </div>`;
  }

  /** In the order of the fields, whichever is chosen: arrow keys go from one to the next. */
  #offered(chosen: string): readonly Option[] {
    const offered = this.fields.includes(chosen) ? this.fields : [chosen, ...this.fields];
    return offered.map((field) => ({ value: field, text: field }));
  }
}

/** A choice of one of several. Options keep their elements: the toolkit keeps in them which one is selected. */
function dropdown(label: string, name: string, options: readonly Option[], chosen: string, choose: (value: string) => void): unknown {
  const chosenOf = (event: Event): HTMLSelectElement => event.currentTarget as HTMLSelectElement;
  // Escape closes the list without a choice. The toolkit would take what the arrow keys were on.
  const escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      chosenOf(event).value = chosen;
    }
  };
  return html`<span class="labelled"
    >${label}
    <al-dropdown
      ${named(name)}
      .value=${chosen}
      @change=${(event: Event) => choose(chosenOf(event).value)}
      @keydown=${{ handleEvent: escape, capture: true }}
    >
      ${repeat(
        options,
        ({ value }) => value,
        ({ value, text }) => html`<al-option value=${value} ?selected=${value === chosen}>${text}</al-option>`,
      )}
    </al-dropdown></span
  >`;
}
