import * as l10n from '@vscode/l10n';
import { css, html, nothing, type TemplateResult } from 'lit';
import { furtherIcon } from '../base/furtherIcons.ts';
import { icon } from '../base/icons.ts';
import { type DetailSide, otherSide } from './detailSide.ts';

export const detailToolsStyles = css`
  .tools {
    float: right;
    display: flex;
    margin: -4px -8px 0 4px;
  }
`;

export interface DetailTools {
  /** The side that the user wants; that where there is room may be the other one. */
  readonly wanted: DetailSide;
  readonly shown: DetailSide;
  readonly onSide: (side: DetailSide) => void;
  readonly onClose: () => void;
}

/** The buttons in the head of the detail: one moves it to the other side of the list, one closes it. */
export function detailTools({ wanted, onSide, onClose }: DetailTools): TemplateResult {
  const other = otherSide(wanted);
  const name = other === 'right' ? l10n.t('Show right of the list') : l10n.t('Show below the list');
  return html`<div class="tools">
    <button class="icon" title=${name} aria-label=${name} @click=${() => onSide(other)}>${furtherIcon(other)}</button>
    <button class="icon" title=${l10n.t('Close')} aria-label=${l10n.t('Close')} @click=${onClose}>${icon('clear')}</button>
  </div>`;
}

/** Says why the detail is not where the user wants it. */
export function roomNote({ wanted, shown }: DetailTools): TemplateResult | typeof nothing {
  return wanted === shown
    ? nothing
    : html`<p class="muted" role="status">
        ${
          wanted === 'right'
            ? l10n.t('The window is too narrow to show the record right of the list.')
            : l10n.t('The window is too low to show the record below the list.')
        }
      </p>`;
}
