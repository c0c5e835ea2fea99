import * as vscode from 'vscode';
import type { PlacedFinding } from '../../protocol/answers/findings.ts';
import { bySource } from '../base/excerptChoice.ts';
import { mapInTurns } from '../lifetime/mapInTurns.ts';
import { locationOf, type LogTextDocument } from '../languageFeatures/logTextDocument.ts';
import { askFindings, maxDiagnostics } from '../validation/askFindings.ts';
import { cutNote, maxAtOnce, relatedPlace, relatedRecord, toDiagnostic } from '../validation/toDiagnostics.ts';

/** The findings of the records that an excerpt shows, each where it shows the value; undefined where the log could not be asked. */
export async function excerptDiagnostics(
  text: LogTextDocument,
  uri: vscode.Uri,
  extensionUri: vscode.Uri,
  signal: AbortSignal,
): Promise<vscode.Diagnostic[] | undefined> {
  const refs = (text.excerpt?.records ?? []).map(({ ref }) => ref);
  const all: vscode.Diagnostic[] = [];
  for (const asked of bySource(refs)) {
    const placed = await askFindings(text.session, text.log, asked, signal);
    if (placed.status !== 'ok') {
      return undefined;
    }
    const cut = cutNote(placed.answer);
    const found = await mapInTurns(placed.answer.findings, maxAtOnce, (finding) => diagnosticOf(text, uri, finding, extensionUri));
    all.push(...found.filter((one) => one !== undefined), ...(cut === undefined ? [] : [cut]));
  }
  return all.slice(0, maxDiagnostics);
}

function diagnosticOf(
  text: LogTextDocument,
  uri: vscode.Uri,
  finding: PlacedFinding,
  extensionUri: vscode.Uri,
): vscode.Diagnostic | undefined {
  const { record, range, pointer, related, relatedRange, relatedPlaces } = finding;
  const found = record === null ? undefined : text.toDocument(range, record.source);
  // What is about all of a record would underline dozens of lines: its first brace stands for it.
  const here = pointer === '' && found?.isSingleLine === false ? new vscode.Range(found.start, found.start.translate(0, 1)) : found;
  if (record === null || here === undefined) {
    return undefined;
  }
  const ofRecord =
    related === null || relatedRange === null ? [] : [relatedRecord(locationOf(text, uri, related, relatedRange, relatedRange))];
  const ofPlaces = relatedPlaces.flatMap((place) => {
    const within = text.toDocument(place.range, record.source);
    return within === undefined ? [] : [relatedPlace(uri, place.message, within)];
  });
  return toDiagnostic(finding, here, [...ofRecord, ...ofPlaces], extensionUri);
}
