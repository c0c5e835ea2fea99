import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import type { Order } from '../../src/protocol/answers/page.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { numberText, zoneName } from '../base/format.ts';

/** The heads of the columns; number and time sort. */
export function listHead(order: Order, settings: ViewSettings, sort: (order: Order) => void): TemplateResult {
  const byTime = typeof order === 'object' ? 'file' : order;
  const direction = ({ file: 'none', oldest: 'ascending', newest: 'descending' } as const)[byTime];
  const arrow = { file: '', oldest: ' ▴', newest: ' ▾' }[byTime];
  const next = order === 'newest' ? 'oldest' : 'newest';
  return html`<div role="rowgroup" class="head">
    <div role="row" class="row" aria-rowindex="1">
      <span role="columnheader" class="index" aria-sort=${order === 'file' ? 'ascending' : 'none'}>
        <button title=${l10n.t('Order of the file')} @click=${() => sort('file')}>#${order === 'file' ? ' ▴' : ''}</button>
      </span>
      <span role="columnheader" class="time" aria-sort=${direction}>
        <button title=${next === 'oldest' ? l10n.t('Oldest first') : l10n.t('Newest first')} @click=${() => sort(next)}>
          ${l10n.t('Time ({0})', zoneName(settings.timeZone))}${arrow}
        </button>
      </span>
      <span role="columnheader" class="result"><span class="hidden-visually">${l10n.t('Result')}</span></span>
      <span role="columnheader" class="sentence">${l10n.t('What happened')}</span>
      <span role="columnheader" class="caller">${l10n.t('Caller')}</span>
      <span role="columnheader" class="instance">${l10n.t('Target')}</span>
      <span role="columnheader" class="findings">${l10n.t('Findings')}</span>
    </div>
  </div>`;
}

/** How long the list is, to be spoken. */
export function listedText(count: number, settings: ViewSettings): string {
  return count === 1 ? l10n.t('1 record in the list') : l10n.t('{0} records in the list', numberText(count, settings));
}
