import * as vscode from 'vscode';
import type { PlacedFinding, PlacedFindings } from '../../protocol/answers/findings.ts';
import { outsideText } from './outsideText.ts';
import { rangeWithin } from './rangeWithin.ts';
import { recordUri } from './recordAddress.ts';
import { cutNote, relatedPlace, relatedRecord, shownFindings, toDiagnostic } from './toDiagnostics.ts';
import { toRange } from './toRange.ts';

/** The diagnostics of one document. */
export interface DocumentDiagnostics {
  readonly uri: vscode.Uri;
  readonly diagnostics: vscode.Diagnostic[];
}

/**
 * The findings of a compressed log, each on the document of its record, so that a click shows the value and not the
 * bytes of the archive. Those of no record have a document of their own, which also says how many findings there are.
 */
export function compressedDiagnostics(log: vscode.Uri, placed: PlacedFindings, extensionUri: vscode.Uri): readonly DocumentDiagnostics[] {
  const documents = new Map<string, DocumentDiagnostics>();
  const add = (index: number | null, diagnostic: vscode.Diagnostic): void => {
    const uri = recordUri({ log, source: 0, index });
    const key = uri.toString();
    const document = documents.get(key) ?? { uri, diagnostics: [] };
    documents.set(key, document);
    document.diagnostics.push(diagnostic);
  };
  const outside = outsideText(log, placed);
  for (const finding of shownFindings(placed)) {
    const { record, ref } = finding;
    if (record === null) {
      const further = outside.furtherRanges.get(ref.finding) ?? [];
      const related = further.map((range, index) =>
        relatedPlace(recordUri({ log, source: 0, index: null }), finding.relatedPlaces[index]!.message, toRange(range)),
      );
      add(null, toDiagnostic(finding, toRange(outside.ranges.get(ref.finding)!), related, extensionUri));
    } else {
      add(record.index, recordDiagnostic(log, finding, extensionUri));
    }
  }
  const note = cutNote(placed);
  if (note !== undefined) {
    add(null, note);
  }
  return [...documents.values()];
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
