import * as vscode from 'vscode';
import { ticksFromText } from '../../core/record/ticks.ts';
import { timeText } from '../../core/record/timeText.ts';
import type { EpochCoverage, Gap } from '../../protocol/answers/coverage.ts';
import { numberText } from '../base/countText.ts';
import { settings } from '../base/settings.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { answerOf } from '../engine/whenRead.ts';
import { type LoadNodes, nothing, type SideBarNode, shownText } from './sideBarNode.ts';

/** Gaps of a writer that are listed; the page of coverage lists more. */
const maxGaps = 200;

/** The writers of the whole log, those that lack most first, each with the numbers that are not in the file. */
export function loadCoverage(view: TimelineView): LoadNodes {
  return async (limit, signal) => {
    if (view.session.snapshot?.complete !== true) {
      // Half a log would seem to lack whatever has not been read yet.
      return nothing;
    }
    const sort = { by: 'missing', isDescending: true } as const;
    const { epochs, epochsTotal } = await answerOf(view.session, 'coverage', { epochs: limit, gaps: maxGaps, sort }, signal);
    return { nodes: epochs.map(epochNode), total: epochsTotal };
  };
}

function epochNode({ epoch, roleInstance, seen, missing, gaps, gapsTotal }: EpochCoverage): SideBarNode {
  const lacks = missingText(missing);
  const label = shownText([epoch, ...(roleInstance === null ? [] : [roleInstance])].join(' · '));
  const present = seen === 1 ? vscode.l10n.t('1 number in this file') : vscode.l10n.t('{0} numbers in this file', numberText(seen));
  return {
    id: `writer ${JSON.stringify([epoch, roleInstance])}`,
    label,
    description: missing === '0' ? '' : countText(missing),
    tooltip: [label, present, lacks].join('\n'),
    spoken: [label, present, lacks].join(', '),
    context: 'writer',
    icon: missing === '0' ? 'pass' : 'warning',
    ...(missing === '0' ? {} : { color: 'list.warningForeground' }),
    ...(gapsTotal === 0
      ? { command: { id: 'auditLog.coverage.show', argument: undefined } }
      : { isOpen: false, load: async () => ({ nodes: gaps.map((gap) => gapNode(epoch, roleInstance, gap)), total: gapsTotal }) }),
  };
}

function gapNode(epoch: string, roleInstance: string | null, gap: Gap): SideBarNode {
  const { from, to, missing, fromTicks, toTicks, after } = gap;
  const label = from === to ? from : `${from} – ${to}`;
  const times = [fromTicks, toTicks].map(momentText).join(' – ');
  return {
    id: `gap ${JSON.stringify([epoch, roleInstance, from])}`,
    label,
    description: countText(missing),
    tooltip: [missingText(missing), label, times].join('\n'),
    spoken: [label, missingText(missing), times].join(', '),
    context: 'gap',
    command: { id: 'auditLog.gap.show', argument: { after, fromTicks, toTicks } },
  };
}

function momentText(text: string | null): string {
  const ticks = text === null ? undefined : ticksFromText(text);
  return ticks === undefined ? vscode.l10n.t('no valid time') : timeText(ticks, settings.timeZone().zone);
}

/** A number that may need 64 bits. */
function countText(count: string): string {
  return BigInt(count).toLocaleString(vscode.env.language);
}

function missingText(missing: string): string {
  return missing === '1' ? vscode.l10n.t('1 number not in this file') : vscode.l10n.t('{0} numbers not in this file', countText(missing));
}
