import * as vscode from 'vscode';
import type { RecordRef } from '../../protocol/reference.ts';
import { answerOf } from '../engine/whenRead.ts';
import { Disposables } from '../lifetime/disposables.ts';
import { movedPosition, type TextEdit, type TextPlace } from './movedPosition.ts';
import type { TimelineView } from './timelineView.ts';

/** The selected record, where it was in the text before the first of the edits since. */
interface Followed {
  readonly ref: RecordRef;
  readonly place: Promise<vscode.Position | undefined>;
  readonly edits: TextEdit[];
  /** How many of the edits the engine has heard of when it began to read the text again. */
  heard: number;
}

/**
 * Keeps the same record selected while the text of a log is edited: records before it come and go, so that it has another number once
 * the text has been read again.
 */
export class MovedSelection implements vscode.Disposable {
  readonly #view: TimelineView;
  readonly #owned = new Disposables();
  /** Undefined while the engine has read all edits. */
  #followed: Followed | undefined;
  #reading: number | undefined;

  constructor(view: TimelineView) {
    this.#view = view;
    this.#owned.add(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document.uri.toString() === view.uri.toString() && contentChanges.length > 0) {
          this.#edited(contentChanges);
        }
      }),
    );
    this.#owned.add(
      view.session.onSnapshot(({ reading, complete }) => {
        if (reading !== this.#reading && this.#followed !== undefined) {
          this.#followed.heard = this.#followed.edits.length;
        }
        this.#reading = reading;
        if (complete) {
          // The timeline was closed meanwhile, or the log has become one that cannot be read.
          this.#settle().catch(() => undefined);
        }
      }),
    );
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #edited(edits: readonly TextEdit[]): void {
    const { state, session } = this.#view;
    if (this.#followed === undefined && state.selected !== null && session.snapshot?.complete === true) {
      this.#reading = session.snapshot.reading;
      this.#followed = { ref: state.selected, place: this.#locate(state.selected), edits: [], heard: 0 };
    }
    this.#followed?.edits.push(...edits);
  }

  async #locate(record: RecordRef): Promise<vscode.Position | undefined> {
    try {
      const { range } = await answerOf(this.#view.session, 'locate', { record }, this.#view.signal);
      return new vscode.Position(range.startLine, range.startColumn);
    } catch {
      return undefined;
    }
  }

  /** The text has been read: selects the record where it is now, unless another one was selected meanwhile, or it is gone. */
  async #settle(): Promise<void> {
    const followed = this.#followed;
    if (followed === undefined || followed.heard < followed.edits.length) {
      return;
    }
    this.#followed = undefined;
    const { ref, edits } = followed;
    const place = await followed.place;
    if (place === undefined) {
      return;
    }
    const { line, character } = edits.reduce<TextPlace>(movedPosition, place);
    const { record } = await answerOf(this.#view.session, 'recordAt', { source: ref.source, line, column: character }, this.#view.signal);
    const { selected } = this.#view.state;
    if (record !== null && selected?.index === ref.index && selected.source === ref.source && record.index !== ref.index) {
      await this.#view.apply({ kind: 'select', ref: record });
    }
  }
}
