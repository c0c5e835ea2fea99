import * as l10n from '@vscode/l10n';
import { fieldValuesOf, withFieldValues } from '../../src/core/query/editQuery.ts';
import type { Timeline } from '../../src/protocol/answers/timeline.ts';
import type { Requests } from '../../src/protocol/requests.ts';
import { seriesSymbol } from '../base/symbols.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { valueName } from '../chart/barParts.ts';
import { legendLine, legendSwitch } from './legendEntry.ts';
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
  const switches = series.map(({ value, matching: count }, index) => {
    const isChosen = chosen.includes(value);
    const next = isChosen ? chosen.filter((one) => one !== value) : [...chosen, value];
    const name = valueName(value);
    const toggle = (): void => filter(withFieldValues(query, field, next));
    return legendSwitch({ symbol: seriesSymbol(index), name, count }, isChosen, name, toggle, settings);
  });
  const others = { symbol: seriesSymbol(seriesAppearance.length - 1), name: l10n.t('others'), count: rest };
  return [...switches, ...(rest === 0 ? [] : [legendLine(others, settings)])];
}
