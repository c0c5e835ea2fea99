import * as l10n from '@vscode/l10n';
import { css, LitElement } from 'lit';
import { dropdown, dropdownStyles } from '../base/dropdown.ts';
import { fieldLabels } from '../base/fieldLabels.ts';
import { offeredFields } from '../base/offeredFields.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { byResult } from './seriesLegend.ts';

/** Chooses what bars are stacked by. */
export class StackChoice extends LitElement {
  static override properties = { context: { attribute: false }, field: {} };
  declare context: ViewContext;
  /** The one that is chosen. */
  declare field: string;
  onField: (field: string) => void = () => undefined;

  static override styles = [
    sharedStyles,
    dropdownStyles,
    css`
      :host,
      al-dropdown {
        display: flex;
      }
      al-dropdown {
        flex: 1;
      }
    `,
  ];

  protected override render(): unknown {
    const fields = [...new Set([byResult, ...offeredFields(this.context), this.field])];
    const labels = fieldLabels(fields, this.context.formats);
    return dropdown({
      name: l10n.t('Stack bars by'),
      title: l10n.t('Stack bars by {0}', this.field),
      options: fields.map((value) => ({ value, text: labels.get(value)! })),
      chosen: this.field,
      choose: (field) => this.onField(field),
    });
  }
}
