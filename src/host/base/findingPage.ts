import * as vscode from 'vscode';

/**
 * Where a finding's code leads: its page in docs/findings, which comes with the extension, shown by VS Code's own Markdown
 * preview. A command, as the page itself would open as source text; nothing is fetched.
 */
export function findingPage(extensionUri: vscode.Uri, code: string): vscode.Uri {
  const known = pages.get(code) ?? addressOf(findingPageFile(extensionUri, code));
  pages.set(code, known);
  return known;
}

/** Shows the page of a code, as a click on that address does. */
export async function showFindingPage(extensionUri: vscode.Uri, code: string): Promise<void> {
  await vscode.commands.executeCommand('markdown.showPreview', findingPageFile(extensionUri, code));
}

/** The page itself. */
export function findingPageFile(extensionUri: vscode.Uri, code: string): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'docs/findings', `${code}.md`);
}

/** By code. There are few, and many findings of each. */
const pages = new Map<string, vscode.Uri>();

function addressOf(page: vscode.Uri): vscode.Uri {
  return vscode.Uri.parse(`command:markdown.showPreview?${encodeURIComponent(JSON.stringify([page]))}`);
}
