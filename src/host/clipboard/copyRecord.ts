import * as vscode from 'vscode';
import type { RecordRef } from '../../protocol/reference.ts';
import type { Responder } from '../../protocol/requests.ts';
import { say } from '../../protocol/say.ts';

/** Copies the text of a record as its source writes it. Of a very long one it says how much it has copied. */
export async function copyRecord(session: Responder, ref: RecordRef, signal: AbortSignal): Promise<void> {
  const outcome = await session.request('record', { ref }, signal);
  if (outcome.status === 'error') {
    void vscode.window.showErrorMessage(say(outcome.message));
  } else if (outcome.status === 'ok') {
    const { text, cut } = outcome.answer;
    await vscode.env.clipboard.writeText(text);
    if (cut) {
      void vscode.window.showWarningMessage(vscode.l10n.t('Only the first {0} characters of the record were copied.', String(text.length)));
    }
  }
}
