import * as vscode from 'vscode';

/**
 * Where a file is that a setting names: by an address, by a whole path, or from the workspace folder of the log on. Undefined where a
 * relative path has no folder to begin at.
 */
export function schemaAddress(file: string, log: vscode.Uri): vscode.Uri | undefined {
  const folder = (vscode.workspace.getWorkspaceFolder(log) ?? vscode.workspace.workspaceFolders?.[0])?.uri;
  // One letter before the colon is a drive.
  if (/^[a-z][a-z\d+.-]+:/i.test(file)) {
    return vscode.Uri.parse(file);
  }
  if (/^([/\\]|[a-z]:)/i.test(file)) {
    return folder === undefined || folder.scheme === 'file' ? vscode.Uri.file(file) : folder.with({ path: file });
  }
  return folder === undefined ? undefined : vscode.Uri.joinPath(folder, file);
}
