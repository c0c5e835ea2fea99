import * as vscode from 'vscode';
import type { RecordAspect } from '../../protocol/answers/record.ts';
import { isObject, oneOf } from '../../protocol/guards.ts';
import { answerOf } from '../engine/whenRead.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { type Direction, goToNeighbour } from './goToNeighbour.ts';

const isKind = oneOf('operation', 'result', 'caller', 'target', 'request');

/**
 * Selects the record before or after the selected one that has something in common with it: `{ of: 'caller' }` and so on where handed
 * over, else what the user picks. It is looked for under the filter, and in the whole log if the user wants that.
 */
export function goToSame(direction: Direction): (view: TimelineView, argument: unknown) => Promise<void> {
  return async (view, argument) => {
    const { selected } = view.state;
    if (selected === null) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Select a record first.'));
      return;
    }
    const { aspects } = await answerOf(view.session, 'record', { ref: selected }, view.signal);
    const kind = isObject(argument) && isKind(argument['of']) ? argument['of'] : undefined;
    const offered = aspects.filter((one) => one.filter !== null && (kind === undefined || one.kind === kind));
    const aspect = kind === undefined ? await pick(offered, direction) : offered[0];
    if (aspect?.filter !== null && aspect !== undefined) {
      await goToNeighbour(view, aspect.filter, direction);
    } else if (kind !== undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('The selected record has nothing of this kind.'));
    }
  };
}

async function pick(aspects: readonly RecordAspect[], direction: Direction): Promise<RecordAspect | undefined> {
  const items = aspects.map((aspect) => ({ ...itemOf(aspect), aspect }));
  const title =
    direction === 'next' ? vscode.l10n.t('Go to the next record of the same') : vscode.l10n.t('Go to the previous record of the same');
  const picked = await vscode.window.showQuickPick(items, { title, matchOnDescription: true, ignoreFocusOut: true });
  return picked?.aspect;
}

function itemOf(aspect: RecordAspect): vscode.QuickPickItem {
  switch (aspect.kind) {
    case 'operation':
      return { label: vscode.l10n.t('Operation'), description: aspect.operation };
    case 'result':
      return { label: vscode.l10n.t('Result'), description: aspect.filter ?? '' };
    case 'caller':
      return { label: vscode.l10n.t('Caller'), description: aspect.caller.value };
    case 'target': {
      const label = aspect.path.length === 1 ? aspect.path[0]!.level : vscode.l10n.t('Target');
      return { label, description: aspect.path.map(({ name }) => name).join(' › ') };
    }
    case 'request':
      return { label: vscode.l10n.t('Request'), description: aspect.request };
  }
}
