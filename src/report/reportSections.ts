import * as l10n from '@vscode/l10n';
import { resultGroups } from '../core/record/results.ts';
import { spanLength } from '../core/timeline/timeSpan.ts';
import { zoneName } from '../protocol/zoneName.ts';
import { say } from '../protocol/say.ts';
import { gapStretchesOf } from '../scene/gapMarks.ts';
import { markup, type Markup, noMarkup } from './markup.ts';
import type { ReportAnswers } from './reportAnswers.ts';
import { chartMarkup } from './reportChart.ts';
import type { ReportOptions } from './reportOptions.ts';
import { statesMarkup } from './reportStates.ts';
import { patternFill } from './reportStyles.ts';
import { table } from './reportTable.ts';
import { groupName, ofAll, severityName, ticksText } from './reportWords.ts';

type Of = Pick<ReportOptions, 'zone' | 'locale' | 'query' | 'question' | 'madeAt'>;

const number = 'number' as const;

/** What the report is about, and how many records that are. */
export function headSection({ summary, total, chart }: ReportAnswers, { query, question, zone, locale, madeAt }: Of): Markup {
  const names = summary.sources.map(({ name }) => markup`<div>${name}</div>`);
  const { first, last } = summary.time;
  const facts: readonly (readonly [string, string | Markup | readonly Markup[]])[] = [
    [l10n.t('Log'), names],
    [l10n.t('Filter'), query === '' ? l10n.t('none: all records') : markup`<code>${query}</code>`],
    [l10n.t('Records'), ofAll(summary.records, total, locale)],
    [l10n.t('Time'), first === null ? l10n.t('none') : `${first} – ${last ?? first}`],
    [l10n.t('Time zone of this report'), zoneName(zone)],
    [l10n.t('Made'), madeAt],
  ];
  const cards = resultGroups.map(
    (group) => markup`<li><b>${summary.resultGroups[group].toLocaleString(locale)}</b>${swatch(group)}${groupName(group)}</li>`,
  );
  const untimed = chart?.timeline.untimed ?? summary.records;
  return markup`<header><p class="lead">${l10n.t('Audit log report')}</p><h1>${question === '' ? l10n.t('What happened') : question}</h1></header><main><dl>${facts.map(
    ([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`,
  )}</dl><ul class="cards">${cards}</ul>${untimed === 0 ? noMarkup : markup`<p class="note">${l10n.t('Records without a valid time: {0}. No chart shows them.', untimed.toLocaleString(locale))}</p>`}`;
}

function swatch(group: (typeof resultGroups)[number]): Markup {
  const pattern = patternFill(group);
  const over = pattern === undefined ? noMarkup : markup`<rect fill="${pattern}" width="12" height="12" />`;
  return markup`<svg class="swatch" viewBox="0 0 12 12" aria-hidden="true"><rect class="mark-${group}" width="12" height="12" />${over}</svg>`;
}

/** Records over time, and what held when. */
export function timeSections({ chart, coverage }: ReportAnswers, { zone, locale }: Of): Markup {
  if (chart === undefined || spanLength(chart.span) === 0n) {
    return noMarkup;
  }
  const { span, buckets, states } = chart;
  const held = statesMarkup(states, span, zone, locale);
  return markup`<section><h2>${l10n.t('Records over time')}</h2>${chartMarkup({ buckets, span, gaps: gapStretchesOf(coverage), zone, locale })}</section>${
    held === noMarkup ? noMarkup : markup`<section><h2>${l10n.t('What held when')}</h2>${held}</section>`
  }`;
}

const maxNames = 10;

/** The most frequent operations, results and callers. */
export function namesSection({ summary }: ReportAnswers, { locale }: Of): Markup {
  const counted = (title: string, counts: Readonly<Record<string, number>>, distinct: number): Markup => {
    const rows = Object.entries(counts).slice(0, maxNames);
    const caption = `${title} (${ofAll(rows.length, distinct, locale)})`;
    const columns = [{ title }, { title: l10n.t('Records'), kind: number }];
    return markup`<div>${table(
      caption,
      columns,
      rows.map(([name, count]) => [name, count.toLocaleString(locale)]),
    )}</div>`;
  };
  const { operations, results, callers, distinct } = summary;
  return markup`<section><h2>${l10n.t('Who did what')}</h2><div class="columns">${counted(l10n.t('Operations'), operations, Object.keys(operations).length)}${counted(l10n.t('Callers'), callers, distinct.callers)}${counted(l10n.t('Results'), results, Object.keys(results).length)}</div></section>`;
}

/** What is wrong with the records, or remarkable. */
export function findingsSection({ findings }: ReportAnswers, { locale }: Of): Markup {
  const { groups, distinct, total } = findings;
  const columns = [
    { title: l10n.t('Severity') },
    { title: l10n.t('Finding') },
    { title: l10n.t('Code') },
    { title: l10n.t('How many'), kind: number },
  ];
  const rows = groups.map(({ severity, message, code, count }) => [
    severityName(severity),
    say(message),
    markup`<code>${code}</code>`,
    count.toLocaleString(locale),
  ]);
  const caption = l10n.t(
    '{0} findings, those that say the same together: {1}',
    total.toLocaleString(locale),
    ofAll(groups.length, distinct, locale),
  );
  return markup`<section><h2>${l10n.t('Findings')}</h2>${rows.length === 0 ? markup`<p>${l10n.t('None.')}</p>` : table(caption, columns, rows)}</section>`;
}

/** Which sequence numbers are not in the log. */
export function coverageSection({ coverage }: ReportAnswers, { zone, locale }: Of): Markup {
  const { epochs, epochsTotal, missing, seen } = coverage;
  const columns = [
    { title: l10n.t('Epoch') },
    { title: l10n.t('First number'), kind: number },
    { title: l10n.t('Last number'), kind: number },
    { title: l10n.t('Seen'), kind: number },
    { title: l10n.t('Missing'), kind: number },
    { title: l10n.t('From ({0})', zoneName(zone)), kind: 'time' as const },
    { title: l10n.t('To'), kind: 'time' as const },
  ];
  const time = (ticks: string | null): string => (ticks === null ? '' : ticksText(ticks, zone));
  const rows = epochs.map(({ epoch, roleInstance, first, last, seen: own, missing: lacks, fromTicks, toTicks }) => [
    roleInstance === null ? epoch : `${epoch} (${roleInstance})`,
    first,
    last,
    own.toLocaleString(locale),
    lacks,
    time(fromTicks),
    time(toTicks),
  ]);
  const words =
    epochsTotal === 0
      ? l10n.t('The records have no sequence numbers: nothing shows whether some are missing.')
      : l10n.t(
          'In the whole log {0} sequence numbers were seen, and {1} are missing. What is missing is not in these files; that does not say that it was lost.',
          seen.toLocaleString(locale),
          BigInt(missing).toLocaleString(locale),
        );
  const caption = l10n.t('Epochs, those that lack the most first: {0}', ofAll(epochs.length, epochsTotal, locale));
  return markup`<section><h2>${l10n.t('Coverage')}</h2><p>${words}</p>${table(caption, columns, rows)}</section>`;
}

/** By what it can be shown that these were the files. */
export function sourcesSection({ summary, fingerprints }: ReportAnswers, { locale }: Of): Markup {
  const columns = [
    { title: l10n.t('Source') },
    { title: l10n.t('Bytes'), kind: number },
    { title: l10n.t('Records'), kind: number },
    { title: l10n.t('Formats') },
    { title: 'SHA-256' },
  ];
  const rows = fingerprints.map(({ name, bytes, sha256 }, at) => {
    const source = summary.sources[at];
    return [
      name,
      bytes.toLocaleString(locale),
      (source?.records ?? 0).toLocaleString(locale),
      Object.entries(source?.formats ?? {})
        .map(([id, count]) => `${id} ${count.toLocaleString(locale)}`)
        .join(', '),
      markup`<span class="hash">${sha256}</span>`,
    ];
  });
  return markup`<section><h2>${l10n.t('Sources')}</h2>${table(l10n.t('Sources: {0}', rows.length.toLocaleString(locale)), columns, rows)}</section></main><footer><p>${l10n.t('Made by Audit Log Viewer from the sources above, of which nothing was changed. This page loads nothing and runs no script.')}</p></footer>`;
}
