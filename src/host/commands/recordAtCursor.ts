import * as vscode from 'vscode';
import type { RecordRef } from '../../protocol/reference.ts';
import { answerOf, whenRead } from '../engine/whenRead.ts';
import { recordAddress } from '../base/recordAddress.ts';
import type { LogTexts } from '../languageFeatures/logTexts.ts';
import type { TimelineView } from '../editor/timelineView.ts';

/** Where a user is in the text of a log: in the document of a record, in an excerpt, or at the cursor of the text itself. */
export type TextPlace = { readonly kind: 'record'; readonly ref: RecordRef } | CursorPlace;

interface CursorPlace {
  readonly kind: 'cursor';
  readonly position: vscode.Position;
  /** Whether the text has edits that are in no file. */
  readonly isEdited: boolean;
}

/** Where the user is in a text. Undefined in what belongs to no record, and where VS Code gives no cursor (above 50 MB). */
export function findTextPlace(uri: vscode.Uri, texts: LogTexts): TextPlace | undefined {
  const address = recordAddress(uri);
  if (address !== undefined) {
    return address.index === null ? undefined : { kind: 'record', ref: { source: address.source, index: address.index } };
  }
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const key = uri.toString();
  const editor = [activeTextEditor, ...visibleTextEditors].find((candidate) => candidate?.document.uri.toString() === key);
  if (editor === undefined) {
    return undefined;
  }
  // A record that is selected from its beginning to its end is meant, and not the one that begins where it ends.
  const { document, selection } = editor;
  const position = selection.isEmpty ? selection.active : selection.start;
  const excerpt = texts.of(document)?.excerpt;
  if (excerpt !== undefined) {
    const ref = excerpt.recordAt(position.line);
    return ref && { kind: 'record', ref };
  }
  return { kind: 'cursor', position, isEdited: document.isDirty };
}

/** The record of the log at such a place, once the log has been read; undefined where there is none, which is said if it is no fault. */
export async function recordOf(place: TextPlace, view: TimelineView): Promise<RecordRef | undefined> {
  if (place.kind === 'record') {
    return place.ref;
  }
  try {
    return await recordAt(place, view);
  } catch (error) {
    // The timeline was closed meanwhile.
    if (error instanceof vscode.CancellationError) {
      return undefined;
    }
    throw error;
  }
}

async function recordAt({ position, isEdited }: CursorPlace, { session, signal }: TimelineView): Promise<RecordRef | undefined> {
  await whenRead(session, signal);
  if (isEdited) {
    // The last edits are perhaps not read yet, and move the records after them.
    const before = session.snapshot?.snapshot;
    void session.read();
    await whenRead(session, signal, before);
  }
  if (session.snapshot?.problem !== null) {
    return undefined;
  }
  const { line, character } = position;
  const { record } = await answerOf(session, 'recordAt', { source: 0, line, column: character }, signal);
  return record ?? undefined;
}
