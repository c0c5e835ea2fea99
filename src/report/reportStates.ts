import * as l10n from '@vscode/l10n';
import type { Zone } from '../core/record/zones.ts';
import type { TimeSpan } from '../core/timeline/timeSpan.ts';
import type { StateLane, States } from '../protocol/answers/states.ts';
import { zoneName } from '../protocol/zoneName.ts';
import { type LaneItem, stateItems } from '../scene/laneScene.ts';
import { periodText, stateHeading, targetsTitle } from '../scene/stateWords.ts';
import { markup, type Markup, noMarkup } from './markup.ts';
import { chartWidth } from './reportChart.ts';
import { patternFill } from './reportStyles.ts';
import { table } from './reportTable.ts';
import { groupName, ofAll, ticksText } from './reportWords.ts';

const laneHeight = 40;
const barTop = 17;
const barHeight = 18;
/** Of a letter in a bar, as wide as most are. */
const letterWidth = 6;
const colours = 6;
/** Periods that are listed of a lane. */
const maxListed = 200;

/** What held when: a lane for each state, bars for what held, marks for attempts that failed, and all of it as a table. */
export function statesMarkup({ lanes, lanesTotal }: States, span: TimeSpan, zone: Zone, locale: string): Markup {
  if (lanes.length === 0) {
    return noMarkup;
  }
  const callers = new Map<string, number>();
  const colourOf = (caller: string): number => {
    callers.set(caller, callers.get(caller) ?? callers.size % colours);
    return callers.get(caller)!;
  };
  const drawn = lanes.map((lane, at) => {
    const items = stateItems(lane, span, chartWidth, colourOf, (period) => periodText(period, lane.what));
    const name = laneName(lane);
    return markup`<g transform="translate(0 ${at * laneHeight})"><text class="label" y="12">${cut(name, 150)}<title>${name}</title></text><path class="axis" d="M0 ${barTop + barHeight + 1}H${chartWidth}" />${items.map(itemMarkup)}</g>`;
  });
  const label = l10n.t('States over time; the table below says the same');
  return markup`<p class="note">${l10n.t('States: {0}, those with the most records first. A record shows what it changed; what it does not say is unknown.', ofAll(lanes.length, lanesTotal, locale))}</p><svg viewBox="0 0 ${chartWidth} ${lanes.length * laneHeight}" role="img" aria-label="${label}">${drawn}</svg><details><summary>${l10n.t('The states as a table')}</summary>${lanes.map((lane) => laneTable(lane, zone, locale))}</details>`;
}

function laneName(lane: StateLane): string {
  return `${targetsTitle(lane).replaceAll('\n', ', ')} · ${stateHeading(lane.what)}`;
}

function itemMarkup(item: LaneItem): Markup {
  const width = (item.right - item.left).toFixed(1);
  const left = item.left.toFixed(1);
  if (item.kind === 'mark') {
    const middle = (item.left + item.right) / 2;
    const y = barTop + barHeight / 2;
    const outline = `M${(middle - 5).toFixed(1)} ${y + 5}H${(middle + 5).toFixed(1)}L${middle.toFixed(1)} ${y - 5}Z`;
    const square = `M${(middle - 4).toFixed(1)} ${y - 4}h8v8h-8Z`;
    const shape = item.group === 'failure' ? outline : square;
    const pattern = patternFill(item.group);
    return markup`<g><title>${l10n.t('{0} {1}', String(item.count), groupName(item.group))}</title><path class="attempt mark-${item.group}" d="${shape}" />${pattern === undefined ? [] : [markup`<path fill="${pattern}" d="${shape}" />`]}</g>`;
  }
  const title = markup`<title>${item.text}</title>`;
  switch (item.look) {
    case 'gone':
      return markup`<g>${title}<rect class="of-none" x="${left}" y="${barTop + barHeight / 2}" width="${width}" height="1" />${words(item)}</g>`;
    case 'unknown':
      return markup`<g>${title}<rect fill="url(#gap)" x="${left}" y="${barTop}" width="${width}" height="${barHeight}" /></g>`;
    case 'many':
      return markup`<g>${title}<rect class="of-none" x="${left}" y="${barTop}" width="${width}" height="${barHeight}" /></g>`;
    case 'set':
    case 'reset': {
      const colour = item.look === 'set' ? `of-${item.colour}` : 'of-none';
      return markup`<g class="${colour}">${title}<rect class="ground" x="${left}" y="${barTop}" width="${width}" height="${barHeight}" /><rect x="${left}" y="${barTop}" width="2" height="${barHeight}" />${words(item)}</g>`;
    }
  }
}

function words({ left, right, look, text }: Extract<LaneItem, { kind: 'period' }>): Markup {
  const letters = Math.floor((right - left - 10) / letterWidth);
  return letters < 4
    ? noMarkup
    : markup`<text class="label${look === 'gone' ? ' plate' : ''}" x="${(left + 6).toFixed(1)}" y="${barTop + 13}">${cut(text, letters)}</text>`;
}

function cut(text: string, letters: number): string {
  const all = [...text];
  return all.length <= letters ? text : `${all.slice(0, letters - 1).join('')}…`;
}

function laneTable(lane: StateLane, zone: Zone, locale: string): Markup {
  const columns = [{ title: l10n.t('Since ({0})', zoneName(zone)), kind: 'time' as const }, { title: l10n.t('State') }];
  const rows = lane.periods
    .slice(0, maxListed)
    .map((period) => [period.since === null ? l10n.t('the beginning') : ticksText(period.since, zone), periodText(period, lane.what)]);
  const counted = lane.periods.length > maxListed ? ` (${ofAll(maxListed, lane.periods.length, locale)})` : '';
  return table(laneName(lane) + counted, columns, rows);
}
