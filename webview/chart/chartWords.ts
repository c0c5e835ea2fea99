import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { bucketCount, bucketRange, bucketsWithin, bucketTotal, type Buckets } from '../../src/core/timeline/buckets.ts';
import { findBursts } from '../../src/core/timeline/bursts.ts';
import { missingText } from '../coverage/coverageWords.ts';
import type { GapStretch } from '../../src/scene/gapMarks.ts';
import { spanLength, type TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { lengthText, numberText, spanText } from '../base/format.ts';
import { zoneName } from '../../src/protocol/zoneName.ts';
import { type BarPart, barParts, type SeriesValues } from './barParts.ts';

/** What a chart shows, as its summary tells it. */
export interface SummarisedChart {
  readonly label: string;
  readonly buckets: Buckets | undefined;
  readonly span: TimeSpan | undefined;
  readonly gapStretches: readonly GapStretch[];
  /** The stretch that is marked; of an overview the one that the other chart shows. */
  readonly window: TimeSpan | undefined;
  readonly overview: boolean;
}

/** More bursts than this are counted, not told one by one. */
const maxBursts = 2;

/** A chart in a few sentences, for those who cannot see it: how many records, failures, bursts and gaps. */
export function chartSummary(chart: SummarisedChart, settings: ViewSettings): string {
  const { label, buckets, span, gapStretches } = chart;
  const shown = buckets && span && bucketsWithin(buckets, span);
  if (shown === undefined || span === undefined) {
    return l10n.t('{0}: no counts yet', label);
  }
  const counts = Array.from({ length: bucketCount(shown) }, (_, index) => bucketTotal(shown, index));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const stretch = [spanText(span, settings.timeZone), zoneName(settings.timeZone)] as const;
  const first =
    total === 1
      ? l10n.t('{0}: 1 record, {1} ({2})', label, ...stretch)
      : l10n.t('{0}: {1} records, {2} ({3})', label, numberText(total, settings), ...stretch);
  const missing = gapStretches
    .filter((gap) => gap.span.to >= span.from && gap.span.from < span.to)
    .reduce((sum, gap) => sum + gap.missing, 0n);
  return [
    first,
    markedText(chart, settings),
    failureText(shown, settings),
    burstText(shown, counts, settings),
    missing === 0n ? '' : missingText(missing, settings),
  ]
    .filter((text) => text !== '')
    .join('; ');
}

/** An overview's window says what is seen elsewhere. */
function markedText({ window, overview }: SummarisedChart, { timeZone }: ViewSettings): string {
  return overview || window === undefined ? '' : l10n.t('listed: {0}', spanText(window, timeZone));
}

function failureText({ groups }: Buckets, settings: ViewSettings): string {
  const failures = groups.failure.reduce((sum, count) => sum + count, 0);
  return failures === 0
    ? l10n.t('no failures')
    : failures === 1
      ? l10n.t('1 failure')
      : l10n.t('{0} failures', numberText(failures, settings));
}

function burstText(buckets: Buckets, counts: readonly number[], settings: ViewSettings): string {
  const bursts = findBursts(counts);
  const told = bursts
    .slice(0, maxBursts)
    .map(({ first, last, records }) =>
      l10n.t('{0} records in {1}', numberText(records, settings), spanText(bucketRange(buckets, first, last), settings.timeZone)),
    );
  const more = bursts.length - told.length;
  return bursts.length === 0
    ? ''
    : l10n.t('bursts: {0}', [...told, ...(more === 0 ? [] : [l10n.t('{0} more', numberText(more, settings))])].join(', '));
}

/** Bars, and what they are stacked of. */
export interface Stack {
  readonly buckets: Buckets;
  /** Undefined where they are stacked by result. */
  readonly series: SeriesValues | undefined;
}

/** A stretch of buckets and what it holds, to be spoken. */
export function stretchText(stack: Stack, first: number, last: number, settings: ViewSettings): string {
  const counts = countsOf(stack, first, last).map(({ part, count }) => `${numberText(count, settings)} ${part.name}`);
  return `${spanText(bucketRange(stack.buckets, first, last), settings.timeZone)}: ${counts.join(', ') || l10n.t('no records')}`;
}

/** The same to be seen. */
export function stretchTip(stack: Stack, first: number, last: number, settings: ViewSettings): TemplateResult {
  const counts = countsOf(stack, first, last);
  const span = bucketRange(stack.buckets, first, last);
  return html`<div>${spanText(span, settings.timeZone)}${first === last ? nothing : ` · ${lengthText(spanLength(span), settings)}`}</div>
    <div class="counts">
      ${counts.map(({ part, count }) => html`<span>${part.symbol} ${numberText(count, settings)} ${part.name}</span>`)}
      ${counts.length === 0 ? l10n.t('no records') : nothing}
    </div>`;
}

function countsOf({ buckets, series }: Stack, first: number, last: number): readonly { readonly part: BarPart; readonly count: number }[] {
  return barParts(buckets, series)
    .map((part) => ({ part, count: part.counts.slice(first, last + 1).reduce((sum, count) => sum + count, 0) }))
    .filter(({ count }) => count > 0);
}
