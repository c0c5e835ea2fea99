import * as vscode from 'vscode';
import { looksLikeAuditLog } from '../../core/formats/sniff.ts';
import { debounce } from '../lifetime/debounce.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import type { LogSessions } from '../sessions/logSessions.ts';
import type { LogProblems } from '../validation/logProblems.ts';
import { excerptScheme } from '../base/excerptAddress.ts';
import { comparedScheme, recordScheme } from '../base/recordAddress.ts';
import type { LogTextDocuments } from './logTextDocument.ts';
import { RecognisedDocument } from './recognisedDocument.ts';

/** The languages in which audit logs are opened as text. */
export const logLanguages: readonly string[] = ['json', 'jsonl', 'log'];

/** How much of a document is looked at, in UTF-16 units. */
const sniffedLength = 65_536;

/** Text that is the old side of a comparison, that a program writes all the time, or that has its findings from its log. */
const ignoredSchemes: ReadonlySet<string> = new Set(['git', 'output', recordScheme, comparedScheme, excerptScheme]);

const pause = 500;

/** The text documents that hold audit logs. Until the first is found, nothing but the beginnings of documents is looked at. */
export class RecognisedDocuments implements LogTextDocuments, Disposable {
  readonly #sessions: LogSessions;
  readonly #problems: LogProblems;
  readonly #found = new Map<vscode.TextDocument, RecognisedDocument>();
  readonly #changed: () => void;
  readonly #owned = new Disposables();
  readonly #lookAgain = new Set<vscode.TextDocument>();
  readonly #lookSoon = this.#owned.add(debounce(() => this.#lookAtEdited(), pause));

  /** `changed` is called when a document is recognised or closed, and when more is known of its log. */
  constructor(sessions: LogSessions, problems: LogProblems, changed: () => void) {
    this.#sessions = sessions;
    this.#problems = problems;
    this.#changed = changed;
    const { workspace } = vscode;
    this.#owned.add(workspace.onDidOpenTextDocument((document) => this.#look(document)));
    this.#owned.add(workspace.onDidCloseTextDocument((document) => this.#forget(document)));
    this.#owned.add(workspace.onDidChangeTextDocument((event) => this.#edited(event)));
    this.#owned.add(workspace.onDidSaveTextDocument((document) => this.#found.get(document)?.saved()));
    workspace.textDocuments.forEach((document) => this.#look(document));
  }

  get isEmpty(): boolean {
    return this.#found.size === 0;
  }

  get all(): readonly RecognisedDocument[] {
    return [...this.#found.values()];
  }

  of(document: vscode.TextDocument): RecognisedDocument | undefined {
    return this.#found.get(document);
  }

  dispose(): void {
    for (const document of this.#found.keys()) {
      this.#forget(document);
    }
    this.#owned.dispose();
  }

  #look(document: vscode.TextDocument): void {
    if (!logLanguages.includes(document.languageId) || ignoredSchemes.has(document.uri.scheme)) {
      return;
    }
    const beginning = document.getText(new vscode.Range(new vscode.Position(0, 0), document.positionAt(sniffedLength)));
    const isLog = looksLikeAuditLog(beginning);
    if (isLog && !this.#found.has(document)) {
      this.#found.set(document, new RecognisedDocument(document, this.#sessions, this.#problems, this.#changed));
      this.#changed();
    } else if (!isLog) {
      this.#forget(document);
    }
  }

  #forget(document: vscode.TextDocument): void {
    this.#lookAgain.delete(document);
    const found = this.#found.get(document);
    if (found !== undefined) {
      this.#found.delete(document);
      found.dispose();
      this.#changed();
    }
  }

  #edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    this.#found.get(document)?.edited(contentChanges);
    if (contentChanges.length > 0 && logLanguages.includes(document.languageId)) {
      this.#lookAgain.add(document);
      this.#lookSoon();
    }
  }

  #lookAtEdited(): void {
    const documents = [...this.#lookAgain];
    this.#lookAgain.clear();
    for (const document of documents) {
      this.#look(document);
    }
  }
}
