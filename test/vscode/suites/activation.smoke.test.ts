import * as vscode from 'vscode';
import { expectEqual, expectTrue } from '../expect.ts';

const extensionId = 'audit-log-viewer.audit-log-viewer';

describe('activation', () => {
  it('sleeps until something needs it, then wakes by a command', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    expectTrue(extension !== undefined, 'the packaged extension is installed');
    await vscode.commands.executeCommand('auditLog.log.show');
    expectEqual(extension.isActive, true, 'isActive');
  });

  it('registers each command of its manifest', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    const manifest = extension?.packageJSON as { readonly contributes: { readonly commands: readonly { readonly command: string }[] } };
    await extension?.activate();
    const registered = await vscode.commands.getCommands(true);
    expectTrue(registered.includes('auditLog.log.show'), 'auditLog.log.show is registered');
    expectTrue(manifest.contributes.commands.length > 0, 'the manifest names commands');
  });
});
