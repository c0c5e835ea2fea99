import * as vscode from 'vscode';
import type { Location } from '../../protocol/answers/places.ts';
import type { SourceSummary } from '../../protocol/answers/snapshot.ts';
import type { RecordRef } from '../../protocol/reference.ts';
import { say } from '../../protocol/say.ts';
import type { SourcePlace } from '../../protocol/viewMessages.ts';
import { surroundingRecords } from '../base/excerptChoice.ts';
import type { EngineSession } from '../engine/engineSession.ts';
import type { Excerpts } from '../recordDocuments/excerpts.ts';
import type { RecordDocuments } from '../recordDocuments/recordDocuments.ts';
import { isCompressed } from '../sessions/isCompressed.ts';
import { showSource } from './showSource.ts';

/** A log whose text is to be shown, and where. */
export interface ShownLog {
  readonly uri: vscode.Uri;
  readonly session: EngineSession;
  readonly viewColumn: vscode.ViewColumn | undefined;
  readonly selected: RecordRef | null;
  readonly signal: AbortSignal;
  readonly excerpts: Excerpts;
  readonly recordDocuments: RecordDocuments;
}

/** VS Code hands extensions no longer text: its editor would have no hovers and no squiggles. Bytes. */
const maxText = 50 * 1024 * 1024;

/** In place of a text that cannot be shown, records are with so many before and after them. */
const recordsAround = 10;

/** Shows a place of a log in its text, or all of it; where the log has no text as a whole, that of some records. */
export async function openSource(log: ShownLog, at: SourcePlace | null): Promise<void> {
  const place = at ?? (isPacked(log) ? { record: log.selected ?? { source: 0, index: 0 } } : null);
  if (place === null) {
    await showSource(log.uri, log.viewColumn, null);
    return;
  }
  const located = await log.session.request('locate', place, log.signal);
  if (located.status === 'error') {
    void vscode.window.showErrorMessage(say(located.message));
  } else if (located.status === 'restarted') {
    await openSource(log, at);
  } else if (located.status === 'ok') {
    await showPlace(log, place, located.answer);
  }
}

async function showPlace(log: ShownLog, place: SourcePlace, { source, record, range }: Location): Promise<void> {
  const { uri, viewColumn } = log;
  const sources = log.session.snapshot?.sources ?? [];
  if (record !== null && (isPacked(log) || isTooLarge(sources[source]))) {
    const choice = surroundingRecords(record, recordsAround, sources);
    await log.excerpts.show({ log: uri, choice }, viewColumn, { source, range });
  } else if (isPacked(log)) {
    await log.recordDocuments.show({ log: uri, source, index: null }, viewColumn, 'finding' in place ? { ...place.finding, range } : null);
  } else {
    await showSource(uri, viewColumn, range);
  }
}

function isPacked({ session: { snapshot } }: ShownLog): boolean {
  return snapshot !== null && snapshot.records > 0 && isCompressed(snapshot);
}

function isTooLarge(source: SourceSummary | undefined): boolean {
  return source !== undefined && source.decodedBytes > maxText;
}
