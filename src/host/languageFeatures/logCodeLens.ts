import * as vscode from 'vscode';
import type { Snapshot } from '../../protocol/answers/snapshot.ts';
import { findingsText, recordsText } from '../base/countText.ts';
import type { Disposable } from '../lifetime/disposables.ts';
import type { LogTexts } from './logTexts.ts';

/** Offers the timeline above the first line of text documents that were recognised as audit logs. */
export class LogCodeLens implements vscode.CodeLensProvider, Disposable {
  readonly #texts: LogTexts;
  readonly #changes = new vscode.EventEmitter<void>();
  readonly #subscription: Disposable;
  readonly onDidChangeCodeLenses = this.#changes.event;

  constructor(texts: LogTexts) {
    this.#texts = texts;
    this.#subscription = texts.onDidChange(() => this.#changes.fire());
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const text = this.#texts.of(document);
    // A comparison is of two records, each of which has its own document.
    if (text === undefined || text.record !== undefined) {
      return [];
    }
    const command = {
      command: 'auditLog.timeline.open',
      title: title(text.session.snapshot),
      arguments: [document.uri],
    };
    return [new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), command)];
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changes.dispose();
  }
}

function title(snapshot: Snapshot | null): string {
  if (snapshot?.complete !== true || snapshot.problem !== null) {
    return vscode.l10n.t('Open in Audit Log timeline');
  }
  const { error, warning, information } = snapshot.findings;
  return vscode.l10n.t('Open in Audit Log timeline — {0}, {1}', recordsText(snapshot.records), findingsText(error + warning + information));
}
