import * as vscode from 'vscode';

/**
 * Where a finding's code leads: its page in docs/findings, which comes with the extension, shown by VS Code's own Markdown
 * preview. A command, as the page itself would open as source text; nothing is fetched.
 */
export function findingPage(extensionUri: vscode.Uri, code: string): vscode.Uri {
  const page = vscode.Uri.joinPath(extensionUri, 'docs/findings', `${code}.md`);
  return vscode.Uri.parse(`command:markdown.showPreview?${encodeURIComponent(JSON.stringify([page]))}`);
}
