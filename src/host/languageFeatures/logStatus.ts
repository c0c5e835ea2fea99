import * as vscode from 'vscode';
import { findingsText, recordsText } from '../base/countText.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import type { LogTexts } from './logTexts.ts';

/**
 * How many records and findings the log of the active text has, as the status of its language and in the status bar, with a menu of
 * what leads on from there.
 */
export class LogStatus implements Disposable {
  readonly #texts: LogTexts;
  readonly #selector: vscode.DocumentSelector;
  readonly #owned = new Disposables();
  readonly #bar: vscode.StatusBarItem;
  /** Only while a text of a log is active: other files of its language have no such status. */
  #language: vscode.LanguageStatusItem | undefined;

  constructor(texts: LogTexts, selector: vscode.DocumentSelector) {
    this.#texts = texts;
    this.#selector = selector;
    this.#bar = this.#owned.add(vscode.window.createStatusBarItem('auditLog.text', vscode.StatusBarAlignment.Right, 99));
    this.#bar.name = vscode.l10n.t('Audit Log');
    this.#owned.add(texts.onDidChange(() => this.#show()));
    this.#owned.add(vscode.window.onDidChangeActiveTextEditor(() => this.#show()));
    this.#show();
  }

  dispose(): void {
    this.#language?.dispose();
    this.#owned.dispose();
  }

  #show(): void {
    const document = vscode.window.activeTextEditor?.document;
    const snapshot = document && this.#texts.of(document)?.session.snapshot;
    if (document === undefined || snapshot === undefined || snapshot === null || snapshot.problem !== null) {
      this.#language?.dispose();
      this.#language = undefined;
      this.#bar.hide();
      return;
    }
    const { error, warning, information } = snapshot.findings;
    const text = vscode.l10n.t('{0}, {1}', recordsText(snapshot.records), findingsText(error + warning + information));
    const command = { command: 'auditLog.text.showActions', title: vscode.l10n.t('Show Actions'), arguments: [document.uri.toString()] };
    this.#language ??= vscode.languages.createLanguageStatusItem('auditLog.text', this.#selector);
    this.#language.name = vscode.l10n.t('Audit Log');
    this.#language.text = text;
    this.#language.busy = !snapshot.complete;
    this.#language.command = command;
    this.#bar.text = text;
    this.#bar.tooltip = vscode.l10n.t('Records and findings of this audit log');
    this.#bar.command = command;
    this.#bar.show();
  }
}
