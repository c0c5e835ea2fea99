import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { ViewContext } from '../base/viewContext.ts';

/** What is shown in place of a list without records; `isPartial` while a search may still find some. */
export function noRecords({ link, view: { state } }: ViewContext, isPartial: boolean): TemplateResult {
  const clear = (): void => link.intend({ kind: 'filter', query: '', range: null });
  const unpin = (): void => link.intend({ kind: 'filter', query: state.query, pinned: [] });
  return html`<div class="empty">
    <p class="muted">${isPartial ? l10n.t('No record found so far.') : l10n.t('No record matches.')}</p>
    ${
      state.query === '' && state.range === undefined
        ? nothing
        : html`<al-button appearance="secondary" @click=${clear}>${l10n.t('Clear filter')}</al-button>`
    }
    ${state.pinned === undefined ? nothing : html`<al-button appearance="secondary" @click=${unpin}>${l10n.t('Unpin filters')}</al-button>`}
  </div>`;
}
