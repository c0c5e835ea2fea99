import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import type { ListColumn } from '../../src/protocol/answers/formats.ts';
import type { Order } from '../../src/protocol/answers/page.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { menuPlace } from '../base/contextMenu.ts';
import { numberText } from '../base/format.ts';
import { zoneName } from '../../src/protocol/zoneName.ts';

/** The fields by which the heads of the caller and the target sort. */
export const sortedByHeads: readonly string[] = ['caller', 'target'];

/** The heads of the columns; number, time, caller, target and the fields of further columns sort. */
export function listHead(
  order: Order,
  columns: readonly ListColumn[],
  settings: ViewSettings,
  sort: (order: Order) => void,
): TemplateResult {
  const byTime = typeof order === 'object' ? 'file' : order;
  const direction = ({ file: 'none', oldest: 'ascending', newest: 'descending' } as const)[byTime];
  const arrow = { file: '', oldest: ' ▴', newest: ' ▾' }[byTime];
  const next = order === 'newest' ? 'oldest' : 'newest';
  return html`<div role="rowgroup" class="head" data-menu=${menuPlace({ auditLogPlace: 'columns' })}>
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
      <span role="columnheader" class="caller" aria-sort=${sortOf('caller', order)}
        >${sortButton('caller', l10n.t('Caller'), order, sort)}</span
      >
      <span role="columnheader" class="instance" aria-sort=${sortOf('target', order)}
        >${sortButton('target', l10n.t('Target'), order, sort)}</span
      >
      <span role="columnheader" class="sentence">${l10n.t('What happened')}</span>
      ${columns.map((column) => suitedHead(column, order, sort))}
      <span role="columnheader" class="findings">${l10n.t('Findings')}</span>
    </div>
  </div>`;
}

function suitedHead({ field, title }: ListColumn, order: Order, sort: (order: Order) => void): TemplateResult {
  return html`<span
    role="columnheader"
    class="suited"
    data-menu=${menuPlace({ auditLogPlace: 'column', field })}
    aria-sort=${sortOf(field, order)}
  >
    ${sortButton(field, l10n.t(title), order, sort)}
  </span>`;
}

/** Sorts by the field, first upwards, then downwards, and then not any more. */
function sortButton(field: string, words: string, order: Order, sort: (order: Order) => void): TemplateResult {
  const sorted = sortOf(field, order);
  const next: Order = sorted === 'none' ? { field, descending: false } : sorted === 'descending' ? 'file' : { field, descending: true };
  return html`<button
    class="cut"
    title=${next === 'file' ? l10n.t('Order of the file') : l10n.t('Sort records by {0}', words)}
    @click=${() => sort(next)}
  >
    ${words}${{ none: '', ascending: ' ▴', descending: ' ▾' }[sorted]}
  </button>`;
}

function sortOf(field: string, order: Order): 'ascending' | 'descending' | 'none' {
  return typeof order !== 'object' || order.field !== field ? 'none' : order.descending ? 'descending' : 'ascending';
}

/** How long the list is, to be spoken. */
export function listedText(count: number, settings: ViewSettings): string {
  return count === 1 ? l10n.t('1 record in the list') : l10n.t('{0} records in the list', numberText(count, settings));
}

/** How many of its records are selected together. */
export function selectedText(count: number, settings: ViewSettings): string {
  return count === 1 ? l10n.t('1 record selected') : l10n.t('{0} records selected', numberText(count, settings));
}
