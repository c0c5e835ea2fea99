import * as vscode from 'vscode';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import { recordAddress } from '../base/recordAddress.ts';
import type { Timelines } from './timelines.ts';

/**
 * Has the timeline of a log choose the record whose document is looked at: after a click in Problems both name the same
 * record. Its filter and its page stay what they are.
 */
export function followRecordDocuments(timelines: Timelines): Disposable {
  const follow = ({ uri }: vscode.TextDocument): void => {
    const address = recordAddress(uri);
    if (address === undefined || address.index === null) {
      return;
    }
    const ref = { source: address.source, index: address.index };
    const view = timelines.nearest(address.log.toString());
    const selected = view?.state.selected;
    if (selected?.source !== ref.source || selected.index !== ref.index) {
      void view?.apply({ kind: 'select', ref });
    }
  };
  const owned = new Disposables();
  owned.add(vscode.window.onDidChangeActiveTextEditor((editor) => editor !== undefined && follow(editor.document)));
  // A click in Problems on a document that is in view already moves no more than its selection. That which moves because the
  // text has changed is of no kind.
  owned.add(vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => kind !== undefined && follow(textEditor.document)));
  return owned;
}
