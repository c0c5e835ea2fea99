import * as vscode from 'vscode';
import type { AuditLogApi, ViewSnapshot } from '../../../src/host/base/api.ts';
import { expectTrue, waitFor } from '../expect.ts';

/** What suites share: the extension's own interface, files of the workspace, and waiting for what they lead to. */

export const extensionId = 'audit-log-viewer.audit-log-viewer';

/** The exports of the extension, which are enough to see what it does. */
export async function auditLog(): Promise<AuditLogApi> {
  const extension = vscode.extensions.getExtension<AuditLogApi>(extensionId);
  expectTrue(extension !== undefined, 'the packaged extension is installed');
  return extension.activate();
}

export function inWorkspace(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  expectTrue(folder !== undefined, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

export async function writeFile(name: string, text: string): Promise<vscode.Uri> {
  const uri = inWorkspace(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

export async function readFile(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** The one record of the documentation, on one line. */
export async function documentedRecord(): Promise<string> {
  return (await readFile(inWorkspace('documented.audit.ndjson'))).trim();
}

/** Another record of the same kind: with some keys of its own. */
export function changed(record: string, keys: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...(JSON.parse(record) as object), ...keys });
}

/** Closes all editors, and has the logs of timelines be as if they had never been shown. */
export async function closeAll(): Promise<void> {
  const extension = vscode.extensions.getExtension<AuditLogApi>(extensionId);
  for (const { uri } of extension?.isActive === true ? extension.exports.views() : []) {
    await vscode.commands.executeCommand('auditLog.view.reset', vscode.Uri.parse(uri));
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Waits until the timeline of a log shows all of it. */
export async function shownTimeline(uri: vscode.Uri, timeout?: number): Promise<ViewSnapshot> {
  return whenView(uri, 'shows the whole log', (view) => view.ready && view.log?.complete === true, timeout);
}

/** Waits until the timeline of a log is as a test wants it. */
export async function whenView(
  uri: vscode.Uri,
  what: string,
  isWanted: (view: ViewSnapshot) => boolean,
  timeout?: number,
): Promise<ViewSnapshot> {
  const api = await auditLog();
  const probe = (): ViewSnapshot | undefined => api.views().find((view) => view.uri === uri.toString() && isWanted(view));
  try {
    return await waitFor(`the timeline of ${uri.path} ${what}`, probe, timeout);
  } catch (error) {
    throw new Error(`${String(error)}; timelines: ${JSON.stringify(api.views())}`, { cause: error });
  }
}

export async function openTimeline(uri: vscode.Uri, timeout?: number): Promise<ViewSnapshot> {
  await vscode.commands.executeCommand('auditLog.timeline.open', uri);
  return shownTimeline(uri, timeout);
}

/**
 * Shows a document that was never saved. VS Code gives it the name of one that was closed, and instead of its content what it has saved
 * of the edits of that one, until it has deleted this: then it is closed, and another is opened.
 */
export function openUntitled(language: string, content: string): Promise<vscode.TextDocument> {
  return waitFor('a document with its own content', async () => {
    const document = await vscode.workspace.openTextDocument({ language, content });
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    if (document.getText() === content) {
      return document;
    }
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    return undefined;
  });
}

/** Presses keys until the list of values that is open has one ticked, and gives the filter that the timeline previews then. */
export function tickInList(uri: vscode.Uri): Promise<string> {
  return whenPreviewed(uri, async () => {
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await vscode.commands.executeCommand('workbench.action.quickPickManyToggle');
  });
}

/** Moves in the list that is open until the timeline previews another filter than the one that it has, and gives that. */
export function moveInList(uri: vscode.Uri): Promise<string> {
  return whenPreviewed(uri, () => vscode.commands.executeCommand('workbench.action.quickOpenSelectNext'));
}

/**
 * Presses keys until the timeline previews a filter. Until the list is open and filled, they do nothing: they are pressed again, and
 * each time there is twice as long for the preview to come, as a machine that is late with the list is late with that, too.
 */
async function whenPreviewed(uri: vscode.Uri, press: () => Thenable<void>): Promise<string> {
  const preview = async (): Promise<string | undefined> => (await whenView(uri, 'is open', () => true)).previewed || undefined;
  let milliseconds = 400;
  return waitFor('a preview', async () => {
    await press();
    const found = await waitFor('the preview', preview, milliseconds).catch(() => undefined);
    milliseconds = Math.min(2 * milliseconds, 4000);
    return found;
  });
}

/** Waits until Problems has findings of a file that are as a test wants them, and gives those of ours. */
export function whenProblems(
  uri: vscode.Uri,
  what: string,
  isWanted: (problems: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return waitFor(`the problems of ${uri.path} ${what}`, () => {
    const ours = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Audit Log');
    return isWanted(ours) ? ours : undefined;
  });
}

/** The code of a finding, without its link. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : '';
}

/** The stretch that a piece of text takes within a text, as VS Code counts lines and columns. */
export function rangeOf(text: string, piece: string, nth = 0): vscode.Range {
  let start = text.indexOf(piece);
  for (let count = 0; count < nth; count += 1) {
    start = text.indexOf(piece, start + 1);
  }
  expectTrue(start >= 0, `the text holds ${piece}`);
  return new vscode.Range(positionAt(text, start), positionAt(text, start + piece.length));
}

function positionAt(text: string, offset: number): vscode.Position {
  const lines = text.slice(0, offset).split('\n');
  return new vscode.Position(lines.length - 1, lines.at(-1)?.length ?? 0);
}

export function rangeText({ start, end }: vscode.Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}

/** The address of what the active tab shows, and in which editor. */
export function activeTab(): { readonly uri: string; readonly editor: string } | undefined {
  const input: unknown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputCustom) {
    return { uri: input.uri.toString(), editor: input.viewType };
  }
  return input instanceof vscode.TabInputText ? { uri: input.uri.toString(), editor: 'text' } : undefined;
}
