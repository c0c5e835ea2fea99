import * as vscode from 'vscode';
import type { PlacedFinding, PlacedFindings, Severity } from '../../protocol/answers.ts';
import { say } from '../../protocol/say.ts';
import { numberText } from '../countText.ts';
import { findingPage } from './findingPage.ts';
import { toRange } from './toRange.ts';

/**
 * Findings as VS Code shows them, their codes linked to the pages of the extension. Of more than `limit` all but the last
 * place are used, which says how many there are.
 */
export function toDiagnostics(
  uri: vscode.Uri,
  { findings, total }: PlacedFindings,
  limit: number,
  extensionUri: vscode.Uri,
): vscode.Diagnostic[] {
  if (total <= limit) {
    return findings.map((finding) => toDiagnostic(uri, finding, extensionUri));
  }
  const shown = findings.slice(0, limit - 1);
  const sentence = vscode.l10n.t(
    '{0} of {1} findings are shown here. The timeline lists all of them.',
    numberText(shown.length),
    numberText(total),
  );
  const note = new vscode.Diagnostic(new vscode.Range(0, 0, 0, 0), sentence, vscode.DiagnosticSeverity.Information);
  note.source = sourceName;
  return [...shown.map((finding) => toDiagnostic(uri, finding, extensionUri)), note];
}

const sourceName = 'Audit Log';

function toDiagnostic(uri: vscode.Uri, finding: PlacedFinding, extensionUri: vscode.Uri): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(finding.range), say(finding.message), severityOf(finding.severity));
  diagnostic.source = sourceName;
  diagnostic.code = { value: finding.code, target: findingPage(extensionUri, finding.code) };
  if (finding.relatedRange !== null) {
    const place = new vscode.Location(uri, toRange(finding.relatedRange));
    diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(place, vscode.l10n.t('The record that it refers to'))];
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
