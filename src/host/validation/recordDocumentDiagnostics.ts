import * as vscode from 'vscode';
import type { PlacedFinding, PlacedFindings } from '../../protocol/answers/findings.ts';
import { mapInTurns } from '../lifetime/mapInTurns.ts';
import { type OutsideText, outsideText } from './outsideText.ts';
import { rangeWithin } from '../base/rangeWithin.ts';
import { recordUri } from '../base/recordAddress.ts';
import { cutNote, kindNotes, maxAtOnce, relatedPlace, relatedRecord, toDiagnostic } from './toDiagnostics.ts';
import { toRange } from '../base/toRange.ts';

/** The diagnostics of one document. */
export interface DocumentDiagnostics {
  readonly uri: vscode.Uri;
  readonly diagnostics: vscode.Diagnostic[];
}

/**
 * The findings of a log that is not open as text, each on the document of its record, so that a click shows the value and
 * not the timeline, or the bytes of an archive. Those of no record have a document of their own, which also says how many
 * findings there are.
 */
export async function recordDocumentDiagnostics(
  log: vscode.Uri,
  placed: PlacedFindings,
  isPacked: boolean,
  extensionUri: vscode.Uri,
): Promise<readonly DocumentDiagnostics[]> {
  // In the turn in which the answer came, as the first number in words has the language's rules loaded.
  const cut = cutNote(placed);
  const outside = outsideText(log, placed, isPacked);
  const found = await mapInTurns(placed.findings, maxAtOnce, (finding) => ({
    index: finding.record?.index ?? null,
    diagnostic:
      finding.record === null ? outsideDiagnostic(log, finding, outside, extensionUri) : recordDiagnostic(log, finding, extensionUri),
  }));
  const kinds = kindNotes(log, placed).map(({ finding, note }) => {
    const { record, recordStart, range, ref } = finding;
    const within = record === null ? outside.ranges.get(ref.finding)! : recordStart === null ? range : rangeWithin(range, recordStart);
    return { index: record?.index ?? null, diagnostic: note(toRange(within)) };
  });
  const notes = [...kinds, ...(cut === undefined ? [] : [{ index: null, diagnostic: cut }])];
  const documents = new Map<number | null, DocumentDiagnostics>();
  for (const { index, diagnostic } of [...found, ...notes]) {
    const document = documents.get(index) ?? { uri: recordUri({ log, source: 0, index }), diagnostics: [] };
    documents.set(index, document);
    document.diagnostics.push(diagnostic);
  }
  return [...documents.values()];
}

/** A finding of no record on the document of all such findings. */
function outsideDiagnostic(
  log: vscode.Uri,
  finding: PlacedFinding,
  { ranges, furtherRanges }: OutsideText,
  extensionUri: vscode.Uri,
): vscode.Diagnostic {
  const { finding: number } = finding.ref;
  const related = (furtherRanges.get(number) ?? []).map((range, index) =>
    relatedPlace(recordUri({ log, source: 0, index: null }), finding.relatedPlaces[index]!.message, toRange(range)),
  );
  return toDiagnostic(finding, toRange(ranges.get(number)!), related, extensionUri);
}

/** A finding on the document of its record. */
export function recordDiagnostic(log: vscode.Uri, finding: PlacedFinding, extensionUri: vscode.Uri): vscode.Diagnostic {
  const { range, recordStart } = finding;
  const within = recordStart === null ? range : rangeWithin(range, recordStart);
  return toDiagnostic(finding, toRange(within), relatedIn(log, finding), extensionUri);
}

/** The record that a finding refers to, in its own document, and further places in the document of the finding. */
function relatedIn(log: vscode.Uri, finding: PlacedFinding): vscode.DiagnosticRelatedInformation[] {
  const { record, recordStart, related, relatedRange, relatedPlaces } = finding;
  const ofRecord =
    related === null || relatedRange === null
      ? []
      : [relatedRecord(new vscode.Location(recordUri({ log, ...related }), toRange(rangeWithin(relatedRange, relatedRange))))];
  const ofPlaces =
    record === null || recordStart === null
      ? []
      : relatedPlaces.map(({ message, range }) =>
          relatedPlace(recordUri({ log, ...record }), message, toRange(rangeWithin(range, recordStart))),
        );
  return [...ofRecord, ...ofPlaces];
}
