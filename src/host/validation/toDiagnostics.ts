import * as vscode from 'vscode';
import type { Message } from '../../core/finding/message.ts';
import type { Severity } from '../../core/finding/codes.ts';
import type { PlacedFinding, PlacedFindings } from '../../protocol/answers/findings.ts';
import { say } from '../../protocol/say.ts';
import { numberText } from '../base/countText.ts';
import { mapInTurns } from '../lifetime/mapInTurns.ts';
import { findingPage } from './findingPage.ts';
import { toRange } from '../base/toRange.ts';

/** VS Code keeps this many of one collection and one file; the last is needed to say that there are more. */
export const maxDiagnostics = 1000;

/** Findings that are made into diagnostics before others have their turn: a millisecond or two of work. */
export const maxAtOnce = 250;

/** Findings as VS Code shows them on the text that they are about. */
export async function toDiagnostics(uri: vscode.Uri, placed: PlacedFindings, extensionUri: vscode.Uri): Promise<vscode.Diagnostic[]> {
  // In the turn in which the answer came, as the first number in words has the language's rules loaded.
  const cut = cutNote(placed);
  const diagnostics = await mapInTurns(shownFindings(placed), maxAtOnce, (finding) => {
    const ofRecord = finding.relatedRange === null ? [] : [relatedRecord(new vscode.Location(uri, toRange(finding.relatedRange)))];
    const ofPlaces = finding.relatedPlaces.map(({ message, range }) => relatedPlace(uri, message, toRange(range)));
    return toDiagnostic(finding, toRange(finding.range), [...ofRecord, ...ofPlaces], extensionUri);
  });
  return cut === undefined ? diagnostics : [...diagnostics, cut];
}

/** The findings that there is room for. */
export function shownFindings({ findings, total }: PlacedFindings): readonly PlacedFinding[] {
  return total <= maxDiagnostics ? findings : findings.slice(0, maxDiagnostics - 1);
}

/** Says at the beginning of a text how many there are, where that is more than {@link shownFindings}. */
export function cutNote(placed: PlacedFindings): vscode.Diagnostic | undefined {
  if (placed.total <= maxDiagnostics) {
    return undefined;
  }
  const sentence = vscode.l10n.t(
    '{0} of {1} findings are shown here. The timeline lists all of them.',
    numberText(shownFindings(placed).length),
    numberText(placed.total),
  );
  return note(new vscode.Position(0, 0), sentence);
}

/** A remark that is no finding. */
export function note(at: vscode.Position, sentence: string): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(new vscode.Range(at, at), sentence, vscode.DiagnosticSeverity.Information);
  diagnostic.source = sourceName;
  return diagnostic;
}

/** What Problems says of who found it. */
export const sourceName = 'Audit Log';

/** The record that a finding refers to. */
export function relatedRecord(location: vscode.Location): vscode.DiagnosticRelatedInformation {
  return new vscode.DiagnosticRelatedInformation(location, vscode.l10n.t('The record that it refers to'));
}

/** A place within the record of a finding. */
export function relatedPlace(uri: vscode.Uri, sentence: Message, range: vscode.Range): vscode.DiagnosticRelatedInformation {
  return new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, range), say(sentence));
}

/** One finding at its place, its code linked to the page of the extension. */
export function toDiagnostic(
  { code, message, severity }: PlacedFinding,
  range: vscode.Range,
  related: vscode.DiagnosticRelatedInformation[],
  extensionUri: vscode.Uri,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, say(message), severityOf(severity));
  diagnostic.source = sourceName;
  diagnostic.code = { value: code, target: findingPage(extensionUri, code) };
  if (related.length > 0) {
    diagnostic.relatedInformation = related;
  }
  return diagnostic;
}

function severityOf(severity: Severity): vscode.DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return vscode.DiagnosticSeverity.Error;
    case 'warning':
      return vscode.DiagnosticSeverity.Warning;
    case 'information':
      return vscode.DiagnosticSeverity.Information;
  }
}
