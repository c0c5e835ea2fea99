import * as l10n from '@vscode/l10n';
import { resultGroups } from '../core/record/results.ts';
import type { Zone } from '../core/record/zones.ts';
import { bucketCount, bucketPeak, bucketSpan, bucketTotal, type Buckets } from '../core/timeline/buckets.ts';
import { stackBar } from '../core/timeline/stackBar.ts';
import type { TimeSpan } from '../core/timeline/timeSpan.ts';
import { zoneName } from '../protocol/zoneName.ts';
import { axisStart, axisTicks } from '../scene/axisTicks.ts';
import { barPlaces } from '../scene/barPlaces.ts';
import { gapMarks, type GapStretch } from '../scene/gapMarks.ts';
import { markup, type Markup } from './markup.ts';
import { patternFill } from './reportStyles.ts';
import { table } from './reportTable.ts';
import { groupName, ticksText } from './reportWords.ts';

/** Width of chart and lanes, in units of their own: the page stretches them. */
export const chartWidth = 1000;
const room = 150;
const top = 18;
const base = top + room;
const height = base + 20;

export interface ReportChart {
  readonly buckets: Buckets;
  readonly span: TimeSpan;
  readonly gaps: readonly GapStretch[];
  readonly zone: Zone;
  readonly locale: string;
}

/** The records over time as bars stacked by result, gaps as hatching, with the numbers as a table. */
export function chartMarkup({ buckets, span, gaps, zone, locale }: ReportChart): Markup {
  const scale = { span, width: chartWidth };
  const peak = bucketPeak(buckets);
  const bars = barPlaces(scale, buckets).map(({ index, x, width }) => {
    const counts = resultGroups.map((group) => [group, buckets.groups[group][index]!] as const);
    return stackBar(counts, peak, room).map(({ part, bottom, height: high }) => {
      const place = markup`x="${x}" y="${base - bottom - high}" width="${width}" height="${high}"`;
      const pattern = patternFill(part);
      return markup`<rect class="mark-${part}" ${place} />${pattern === undefined ? [] : [markup`<rect fill="${pattern}" ${place} />`]}`;
    });
  });
  const hatching = gapMarks(gaps, span, chartWidth).map(
    ({ left, right, missing }) =>
      markup`<g><title>${l10n.t('{0} sequence numbers are missing', missing.toLocaleString(locale))}</title><rect fill="url(#gap)" x="${left}" y="${top}" width="${right - left}" height="${room}" /><rect class="cap" x="${left}" y="${top - 4}" width="${right - left}" height="3" /></g>`,
  );
  const ticks = axisTicks(span, chartWidth, zone).filter(({ x }) => x < chartWidth - 20);
  const lines = ticks.map(
    ({ x, label }) =>
      markup`<path class="axis" d="M${x.toFixed(1)} ${top}V${base + 4}" /><text x="${x.toFixed(1)}" y="${base + 16}" text-anchor="${x < 20 ? 'start' : 'middle'}">${label}</text>`,
  );
  return markup`<svg viewBox="0 0 ${chartWidth} ${height}" role="img" aria-label="${summary(buckets, zone, locale)}">${lines}${hatching}${bars.flat()}<path class="axis" d="M0 ${base}H${chartWidth}" /><text x="0" y="11">${axisStart(span, zone)}</text><text x="${chartWidth}" y="11" text-anchor="end">${l10n.t('fullest bar: {0} records', peak.toLocaleString(locale))}</text></svg>${numbers(buckets, zone, locale)}`;
}

function summary(buckets: Buckets, zone: Zone, locale: string): string {
  const total = Array.from({ length: bucketCount(buckets) }, (_, index) => bucketTotal(buckets, index)).reduce((sum, own) => sum + own, 0);
  const [from, to] = [ticksText(String(buckets.from), zone), ticksText(String(buckets.to), zone)];
  return l10n.t('{0} records from {1} to {2} ({3}), in bars by time and result', total.toLocaleString(locale), from, to, zoneName(zone));
}

function numbers(buckets: Buckets, zone: Zone, locale: string): Markup {
  const kind = 'number' as const;
  const columns = [
    { title: l10n.t('From ({0})', zoneName(zone)), kind: 'time' as const },
    ...resultGroups.map((group) => ({ title: groupName(group), kind })),
  ];
  const filled = Array.from({ length: bucketCount(buckets) }, (_, index) => index).filter((index) => bucketTotal(buckets, index) > 0);
  const rows = filled.map((index) => [
    ticksText(String(bucketSpan(buckets, index).from), zone),
    ...resultGroups.map((group) => buckets.groups[group][index]!.toLocaleString(locale)),
  ]);
  return markup`<details><summary>${l10n.t('The numbers of the chart')}</summary>${table(l10n.t('Records by time and result'), columns, rows)}</details>`;
}
