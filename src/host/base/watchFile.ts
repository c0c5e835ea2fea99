import * as vscode from 'vscode';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';

/** Says when a file is written, and, if wanted, when it goes. A watcher of its own also sees files outside of the workspace. */
export function watchFile(uri: vscode.Uri, written: () => void, deleted?: () => void): Disposable {
  const owned = new Disposables();
  const isOurs = (other: vscode.Uri): boolean => other.toString() === uri.toString();
  const watcher = owned.add(vscode.workspace.createFileSystemWatcher(patternFor(uri)));
  owned.add(watcher.onDidChange((other) => isOurs(other) && written()));
  // Programs that write a file anew often delete and create it.
  owned.add(watcher.onDidCreate((other) => isOurs(other) && written()));
  if (deleted !== undefined) {
    owned.add(watcher.onDidDelete((other) => isOurs(other) && deleted()));
  }
  return owned;
}

function patternFor(uri: vscode.Uri): vscode.RelativePattern {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  // Such names would be read as patterns, and there is no way to quote them all.
  return new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), /[[\]{}*?]/.test(name) ? '*' : name);
}
