import * as vscode from 'vscode';
import { debounce } from '../lifetime/debounce.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';

/** A log is often written in many small steps. */
const quiet = 300;
/** One that is written all the time is looked at this often all the same, in milliseconds. */
const maxWait = 1000;

/** Calls `changed` when the content of a log has changed, once it has been left alone for a moment or goes on changing. */
export function watchLog(uri: vscode.Uri, changed: () => void): Disposable {
  const owned = new Disposables();
  const due = owned.add(debounce(changed, quiet, maxWait));
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
