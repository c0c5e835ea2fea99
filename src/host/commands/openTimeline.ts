import * as vscode from 'vscode';
import { timelineViewType } from '../timeline/timelineEditor.ts';

/** Opens a log in the timeline: the one handed over (by a menu or a key binding), else that of the active editor. */
export async function openTimeline(argument: unknown): Promise<void> {
  const uri = uriOf(argument) ?? activeUri() ?? (await askForFile());
  if (uri !== undefined) {
    const viewColumn = vscode.window.tabGroups.activeTabGroup.viewColumn;
    await vscode.commands.executeCommand('vscode.openWith', uri, timelineViewType, { viewColumn, preview: false });
  }
}

function uriOf(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) {
    return argument;
  }
  return typeof argument === 'string' ? vscode.Uri.parse(argument, true) : undefined;
}

/** What the active tab shows: texts above 50 MB are no text editors to extensions, but they are tabs. */
function activeUri(): vscode.Uri | undefined {
  const input: unknown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) {
    return input.uri;
  }
  return vscode.window.activeTextEditor?.document.uri;
}

async function askForFile(): Promise<vscode.Uri | undefined> {
  const filters = { [vscode.l10n.t('Logs')]: ['json', 'jsonl', 'ndjson', 'log', 'gz'], [vscode.l10n.t('All Files')]: ['*'] };
  const chosen = await vscode.window.showOpenDialog({ filters, title: vscode.l10n.t('Open an audit log in the timeline') });
  return chosen?.[0];
}
