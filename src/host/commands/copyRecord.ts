import * as vscode from 'vscode';
import { say } from '../../protocol/say.ts';
import type { TimelineView } from '../editor/timelineView.ts';

/** Copies the text of the selected record. Of a very long one it says how much it has copied. */
export async function copyRecord(view: TimelineView): Promise<void> {
  const { selected } = view.state;
  if (selected === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Select a record first.'));
    return;
  }
  const outcome = await view.session.request('record', { ref: selected }, view.signal);
  if (outcome.status === 'error') {
    void vscode.window.showErrorMessage(say(outcome.message));
  } else if (outcome.status === 'ok') {
    const { text, cut } = outcome.answer;
    await view.apply({ kind: 'copy', text });
    if (cut) {
      void vscode.window.showWarningMessage(vscode.l10n.t('Only the first {0} characters of the record were copied.', String(text.length)));
    }
  }
}
