import * as l10n from '@vscode/l10n';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { numberText, spanText, ticksTimeText } from '../base/format.ts';
import { zoneName } from '../../src/protocol/zoneName.ts';
import { groupName } from '../base/symbols.ts';
import type { LaneItem } from '../../src/scene/laneScene.ts';

/** What is told of a lane at once; the keyboard reaches all of it. */
const maxTold = 20;

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
