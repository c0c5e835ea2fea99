import * as vscode from 'vscode';
import type { Timelines } from '../editor/timelines.ts';
import type { TimelineView } from '../editor/timelineView.ts';

/** Has all timelines in view show the same stretch of time, that of this one, until they are unlinked. */
export function linkZoom(timelines: Timelines, view: TimelineView): void {
  timelines.zoomLink.link(view);
  if (timelines.all.filter(({ isVisible }) => isVisible).length < 2) {
    void offerSplit();
  }
}

async function offerSplit(): Promise<void> {
  const split = vscode.l10n.t('Split Editor');
  const sentence = vscode.l10n.t('Zooms are linked: the next timeline that is shown beside this one follows it.');
  if ((await vscode.window.showInformationMessage(sentence, split)) === split) {
    await vscode.commands.executeCommand('workbench.action.splitEditor');
  }
}
