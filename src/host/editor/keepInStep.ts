import * as vscode from 'vscode';
import type { RecordRef } from '../../protocol/reference.ts';
import { toRange } from '../base/toRange.ts';
import { debounce } from '../lifetime/debounce.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import type { Timelines } from './timelines.ts';
import type { TimelineView } from './timelineView.ts';

/** While somebody moves through a text, its timeline follows when they pause. Milliseconds. */
const pause = 150;

/**
 * Keeps the text and the timeline of a log that are side by side at the same record: the timeline selects the record at the cursor
 * that the user moves, and the text shows the record that is selected in the timeline. What moves because the other one did is not
 * followed back.
 */
export class KeepInStep implements Disposable {
  readonly #timelines: Timelines;
  readonly #owned = new Disposables();
  readonly #followSoon = this.#owned.add(debounce(() => void this.#followCursor(), pause));
  #moved: vscode.TextEditor | undefined;
  /** What the timeline selects for the cursor: that may have gone on meanwhile, and is not taken back. */
  #followed: RecordRef | undefined;
  /** The newest question counts. */
  #asking = new AbortController();

  constructor(timelines: Timelines) {
    this.#timelines = timelines;
    this.#owned.add(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
        // What the text does for the timeline, or because its content has changed, is of no kind or of that of commands.
        if (kind === vscode.TextEditorSelectionChangeKind.Mouse || kind === vscode.TextEditorSelectionChangeKind.Keyboard) {
          this.#moved = textEditor;
          this.#followSoon();
        }
      }),
    );
  }

  /** Has the text that is beside a timeline show the record that was selected there. */
  async selected(view: TimelineView, ref: RecordRef): Promise<void> {
    const followed = this.#followed;
    this.#followed = undefined;
    const editor = textBeside(view);
    if (editor === undefined || (followed !== undefined && isSame(followed, ref))) {
      return;
    }
    const located = await view.session.request('locate', { record: ref }, this.#ask());
    if (located.status !== 'ok' || editor.document.isDirty) {
      return;
    }
    const range = toRange(located.answer.range);
    if (!range.contains(editor.selection.active)) {
      editor.selection = new vscode.Selection(range.start, range.start);
      editor.revealRange(new vscode.Range(range.start, range.start), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
  }

  dispose(): void {
    this.#asking.abort();
    this.#owned.dispose();
  }

  async #followCursor(): Promise<void> {
    const editor = this.#moved;
    this.#moved = undefined;
    const view = editor && this.#timelines.nearest(editor.document.uri.toString());
    // Edits that are in no file are in the session of the text only.
    if (editor === undefined || view === undefined || textBeside(view) !== editor || editor.document.isDirty) {
      return;
    }
    const { line, character } = editor.selection.active;
    const at = await view.session.request('recordAt', { source: 0, line, column: character }, this.#ask());
    const record = at.status === 'ok' ? at.answer.record : null;
    const { selected } = view.state;
    if (record !== null && (selected === null || !isSame(selected, record))) {
      this.#followed = record;
      await view.apply({ kind: 'select', ref: record });
    }
  }

  #ask(): AbortSignal {
    this.#asking.abort();
    this.#asking = new AbortController();
    return this.#asking.signal;
  }
}

function isSame(left: RecordRef, right: RecordRef): boolean {
  return left.source === right.source && left.index === right.index;
}

/** The text editor of the timeline's log, if both are in view. */
function textBeside(view: TimelineView): vscode.TextEditor | undefined {
  return view.isVisible
    ? vscode.window.visibleTextEditors.find(
        ({ document, viewColumn }) => document.uri.toString() === view.uri.toString() && viewColumn !== undefined,
      )
    : undefined;
}
