import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import { fieldValuesOf, withFieldValues } from '../../src/core/query/editQuery.ts';
import { resultGroups } from '../../src/core/record/results.ts';
import type { Facets } from '../../src/protocol/answers/facets.ts';
import type { Requests } from '../../src/protocol/requests.ts';
import { groupName, groupSymbol } from '../base/symbols.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { legendSwitch } from './legendEntry.ts';

/** Asks for the counts of all groups, whichever of them the filter shows. */
export function legendQuestion(query: string): Requests['facets']['params'] {
  return { query: withFieldValues(query, 'resultGroup', []), field: 'resultGroup', limit: resultGroups.length };
}

/** The groups of results that there are, with counts; each a switch of the filter. */
export function resultLegend({ view, settings }: ViewContext, counts: Facets | undefined, filter: (query: string) => void): unknown {
  const { query } = view.state;
  const chosen = fieldValuesOf(query, 'resultGroup');
  return resultGroups.map((group) => {
    const count = counts?.values.find((entry) => entry.value === group)?.count ?? 0;
    const isChosen = chosen.includes(group);
    if (count === 0 && !isChosen) {
      return nothing;
    }
    const next = isChosen ? chosen.filter((value) => value !== group) : [...chosen, group];
    const title = isChosen ? l10n.t('Show the other results again') : l10n.t('Show only this result');
    const toggle = (): void => filter(withFieldValues(query, 'resultGroup', next));
    return legendSwitch({ symbol: groupSymbol(group), name: groupName(group), count }, isChosen, title, toggle, settings);
  });
}

/** Names the strip below the bars, beside it. */
export function failureStripLabel(): unknown {
  return html`<span class="strip muted cut" title=${l10n.t('The higher a mark, the larger the share of failures in its bar')}
    >${l10n.t('failures')}</span
  >`;
}
