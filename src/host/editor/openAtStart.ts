import * as vscode from 'vscode';
import { timelineViewType } from './timelineEditor.ts';

export interface OpenAtStartOptions {
  /** Remembers, for the workspace, which logs the user has left open as text. */
  readonly memory: vscode.Memento;
  /** Milliseconds since the extension host was started. */
  readonly hostAge: number;
  /** Opens the timeline with the record at the cursor selected. */
  readonly openTimelineAtCursor: (uri: vscode.Uri) => Promise<void>;
}

const textLogsKey = 'auditLog.textLogs';

/** For so long a host counts as just started. Milliseconds. */
const startTime = 30_000;

/**
 * Opens the timeline of a log that VS Code has opened on its start, as `code app.audit.ndjson` does: it chooses the editor before
 * it knows those of extensions (microsoft/vscode#197374), and so shows text, whatever `workbench.editorAssociations` says. A log
 * that was open as text when the window was last closed stays text.
 */
export function openAtStart({ memory, hostAge, openTimelineAtCursor }: OpenAtStartOptions): vscode.Disposable {
  const remember = (): void => {
    const now = textLogs();
    if (now.join('\n') !== remembered(memory).join('\n')) {
      void memory.update(textLogsKey, now);
    }
  };
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  const uri = tab && textLogOf(tab);
  if (uri !== undefined && hostAge < startTime && !remembered(memory).includes(uri.toString())) {
    const opened = isAtStart() ? vscode.commands.executeCommand('vscode.openWith', uri, timelineViewType) : openTimelineAtCursor(uri);
    void Promise.resolve(opened).then(() => closeText(uri));
  } else {
    remember();
  }
  return vscode.window.tabGroups.onDidChangeTabs(remember);
}

/** Nobody has asked for a line of the text, as `code --goto app.audit.ndjson:12` does. */
function isAtStart(): boolean {
  return vscode.window.activeTextEditor?.selection.active.isEqual(new vscode.Position(0, 0)) ?? true;
}

function remembered(memory: vscode.Memento): readonly string[] {
  return memory.get<readonly string[]>(textLogsKey, []);
}

function textLogs(): readonly string[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap((tab) => textLogOf(tab)?.toString() ?? []);
}

/** The file that a tab shows as text although it is set to open in the timeline; undefined for any other tab. */
function textLogOf({ input, isDirty }: vscode.Tab): vscode.Uri | undefined {
  return input instanceof vscode.TabInputText && !isDirty && isSetToTimeline(input.uri) ? input.uri : undefined;
}

/** As VS Code decides: the longest pattern that matches. Versions of a file in a repository are no files. */
function isSetToTimeline(uri: vscode.Uri): boolean {
  if (uri.scheme !== 'file' && uri.scheme !== 'vscode-remote') {
    return false;
  }
  const associations = vscode.workspace.getConfiguration('workbench').get<Readonly<Record<string, string>>>('editorAssociations', {});
  const matching = Object.keys(associations).filter((pattern) => matches(uri, pattern));
  const longest = matching.toSorted((a, b) => b.length - a.length)[0];
  return longest !== undefined && associations[longest] === timelineViewType;
}

function matches(uri: vscode.Uri, pattern: string): boolean {
  // Texts above 50 MB are no documents to extensions, and a pattern is compared with the address alone.
  const document = { uri } as vscode.TextDocument;
  return vscode.languages.match({ pattern: pattern.includes('/') ? pattern : `**/${pattern}` }, document) > 0;
}

async function closeText(uri: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.activeTabGroup.tabs.filter((tab) => textLogOf(tab)?.toString() === uri.toString());
  await vscode.window.tabGroups.close(tabs, true);
}
