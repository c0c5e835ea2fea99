import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import { numberText, spanText } from '../base/format.ts';
import { zoneName } from '../../src/protocol/zoneName.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { countText, rangeText } from './coverageWords.ts';
import type { GapStretch } from '../../src/scene/gapMarks.ts';
import { showGap } from './showGap.ts';

/** A table longer than this says how much of it is shown. */
const shownGaps = 200;

/** The gaps of a chart in words, one by one where the chart draws several as one. */
export function gapTable(gapStretches: readonly GapStretch[], axis: TimeSpan, context: ViewContext): unknown {
  const { settings } = context;
  const within = gapStretches.filter(({ span }) => span.to > axis.from && span.from < axis.to);
  const shown = within.slice(0, shownGaps);
  return within.length === 0
    ? nothing
    : html`<table class="gapStretches">
        <caption class="muted">
          ${l10n.t('{0} of {1} ranges of numbers that are not in this file', numberText(shown.length, settings), numberText(within.length, settings))}
        </caption>
        <thead>
          <tr>
            <th scope="col">${l10n.t('Time ({0})', zoneName(settings.timeZone))}</th>
            <th scope="col">${l10n.t('Writer')}</th>
            <th scope="col">${l10n.t('Not in this file')}</th>
            <th scope="col" class="number">${l10n.t('Numbers')}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            ({ epoch, gap, gaps, missing, after, span }) =>
              html`<tr>
                <th scope="row">
                  <button
                    class="link mono"
                    title=${l10n.t('Show the record after these numbers, and the time around them')}
                    @click=${() => showGap(context, after, span)}
                  >
                    ${spanText(span, settings.timeZone)}
                  </button>
                </th>
                <td class="mono">${gaps === 1 ? epoch : nothing}</td>
                <td class="mono">${gaps === 1 ? rangeText(gap) : l10n.t('{0} gaps', numberText(gaps, settings))}</td>
                <td class="number">${countText(missing, settings)}</td>
              </tr>`,
          )}
        </tbody>
      </table>`;
}
