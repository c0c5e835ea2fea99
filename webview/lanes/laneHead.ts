import * as l10n from '@vscode/l10n';
import { html, LitElement } from 'lit';
import { type Dropdown, dropdown, type DropdownOption, dropdownStyles } from '../base/dropdown.ts';
import { fieldLabels } from '../base/fieldLabels.ts';
import { icon } from '../base/icons.ts';
import { named } from '../base/named.ts';
import { offeredFields } from '../base/offeredFields.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { withField } from './laneActions.ts';
import type { LaneChoice, LaneOrder } from './laneChoice.ts';
import { laneHeadStyles } from './laneHeadStyles.ts';

/** What the lanes are made of, in which order, and which of them are shown. */
export class LaneHead extends LitElement {
  static override properties = {
    choice: { attribute: false },
    context: { attribute: false },
    isTable: { attribute: false },
  };
  declare choice: LaneChoice;
  declare context: ViewContext;
  declare isTable: boolean;
  onChoice: (changed: Partial<LaneChoice>) => void = () => undefined;
  onTable: () => void = () => undefined;

  static override styles = [sharedStyles, dropdownStyles, laneHeadStyles];

  protected override render(): unknown {
    const { choice, isTable } = this;
    const orders: readonly DropdownOption[] = [
      { value: 'count', text: l10n.t('most records'), title: '' },
      { value: 'first', text: l10n.t('first seen'), title: '' },
      { value: 'name', text: l10n.t('name'), title: '' },
    ];
    return html`<h2>${l10n.t('Lanes')}</h2>
      ${labelled(l10n.t('by'), {
        name: l10n.t('Lanes by'),
        options: this.#offered(choice.field),
        chosen: choice.field,
        choose: (field) => this.onChoice(withField(choice, field)),
      })}
      ${labelled(l10n.t('then by'), {
        name: l10n.t('Lanes then by'),
        options: this.#offered(choice.innerField),
        chosen: choice.innerField,
        choose: (innerField) => this.onChoice({ innerField }),
      })}
      ${labelled(l10n.t('order'), {
        name: l10n.t('Order of the lanes'),
        options: orders,
        chosen: choice.order,
        choose: (order) => this.onChoice({ order: order as LaneOrder }),
      })}
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
  #offered(chosen: string): readonly DropdownOption[] {
    const fields = offeredFields(this.context);
    const offered = fields.includes(chosen) ? fields : [chosen, ...fields];
    const labels = fieldLabels(offered, this.context.formats);
    return offered.map((value) => ({ value, text: labels.get(value)! }));
  }
}

function labelled(label: string, control: Dropdown): unknown {
  return html`<span class="labelled">${label} ${dropdown(control)}</span>`;
}
