import * as vscode from 'vscode';
import type { Message } from '../../core/finding/message.ts';
import type { Severity } from '../../core/finding/codes.ts';
import type { PlacedFinding, PlacedFindings } from '../../protocol/answers/findings.ts';
import { say } from '../../protocol/say.ts';
import { numberText } from '../base/countText.ts';
import { mapInTurns } from '../lifetime/mapInTurns.ts';
import { findingPage } from '../base/findingPage.ts';
import { toRange } from '../base/toRange.ts';

/** Findings that are made into diagnostics before others have their turn: a millisecond or two of work. */
export const maxAtOnce = 250;

/** Findings as VS Code shows them on the text that they are about. */
export async function toDiagnostics(uri: vscode.Uri, placed: PlacedFindings, extensionUri: vscode.Uri): Promise<vscode.Diagnostic[]> {
  // In the turn in which the answer came, as the first number in words has the language's rules loaded.
  const cut = cutNote(placed);
  const diagnostics = await mapInTurns(placed.findings, maxAtOnce, (finding) => {
    const ofRecord = finding.relatedRange === null ? [] : [relatedRecord(new vscode.Location(uri, toRange(finding.relatedRange)))];
    const ofPlaces = finding.relatedPlaces.map(({ message, range }) => relatedPlace(uri, message, toRange(range)));
    return toDiagnostic(finding, toRange(finding.range), [...ofRecord, ...ofPlaces], extensionUri);
  });
  const kinds = kindNotes(uri, placed).map(({ finding, note: add }) => add(toRange(finding.range)));
  return [...diagnostics, ...kinds, ...(cut === undefined ? [] : [cut])];
}

/** What is said where findings of a kind end of which there are more. */
interface KindNote {
  /** The last of the kind that is shown. */
  readonly finding: PlacedFinding;
  /** The diagnostic at a place. */
  readonly note: (range: vscode.Range) => vscode.Diagnostic;
}

/** A note for each kind of findings of which not all are shown; it leads to the findings of the log's timeline. */
export function kindNotes(log: vscode.Uri, { findings, more }: PlacedFindings): readonly KindNote[] {
  return more.flatMap(({ code, count }) => {
    const finding = findings.findLast((one) => one.code === code);
    const sentence = count === 1 ? vscode.l10n.t('1 more of this kind') : vscode.l10n.t('{0} more of this kind', numberText(count));
    const target = vscode.Uri.parse(`command:auditLog.text.showFindings?${encodeURIComponent(JSON.stringify([log.toString()]))}`);
    const kindNote = (range: vscode.Range): vscode.Diagnostic => {
      const diagnostic = new vscode.Diagnostic(range, sentence, severityOf(finding?.severity ?? 'information'));
      diagnostic.source = sourceName;
      diagnostic.code = { value: code, target };
      return diagnostic;
    };
    return finding === undefined ? [] : [{ finding, note: kindNote }];
  });
}

/** Says at the beginning of a text how many there are, where not all are shown. */
export function cutNote(placed: PlacedFindings): vscode.Diagnostic | undefined {
  if (placed.total <= placed.findings.length) {
    return undefined;
  }
  const sentence = vscode.l10n.t(
    '{0} of {1} findings are shown here. The timeline lists all of them.',
    numberText(placed.findings.length),
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
