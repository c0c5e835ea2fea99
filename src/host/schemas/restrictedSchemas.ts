import * as vscode from 'vscode';
import { settings } from '../base/settings.ts';

/**
 * Whether schemas for a log are ignored because nobody trusts the workspace. What its own settings say VS Code keeps from extensions
 * then, so that they are searched for the name of the setting.
 */
export async function areSchemasRestricted(log: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.isTrusted) {
    return false;
  }
  if (settings.schemas(log).length > 0) {
    return true;
  }
  const folder = vscode.workspace.getWorkspaceFolder(log)?.uri;
  const files = [folder && vscode.Uri.joinPath(folder, '.vscode/settings.json'), vscode.workspace.workspaceFile];
  const named = await Promise.all(files.flatMap((file) => (file === undefined ? [] : [namesSchemas(file)])));
  return named.includes(true);
}

async function namesSchemas(file: vscode.Uri): Promise<boolean> {
  try {
    const content = await vscode.workspace.fs.readFile(file);
    return new TextDecoder().decode(content).includes('"auditLog.schemas"');
  } catch {
    return false;
  }
}
