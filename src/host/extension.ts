import * as vscode from 'vscode';

/** Called by VS Code once, when one of the activation events of package.json happens. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Audit Log', { log: true });
  context.subscriptions.push(
    log,
    vscode.commands.registerCommand('auditLog.log.show', () => log.show()),
  );
}
