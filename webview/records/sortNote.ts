import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { numberText } from '../base/format.ts';

/** Says how many records are in the order of a field, where some are not. */
export function sortNote(unsorted: number, matching: number, settings: ViewSettings): unknown {
  return unsorted === 0
    ? nothing
    : html`<p class="muted note">
        ${l10n.t('{0} of {1} records sorted', numberText(matching - unsorted, settings), numberText(matching, settings))}
      </p>`;
}
