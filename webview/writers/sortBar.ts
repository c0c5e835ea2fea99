import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import type { EpochSort } from '../../src/protocol/requests.ts';

/** Each with the direction that it begins with. */
const offered: readonly EpochSort[] = [
  { by: 'name', isDescending: false },
  { by: 'missing', isDescending: true },
  { by: 'first', isDescending: false },
  { by: 'last', isDescending: true },
];

/** By what writers are sorted; a second click turns the order round. */
export function sortBar(sort: EpochSort, onSort: (sort: EpochSort) => void): TemplateResult {
  return html`<div class="sorts" role="group" aria-label=${l10n.t('Sort writers by')}>
    <span class="muted">${l10n.t('Sort writers by')}</span>
    ${offered.map((one) => {
      const isChosen = one.by === sort.by;
      const next = isChosen ? { by: one.by, isDescending: !sort.isDescending } : one;
      const direction = isChosen ? (sort.isDescending ? l10n.t('descending') : l10n.t('ascending')) : '';
      return html`<button aria-pressed=${isChosen} title=${direction} @click=${() => onSort(next)}>
        ${sortName(one.by)} <span aria-hidden="true">${isChosen ? (sort.isDescending ? '▾' : '▴') : ''}</span>
        <span class="hidden-visually">${direction}</span>
      </button>`;
    })}
  </div>`;
}

function sortName(by: EpochSort['by']): string {
  switch (by) {
    case 'name':
      return l10n.t('Name');
    case 'missing':
      return l10n.t('Not in this file');
    case 'first':
      return l10n.t('First seen');
    case 'last':
      return l10n.t('Last seen');
  }
}
