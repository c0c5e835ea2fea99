import * as vscode from 'vscode';
import { watchFile } from '../base/watchFile.ts';
import { debounce } from '../lifetime/debounce.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';

/** A log is often written in many small steps. */
const quiet = 300;
/** One that is written all the time is looked at this often all the same, in milliseconds. */
const maxWait = 1000;

/** What becomes of a log that is open. */
export interface LogChanges {
  /** Its file was written, perhaps only at its end. */
  readonly written: () => void;
  /** Its text was edited, anywhere, or its edits were saved or given up. */
  readonly edited: () => void;
}

/** Says when the content of a log has changed, once it has been left alone for a moment or goes on changing. */
export function watchLog(uri: vscode.Uri, { written, edited }: LogChanges): Disposable {
  const owned = new Disposables();
  const isOurs = (other: vscode.Uri): boolean => other.toString() === uri.toString();
  const isEdited = owned.add(debounce(edited, quiet, maxWait));
  if (uri.scheme === 'untitled') {
    owned.add(vscode.workspace.onDidChangeTextDocument(({ document }) => isOurs(document.uri) && isEdited()));
    // Once it is closed it stays as it was read. With the window it comes back when its editor is shown.
    owned.add(vscode.workspace.onDidOpenTextDocument((document) => isOurs(document.uri) && isEdited()));
    return owned;
  }
  let hasEdits = vscode.workspace.textDocuments.some(({ uri: other, isDirty }) => isOurs(other) && isDirty);
  const follow = (isDirty: boolean): void => {
    // Text without edits is that of the file, which is watched.
    if (isDirty || hasEdits) {
      hasEdits = isDirty;
      isEdited();
    }
  };
  owned.add(vscode.workspace.onDidChangeTextDocument(({ document }) => isOurs(document.uri) && follow(document.isDirty)));
  // Edits that are given up with the editor go without a change.
  owned.add(vscode.workspace.onDidCloseTextDocument((document) => isOurs(document.uri) && follow(false)));
  const isWritten = owned.add(debounce(written, quiet, maxWait));
  // A log that is deleted stays as it was read.
  owned.add(watchFile(uri, isWritten));
  return owned;
}
