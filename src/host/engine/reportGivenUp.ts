import * as vscode from 'vscode';

/** Tells the user that the engine is not started again, and offers what may help. */
export async function reportGivenUp(reason: string, log: vscode.LogOutputChannel): Promise<void> {
  const sentence = vscode.l10n.t('The engine that reads audit logs crashed several times and was stopped: {0}', reason);
  const [reload, showLog] = [vscode.l10n.t('Reload Window'), vscode.l10n.t('Show Log')];
  const chosen = await vscode.window.showErrorMessage(sentence, reload, showLog);
  if (chosen === reload) {
    await vscode.commands.executeCommand('workbench.action.reloadWindow');
  } else if (chosen === showLog) {
    log.show();
  }
}
