import * as vscode from 'vscode';
import { expectEqual, expectTrue } from '../expect.ts';
import { auditLog } from './support.ts';

const extensionId = 'audit-log-viewer.audit-log-viewer';

describe('activation', () => {
  it('sleeps until something needs it, then wakes by a command', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    expectTrue(extension !== undefined, 'the packaged extension is installed');
    await vscode.commands.executeCommand('auditLog.log.show');
    expectEqual(extension.isActive, true, 'isActive');
  });

  it('only registers: no engine, no log, no document', async () => {
    expectEqual((await auditLog()).resources(), { engineStarted: false, logs: 0, sharedLogs: [], documents: [] });
  });

  it('stays idle for JSON that is no audit log', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'json', content: '{"name": "x", "operationName": 1}' });
    await vscode.window.showTextDocument(document);
    expectEqual((await auditLog()).resources(), { engineStarted: false, logs: 0, sharedLogs: [], documents: [] });
  });

  it('registers each command of its manifest', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    const manifest = extension?.packageJSON as { readonly contributes: { readonly commands: readonly { readonly command: string }[] } };
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = manifest.contributes.commands.filter(({ command }) => !registered.has(command));
    expectEqual(missing, [], 'commands that nothing registers');
  });
});
