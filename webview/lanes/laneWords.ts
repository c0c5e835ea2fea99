import * as l10n from '@vscode/l10n';
import type { ShownPeriod, StateLane } from '../../src/protocol/answers/states.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { numberText, spanText, ticksTimeText } from '../base/format.ts';
import { zoneName } from '../../src/protocol/zoneName.ts';
import { stateText } from '../base/stateWords.ts';
import { groupName } from '../base/symbols.ts';
import type { LaneItem } from './laneScene.ts';

/** What is told of a lane at once; the keyboard reaches all of it. */
const maxTold = 20;

/** What lanes of states are grouped by: `policy`, or the existence of the targets themselves. */
export function stateHeading(what: string | null): string {
  return what === null ? l10n.t('Existence') : l10n.t('In force: {0}', l10n.t(what));
}

/** The names of the targets of a state, each from its outermost level on. */
export function targetsTitle({ targets }: StateLane): string {
  return targets.map((path) => path.map(({ name }) => name).join(' › ')).join('\n');
}

/** A state in a few words, to be in its bar: `set by ana@contoso.com`. */
export function periodText(period: ShownPeriod, what: string | null): string {
  const text = stateText(period, what);
  return period.changes > 1 ? l10n.t('{0} (last of {1})', text, String(period.changes)) : text;
}

/** A lane in words: what is on it, as far as it is told at once. */
export function laneLabel(items: readonly LaneItem[], settings: ViewSettings): string {
  const told = items.slice(0, maxTold).map((item) => itemText(item, settings));
  return told.length === 0 ? l10n.t('nothing in the stretch that is shown') : told.join('; ');
}

/** What is under the pointer or the keyboard, in one sentence. */
export function itemText(item: LaneItem, settings: ViewSettings): string {
  const { timeZone } = settings;
  const zone = zoneName(timeZone);
  if (item.kind === 'period') {
    const { since } = item.period;
    return since === null ? item.text : l10n.t('{0}, since {1} ({2})', item.text, ticksTimeText(since, timeZone), zone);
  }
  const counted = l10n.t('{0} {1}', numberText(item.count, settings), groupName(item.group));
  const { from, to } = item.span;
  const time = from === to ? ticksTimeText(String(from), timeZone) : spanText(item.span, timeZone);
  return l10n.t('{0}, {1} ({2})', counted, time, zone);
}
