import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { bucketSpan, bucketTotal, filledBuckets } from '../../src/core/timeline/buckets.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { numberText, spanText } from '../base/format.ts';
import { zoneName } from '../../src/protocol/zoneName.ts';
import { barParts } from '../chart/barParts.ts';
import type { Stack } from '../chart/chartWords.ts';

/** A table longer than this says how much of it is shown. */
const shownBuckets = 200;

/** The counts of a chart in words: for those who cannot see it, and for reading numbers off. */
export function bucketTable({ buckets, series }: Stack, settings: ViewSettings, zoom: (span: TimeSpan) => void): TemplateResult {
  const parts = barParts(buckets, series);
  const filled = filledBuckets(buckets);
  const shown = filled.slice(0, shownBuckets);
  return html`<table class="buckets">
    <caption class="muted">
      ${l10n.t('{0} of {1} buckets that hold records', numberText(shown.length, settings), numberText(filled.length, settings))}
    </caption>
    <thead>
      <tr>
        <th scope="col">${l10n.t('Time ({0})', zoneName(settings.timeZone))}</th>
        ${parts.map(({ symbol, name }) => html`<th scope="col" class="number">${symbol} ${name}</th>`)}
        <th scope="col" class="number">${l10n.t('all')}</th>
      </tr>
    </thead>
    <tbody>
      ${shown.map((index) => {
        const span = bucketSpan(buckets, index);
        return html`<tr>
          <th scope="row">
            <button class="link mono" title=${l10n.t('Zoom to this stretch')} @click=${() => zoom(span)}>
              ${spanText(span, settings.timeZone)}
            </button>
          </th>
          ${parts.map(({ counts }) => {
            const count = counts[index] ?? 0;
            return html`<td class="number">${count === 0 ? nothing : numberText(count, settings)}</td>`;
          })}
          <td class="number">${numberText(bucketTotal(buckets, index), settings)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}
