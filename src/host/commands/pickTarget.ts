import * as vscode from 'vscode';
import { text } from '../../protocol/guards.ts';

const isPath = text(10_000);

/** A file that a command is handed over: an address, or a path that may begin at the folder of the log; undefined where it is none. */
export function targetOf(log: vscode.Uri, target: unknown): vscode.Uri | undefined {
  if (target instanceof vscode.Uri) {
    return target;
  }
  if (!isPath(target) || target.trim() === '') {
    return undefined;
  }
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(target)) {
    return vscode.Uri.parse(target);
  }
  const folder = folderFor(log);
  const isAbsolute = /^(?:[/\\]|[a-z]:[/\\])/i.test(target);
  return isAbsolute
    ? (folder ?? vscode.Uri.file('/')).with({ path: vscode.Uri.file(target).path })
    : folder && vscode.Uri.joinPath(folder, target);
}

/** What is proposed for a file that the user names. */
export interface ProposedFile {
  readonly title: string;
  readonly name: string;
  /** What such files are called, and the ends of their names, the usual one first. */
  readonly kind: string;
  readonly extensions: readonly string[];
}

/** The file that the user names; undefined if they turn away. */
export async function pickTarget(log: vscode.Uri, { title, name, kind, extensions }: ProposedFile): Promise<vscode.Uri | undefined> {
  const folder = folderFor(log);
  return vscode.window.showSaveDialog({
    title,
    saveLabel: vscode.l10n.t('Export'),
    filters: { [kind]: [...extensions] },
    ...(folder !== undefined && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
}

/** The last part of a path. */
export function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Where files are written beside a log: its own folder, or that of the workspace where the log is in no file or cannot be written beside. */
function folderFor(log: vscode.Uri): vscode.Uri | undefined {
  return vscode.workspace.fs.isWritableFileSystem(log.scheme) === true
    ? vscode.Uri.joinPath(log, '..')
    : vscode.workspace.workspaceFolders?.[0]?.uri;
}
