import * as vscode from 'vscode';
import type { RecordRef } from '../../protocol/reference.ts';
import type { EngineSession } from '../engine/engineSession.ts';
import { answerOf, whenRead } from '../engine/whenRead.ts';
import type { LogSessions } from '../sessions/logSessions.ts';
import { textSource } from '../sessions/readSources.ts';
import { recordAddress } from '../base/recordAddress.ts';
import type { TimelineView } from '../editor/timelineView.ts';

/** Where a user is in the text of a log: in the document of a record, or at the cursor of the text itself. */
export type TextPlace =
  | { readonly kind: 'record'; readonly ref: RecordRef }
  | { readonly kind: 'cursor'; readonly document: vscode.TextDocument; readonly position: vscode.Position; readonly isEdited: boolean };

/** Where the user is in a text. Undefined in what belongs to no record, and where VS Code gives no cursor (above 50 MB). */
export function findTextPlace(uri: vscode.Uri): TextPlace | undefined {
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
  return { kind: 'cursor', document, position: selection.isEmpty ? selection.active : selection.start, isEdited: document.isDirty };
}

/** The record of the log at such a place, once the log has been read; undefined where there is none, which is said if it is no fault. */
export async function recordOf(place: TextPlace, view: TimelineView, sessions: LogSessions): Promise<RecordRef | undefined> {
  if (place.kind === 'record') {
    return place.ref;
  }
  try {
    const { document, position, isEdited } = place;
    return await (isEdited ? recordOfEdited(document, position, view, sessions) : recordAt(view.session, position, view.signal));
  } catch (error) {
    // The timeline was closed meanwhile.
    if (error instanceof vscode.CancellationError) {
      return undefined;
    }
    throw error;
  }
}

async function recordAt(session: EngineSession, { line, character }: vscode.Position, signal: AbortSignal): Promise<RecordRef | undefined> {
  await whenRead(session, signal);
  if (session.snapshot?.problem !== null) {
    return undefined;
  }
  const { record } = await answerOf(session, 'recordAt', { source: 0, line, column: character }, signal);
  return record ?? undefined;
}

/**
 * The record of the timeline that reads like the one at the cursor of a text with edits. The timeline may not have read the last
 * edits yet, which may have added or removed records, so that it is looked for as far from the beginning as in the text, and as far
 * from the end.
 */
async function recordOfEdited(
  document: vscode.TextDocument,
  position: vscode.Position,
  view: TimelineView,
  sessions: LogSessions,
): Promise<RecordRef | undefined> {
  const lease = sessions.acquireOwn(async () => [textSource(document)]);
  const { session: edited } = lease;
  try {
    const ref = await recordAt(edited, position, view.signal);
    if (ref === undefined) {
      return undefined;
    }
    await whenRead(view.session, view.signal);
    const { text } = await answerOf(edited, 'record', { ref }, view.signal);
    const [records, editedRecords] = [view.session.snapshot?.records ?? 0, edited.snapshot?.records ?? 0];
    for (const index of new Set([ref.index, ref.index + records - editedRecords])) {
      const candidate = { source: ref.source, index };
      if (index >= 0 && index < records && (await answerOf(view.session, 'record', { ref: candidate }, view.signal)).text === text) {
        return candidate;
      }
    }
  } finally {
    lease.dispose();
  }
  void vscode.window.showInformationMessage(vscode.l10n.t('The record at the cursor is not in the timeline yet.'));
  return undefined;
}
