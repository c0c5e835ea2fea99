import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { gapSpan } from '../../src/core/timeline/gapSpan.ts';
import type { EpochCoverage, Gap } from '../../src/protocol/answers/coverage.ts';
import { zoneName } from '../../src/protocol/zoneName.ts';
import { numberText, ticksTimeText } from '../base/format.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { countText, missingText, rangeText, seenText } from '../coverage/coverageWords.ts';
import { showGap } from '../coverage/showGap.ts';

/** What there is to know of the writer that the keyboard is on: its numbers, and its gaps one by one, also those without a time. */
export function writerGaps(epoch: EpochCoverage, context: ViewContext): TemplateResult {
  const { settings } = context;
  const { gaps, gapsTotal } = epoch;
  return html`<section class="gaps" aria-label=${l10n.t('Writer {0}', epoch.epoch)} tabindex="0">
    <p class="facts">
      <b class="mono break">${epoch.epoch}</b>
      <span class="muted">${l10n.t('numbers {0}', rangeText({ from: epoch.first, to: epoch.last }))}</span>
      <span class="mono muted">${timesText(epoch, context)}</span>
      <span class="muted">${seenText(epoch.seen, settings)}</span>
      <span class="muted">${missingText(BigInt(epoch.missing), settings)}</span>
      ${
        gaps.length < gapsTotal
          ? html`<span class="muted"
              >${l10n.t('{0} of {1} ranges shown', numberText(gaps.length, settings), numberText(gapsTotal, settings))}</span
            >`
          : nothing
      }
    </p>
    ${gapsTotal === 0 ? nothing : gapList(epoch, context)}
  </section>`;
}

function gapList({ epoch, gaps }: EpochCoverage, context: ViewContext): TemplateResult {
  return html`<table>
    <caption class="hidden-visually">
      ${l10n.t('Numbers of writer {0} that are not in this file', epoch)}
    </caption>
    <thead class="muted">
      <tr>
        <th scope="col">${l10n.t('Not in this file')}</th>
        <th scope="col" class="number">${l10n.t('Numbers')}</th>
        <th scope="col">${l10n.t('Between ({0})', zoneName(context.settings.timeZone))}</th>
      </tr>
    </thead>
    <tbody>
      ${gaps.map((gap) => gapLine(gap, context))}
    </tbody>
  </table>`;
}

function gapLine(gap: Gap, context: ViewContext): TemplateResult {
  return html`<tr>
    <th scope="row">
      <button
        class="link mono"
        title=${l10n.t('Show the record after these numbers, and the time around them')}
        @click=${() => showGap(context, gap.after, gapSpan(gap))}
      >
        ${rangeText(gap)}
      </button>
    </th>
    <td class="number">${countText(BigInt(gap.missing), context.settings)}</td>
    <td class="mono muted">${timesText(gap, context)}</td>
  </tr>`;
}

function timesText({ fromTicks, toTicks }: Pick<Gap, 'fromTicks' | 'toTicks'>, { settings }: ViewContext): string {
  const text = (ticks: string | null): string => (ticks === null ? l10n.t('no valid time') : ticksTimeText(ticks, settings.timeZone));
  const [from, to] = [text(fromTicks), text(toTicks)];
  return from === to ? from : `${from} – ${to}`;
}
