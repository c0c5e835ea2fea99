import * as l10n from '@vscode/l10n';
import type { Zone } from '../core/record/zones.ts';
import type { Row } from '../protocol/answers/page.ts';
import type { ListRows } from '../protocol/viewMessages.ts';
import { say } from '../protocol/say.ts';
import { zoneName } from '../protocol/zoneName.ts';
import { markup, type Markup } from './markup.ts';
import { type Ask, ReportProblem } from './reportAnswers.ts';
import type { ReportOptions } from './reportOptions.ts';
import { tableEnd, tableRow, tableStart } from './reportTable.ts';
import { groupName, ofAll, ticksText } from './reportWords.ts';

/** Rows that are held at once. */
const rowsAtOnce = 500;

/** Which records of a list are written. */
export interface ListedRecords extends Pick<ListRows, 'query' | 'order' | 'ranges'> {
  readonly count: number;
  /** Records of the list. */
  readonly all: number;
}

/** The records that are wished, of those that there are. */
export async function listedRecords(ask: Ask, { query, records }: ReportOptions): Promise<ListedRecords> {
  const wished = typeof records === 'number' ? { query, order: 'oldest' as const, ranges: [[0, records] as const] } : records;
  const { matching } = await ask('page', { query: wished.query, order: wished.order, from: { at: 0 }, count: 0 });
  const ranges = wished.ranges.map(([from, to]) => [from, Math.min(to, matching)] as const).filter(([from, to]) => from < to);
  return { ...wished, ranges, count: ranges.reduce((sum, [from, to]) => sum + to - from, 0), all: matching };
}

/** The records one after the other: a piece of the table for so many at once. */
export async function* recordsMarkup(
  ask: Ask,
  listed: ListedRecords,
  sources: readonly string[],
  { zone, locale }: Pick<ReportOptions, 'zone' | 'locale'>,
  snapshot: number,
): AsyncGenerator<{ readonly markup: Markup; readonly records: number }> {
  const columns = [
    { title: l10n.t('Time ({0})', zoneName(zone)), kind: 'time' as const },
    { title: l10n.t('Result') },
    { title: l10n.t('What happened') },
    { title: l10n.t('Description') },
    { title: l10n.t('Source and line') },
  ];
  const caption = l10n.t('Records: {0}', ofAll(listed.count, listed.all, locale));
  yield {
    markup: markup`<section><h2>${l10n.t('Records')}</h2>${tableStart(caption, columns)}`,
    records: 0,
  };
  let records = 0;
  for (const [first, end] of listed.ranges) {
    for (let at = first; at < end; at += rowsAtOnce) {
      const count = Math.min(rowsAtOnce, end - at);
      const { query, order } = listed;
      const page = await ask('page', { query, order, from: { at }, count, fields: ['description'], isWhole: true });
      if (page.snapshot !== snapshot) {
        throw new ReportProblem('restarted');
      }
      records += page.rows.length;
      yield { markup: markup`${page.rows.map((row) => tableRow(columns, cells(row, zone, sources)))}`, records };
    }
  }
  yield {
    markup: markup`${tableEnd}</section>`,
    records,
  };
}

function cells({ time, group, result, sentence, texts, ref, line }: Row, zone: Zone, sources: readonly string[]): readonly string[] {
  const ownResult = result === null || result.toLowerCase() === groupName(group) ? groupName(group) : `${result} (${groupName(group)})`;
  const source = sources[ref.source] ?? '';
  return [
    time === null ? '' : ticksText(time.ticks, zone),
    ownResult,
    say(sentence),
    texts?.map(({ text, more }) => (more === 0 ? text : `${text} (+${more})`)).join(' ') ?? '',
    `${sources.length > 1 ? `${source}:` : ''}${line}`,
  ];
}
