import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { resultGroups, type ResultGroup } from '../../src/core/record/results.ts';
import { bucketPeak, bucketRange, bucketTotal, filledBuckets, type Buckets } from '../../src/core/timeline/buckets.ts';
import { spanLength, type TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { lengthText, numberText, spanText } from '../base/format.ts';
import { zoneName } from '../base/zones.ts';
import { groupName, groupSymbol } from '../base/symbols.ts';

/** A chart in one sentence, for those who cannot see it. */
export function chartSummary(label: string, buckets: Buckets | undefined, span: TimeSpan | undefined, settings: ViewSettings): string {
  if (buckets === undefined || span === undefined) {
    return l10n.t('{0}: no counts yet', label);
  }
  const total = filledBuckets(buckets).reduce((sum, index) => sum + bucketTotal(buckets, index), 0);
  const stretch = [spanText(span, settings.timeZone), zoneName(settings.timeZone)] as const;
  return total === 1
    ? l10n.t('{0}: 1 record, {1} ({2})', label, ...stretch)
    : l10n.t(
        '{0}: {1} records, {2} ({3}), at most {4} in one bucket',
        label,
        numberText(total, settings),
        ...stretch,
        numberText(bucketPeak(buckets), settings),
      );
}

/** A stretch of buckets and what it holds, to be spoken. */
export function stretchText(buckets: Buckets, first: number, last: number, settings: ViewSettings): string {
  const counts = countsOf(buckets, first, last).map(([group, count]) => `${numberText(count, settings)} ${groupName(group)}`);
  return `${spanText(bucketRange(buckets, first, last), settings.timeZone)}: ${counts.join(', ') || l10n.t('no records')}`;
}

/** The same to be seen. */
export function stretchTip(buckets: Buckets, first: number, last: number, settings: ViewSettings): TemplateResult {
  const counts = countsOf(buckets, first, last);
  const span = bucketRange(buckets, first, last);
  return html`<div>${spanText(span, settings.timeZone)}${first === last ? nothing : ` · ${lengthText(spanLength(span), settings)}`}</div>
    <div class="counts">
      ${counts.map(([group, count]) => html`<span>${groupSymbol(group)} ${numberText(count, settings)} ${groupName(group)}</span>`)}
      ${counts.length === 0 ? l10n.t('no records') : nothing}
    </div>`;
}

function countsOf(buckets: Buckets, first: number, last: number): readonly (readonly [ResultGroup, number])[] {
  return resultGroups
    .map((group) => [group, buckets.groups[group].slice(first, last + 1).reduce((sum, count) => sum + count, 0)] as const)
    .filter(([, count]) => count > 0);
}
