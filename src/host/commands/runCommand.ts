import * as vscode from 'vscode';

/** Runs a command. It is the one place where a fault within a command becomes visible. */
export async function runCommand(id: string, command: () => Promise<void> | void, log: vscode.LogOutputChannel): Promise<void> {
  try {
    await command();
  } catch (error) {
    log.error(`${id} failed`, error);
    const showLog = vscode.l10n.t('Show Log');
    const sentence = vscode.l10n.t('The command failed: {0}', error instanceof Error ? error.message : String(error));
    if ((await vscode.window.showErrorMessage(sentence, showLog)) === showLog) {
      log.show();
    }
  }
}
