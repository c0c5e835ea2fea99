import * as vscode from 'vscode';
import type { Snapshot } from '../../protocol/answers/snapshot.ts';
import type { RecordRef } from '../../protocol/reference.ts';
import { answerOf } from '../engine/whenRead.ts';
import { Disposables } from '../lifetime/disposables.ts';
import type { TextEdit, TextPlace } from './movedPosition.ts';
import { movedStretch, type TextStretch } from './movedStretch.ts';
import type { TimelineView } from './timelineView.ts';

/** The selected record, where it was in the text before the first of the edits since. */
interface Followed {
  readonly ref: RecordRef;
  readonly place: Promise<TextStretch | undefined>;
  /** Number of the reading that the place is of. */
  readonly reading: number;
  readonly edits: TextEdit[];
  /** How many of the edits are in the text that the engine reads now, or reads next. */
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
    this.#owned.add(view.session.onSnapshot((snapshot) => this.#read(snapshot)));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #edited(edits: readonly TextEdit[]): void {
    const { state, session } = this.#view;
    if (this.#followed === undefined && state.selected !== null && session.snapshot?.complete === true) {
      const { reading } = session.snapshot;
      this.#reading = reading;
      this.#followed = { ref: state.selected, place: this.#locate(state.selected), reading, edits: [], heard: 0 };
    }
    this.#followed?.edits.push(...edits);
  }

  #read({ reading, complete }: Snapshot): void {
    const followed = this.#followed;
    const isAnew = reading !== this.#reading;
    this.#reading = reading;
    if (followed === undefined) {
      return;
    }
    if (isAnew) {
      followed.heard = followed.edits.length;
    }
    if (!complete) {
      return;
    }
    if (reading === followed.reading) {
      // The text has only grown: all records keep their numbers.
      this.#followed = undefined;
    } else if (followed.heard === followed.edits.length) {
      this.#followed = undefined;
      // The timeline was closed meanwhile, or the log has become one that cannot be read.
      this.#select(followed).catch(() => undefined);
    } else {
      // Edits came while the engine was reading: it looks at the text once more.
      followed.heard = followed.edits.length;
    }
  }

  async #locate(record: RecordRef): Promise<TextStretch | undefined> {
    // Once the log is being read anew, the place would be one of the edited text.
    const outcome = await this.#view.session.request('locate', { record }, this.#view.signal);
    if (outcome.status !== 'ok') {
      return undefined;
    }
    const { startLine, startColumn, endLine, endColumn } = outcome.answer.range;
    return { start: { line: startLine, character: startColumn }, end: { line: endLine, character: endColumn } };
  }

  /** Selects the record that is now where it was, or none where it was deleted, unless another one was selected meanwhile. */
  async #select({ ref, edits, place: located }: Followed): Promise<void> {
    const place = await located;
    if (place === undefined) {
      return;
    }
    const moved = edits.reduce<TextStretch | undefined>((at, edit) => at && movedStretch(at, edit), place);
    const record = moved === undefined ? null : await this.#recordAt(ref.source, moved.start);
    const { selected } = this.#view.state;
    const isStillSelected = selected?.index === ref.index && selected.source === ref.source;
    if (isStillSelected && (moved === undefined || (record !== null && record.index !== ref.index))) {
      await this.#view.apply({ kind: 'select', ref: record });
    }
  }

  async #recordAt(source: number, { line, character }: TextPlace): Promise<RecordRef | null> {
    const { record } = await answerOf(this.#view.session, 'recordAt', { source, line, column: character }, this.#view.signal);
    return record;
  }
}
