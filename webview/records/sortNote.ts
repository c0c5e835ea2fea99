import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import type { FoundFormats, ListColumn } from '../../src/protocol/answers/formats.ts';
import type { Order } from '../../src/protocol/answers/page.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { fieldLabel } from '../base/fieldLabel.ts';
import { numberText } from '../base/format.ts';
import { sortedByHeads } from './listHead.ts';

/** What a list says of its order. */
export interface SortedList {
  readonly order: Order;
  /** Further columns that are shown. */
  readonly columns: readonly ListColumn[];
  readonly formats: FoundFormats | undefined;
  /** Whether a row has two lines: then only number and time have heads. */
  readonly isNarrow: boolean;
  readonly matching: number;
  /** Records that could not be put in the order. */
  readonly unsorted: number;
}

/** Says by what the list is sorted, where no head does, and how many records are in that order, where some are not. */
export function sortNote(
  { order, columns, formats, isNarrow, matching, unsorted }: SortedList,
  settings: ViewSettings,
  sort: (order: Order) => void,
): unknown {
  const headed = isNarrow ? [] : [...sortedByHeads, ...columns.map(({ field }) => field)];
  const field = typeof order === 'object' && !headed.includes(order.field) ? order.field : undefined;
  return field === undefined && unsorted === 0
    ? nothing
    : html`<p class="muted note">
        ${
          field === undefined
            ? nothing
            : html`${l10n.t('Sorted by {0}', fieldLabel(field, formats))}
                <button class="link" @click=${() => sort('file')}>${l10n.t('Order of the file')}</button>`
        }
        ${
          unsorted === 0
            ? nothing
            : l10n.t('{0} of {1} records sorted', numberText(matching - unsorted, settings), numberText(matching, settings))
        }
      </p>`;
}
