import * as vscode from 'vscode';
import { debounce } from '../lifetime/debounce.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';

/** A log is often written in many small steps. */
const quiet = 300;

/** Calls `changed` when the content of a log has changed and has been left alone for a moment. */
export function watchLog(uri: vscode.Uri, changed: () => void): Disposable {
  const owned = new Disposables();
  const due = owned.add(debounce(changed, quiet));
  const isOurs = (other: vscode.Uri): boolean => other.toString() === uri.toString();
  if (uri.scheme === 'untitled') {
    owned.add(vscode.workspace.onDidChangeTextDocument(({ document }) => isOurs(document.uri) && due()));
    return owned;
  }
  const watcher = owned.add(vscode.workspace.createFileSystemWatcher(patternFor(uri)));
  owned.add(watcher.onDidChange((other) => isOurs(other) && due()));
  // Programs that write a file anew often delete and create it. A log that is deleted stays as it was read.
  owned.add(watcher.onDidCreate((other) => isOurs(other) && due()));
  return owned;
}

/** A watcher of its own for the one file also sees files outside of the workspace. */
function patternFor(uri: vscode.Uri): vscode.RelativePattern {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  // Such names would be read as patterns, and there is no way to quote them all.
  return new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), /[[\]{}*?]/.test(name) ? '*' : name);
}
