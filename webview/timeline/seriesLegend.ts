import * as l10n from '@vscode/l10n';
import { html } from 'lit';
import { fieldValuesOf, withFieldValues } from '../../src/core/query/editQuery.ts';
import type { Timeline } from '../../src/protocol/answers/timeline.ts';
import type { Requests } from '../../src/protocol/requests.ts';
import { numberText } from '../base/format.ts';
import { seriesSymbol } from '../base/symbols.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { valueName } from '../chart/barParts.ts';
import { maxSeries, seriesAppearance } from '../theme/seriesAppearance.ts';

/** What bars are stacked by before the user has chosen a field. */
export const byResult = 'resultGroup';

/** Asks for the counts of the most frequent values of a field, with each record in one of them. */
export function seriesQuestion(field: string): NonNullable<Requests['timeline']['params']['lanesBy']> {
  return { field, limit: maxSeries, isApart: true };
}

/** The values that bars are stacked of, with counts; each a switch of the filter. */
export function seriesLegend({ view, settings }: ViewContext, { lanes, matching }: Timeline, filter: (query: string) => void): unknown {
  const { field, lanes: series } = lanes!;
  const { query } = view.state;
  const chosen = fieldValuesOf(query, field);
  const rest = series.reduce((left, one) => left - one.matching, matching);
  return html`${series.map(({ value, matching: count }, index) => {
    const isChosen = chosen.includes(value);
    const next = isChosen ? chosen.filter((one) => one !== value) : [...chosen, value];
    return html`<button
      class="group"
      aria-pressed=${isChosen}
      title=${valueName(value)}
      @click=${() => filter(withFieldValues(query, field, next))}
    >
      ${seriesSymbol(index)}<span class="cut">${valueName(value)}</span><span class="number">${numberText(count, settings)}</span>
    </button>`;
  })}
  ${
    rest === 0
      ? ''
      : html`<span class="group"
          >${seriesSymbol(seriesAppearance.length - 1)}<span class="cut">${l10n.t('others')}</span
          ><span class="number">${numberText(rest, settings)}</span></span
        >`
  }`;
}

/** Chooses what bars are stacked by. */
export function stackSelect(chosen: string, fields: readonly string[], choose: (field: string) => void): unknown {
  return html`<select
    aria-label=${l10n.t('Stack bars by')}
    title=${l10n.t('Stack bars by')}
    @change=${(event: Event) => choose((event.currentTarget as HTMLSelectElement).value)}
  >
    ${[...new Set([byResult, ...fields, chosen])].map(
      (field) => html`<option value=${field} ?selected=${field === chosen}>${field === byResult ? l10n.t('result') : field}</option>`,
    )}
  </select>`;
}
