import * as vscode from 'vscode';
import type { PlacedFindings, RecordDetail } from '../../protocol/answers.ts';
import type { RecordRef, TextRange } from '../../protocol/reference.ts';
import { numberText } from '../countText.ts';
import { answerOf, whenRead } from '../engine/whenRead.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import type { LogSessions } from '../sessions/logSessions.ts';
import { settings } from '../settings.ts';
import { rangeWithin, type TextStart } from './rangeWithin.ts';
import { recordAddress, recordScheme, recordUri } from './recordAddress.ts';
import { RecordHovers, type ShownRecord } from './recordHovers.ts';
import { signalOf } from './signalOf.ts';
import { toDiagnostics } from './toDiagnostics.ts';
import { toRange } from './toRange.ts';

/** Findings of one record that are shown at most. */
const limit = 1000;

interface OpenRecord extends ShownRecord {
  readonly owned: Disposables;
  start: TextStart | undefined;
  detail: RecordDetail | undefined;
}

/**
 * Read-only documents with the text of one record: what "go to source" shows of a log that is compressed, for which VS
 * Code has no text document. They have the record's findings and hovers, and follow the log when it is read again.
 */
export class RecordTexts implements vscode.TextDocumentContentProvider, Disposable {
  readonly #sessions: LogSessions;
  readonly #extensionUri: vscode.Uri;
  readonly #open = new Map<string, OpenRecord>();
  readonly #owned = new Disposables();
  #hasHovers = false;
  readonly #collection = this.#owned.add(vscode.languages.createDiagnosticCollection('auditLog.records'));
  readonly #changes = this.#owned.add(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.#changes.event;

  constructor(sessions: LogSessions, extensionUri: vscode.Uri) {
    this.#sessions = sessions;
    this.#extensionUri = extensionUri;
    this.#owned.add(vscode.workspace.registerTextDocumentContentProvider(recordScheme, this));
    this.#owned.add(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#close(uri)));
    // VS Code keeps a document for minutes after its last tab is gone; the log need not stay open for that.
    this.#owned.add(vscode.window.tabGroups.onDidChangeTabs(({ closed }) => closed.forEach((tab) => this.#tabClosed(tab))));
    this.#owned.add(settings.onDidChange(() => this.#tellAllFindings()));
  }

  /** Shows a record, with a stretch of the log's text selected in it. */
  async show(log: vscode.Uri, ref: RecordRef, viewColumn: vscode.ViewColumn | undefined, range: TextRange | null): Promise<void> {
    const uri = recordUri({ log, ref });
    const document = await vscode.workspace.openTextDocument(uri);
    if (!this.#open.has(uri.toString())) {
      // The document was still there, without its log: its text is asked for once more.
      this.#hold(uri);
      this.#changes.fire(uri);
    }
    const start = this.#open.get(uri.toString())?.start;
    await vscode.window.showTextDocument(document, {
      preview: false,
      ...(viewColumn === undefined ? {} : { viewColumn }),
      ...(range === null || start === undefined ? {} : { selection: document.validateRange(toRange(rangeWithin(range, start))) }),
    });
  }

  /** VS Code shows the message of what is thrown in place of the text. */
  async provideTextDocumentContent(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    const record = this.#hold(uri);
    const signal = signalOf(token);
    await whenRead(record.session, signal);
    const { range } = await answerOf(record.session, 'locate', { record: record.ref }, signal);
    record.detail = await answerOf(record.session, 'record', { ref: record.ref }, signal);
    record.start = range;
    void this.#tellFindings(uri, record);
    return record.detail.text;
  }

  dispose(): void {
    for (const { owned } of this.#open.values()) {
      owned.dispose();
    }
    this.#open.clear();
    this.#owned.dispose();
  }

  #hold(uri: vscode.Uri): OpenRecord {
    const key = uri.toString();
    const known = this.#open.get(key);
    if (known !== undefined) {
      return known;
    }
    const address = recordAddress(uri);
    if (address === undefined) {
      throw new Error(vscode.l10n.t('This is no address of a record.'));
    }
    this.#registerHovers();
    const owned = new Disposables();
    const { session } = owned.add(this.#sessions.acquire(address.log));
    const record: OpenRecord = { ...address, session, owned, start: undefined, detail: undefined };
    // The first text is being given when this is heard for the first time.
    owned.add(session.onSnapshot(({ complete }) => complete && record.start !== undefined && this.#changes.fire(uri)));
    this.#open.set(key, record);
    return record;
  }

  /** Nothing is registered before the first record is shown. */
  #registerHovers(): void {
    if (!this.#hasHovers) {
      this.#hasHovers = true;
      const hovers = new RecordHovers((uri) => this.#open.get(uri.toString()));
      this.#owned.add(vscode.languages.registerHoverProvider({ scheme: recordScheme }, hovers));
    }
  }

  #tabClosed({ input }: vscode.Tab): void {
    const uri = input instanceof vscode.TabInputText && input.uri.scheme === recordScheme ? input.uri : undefined;
    const isShown = vscode.window.tabGroups.all.some(({ tabs }) =>
      tabs.some((tab) => tab.input instanceof vscode.TabInputText && tab.input.uri.toString() === uri?.toString()),
    );
    if (uri !== undefined && !isShown) {
      this.#close(uri);
    }
  }

  #close(uri: vscode.Uri): void {
    const record = this.#open.get(uri.toString());
    if (record !== undefined) {
      this.#open.delete(uri.toString());
      this.#collection.delete(uri);
      record.owned.dispose();
    }
  }

  #tellAllFindings(): void {
    for (const [key, record] of this.#open) {
      void this.#tellFindings(vscode.Uri.parse(key, true), record);
    }
  }

  async #tellFindings(uri: vscode.Uri, record: OpenRecord): Promise<void> {
    const { session, log, ref, start, detail } = record;
    if (!settings.diagnosticsEnabled(log) || start === undefined || detail === undefined) {
      this.#collection.delete(uri);
      return;
    }
    const query = `record:${ref.index}`;
    const placed = await session.ask('placedFindings', { source: ref.source, limit, query }, new AbortController().signal);
    if (placed.status === 'ok' && this.#open.get(uri.toString()) === record && record.detail === detail) {
      const diagnostics = toDiagnostics(uri, findingsWithin(placed.answer, start), limit, this.#extensionUri);
      this.#collection.set(uri, detail.cut ? [...diagnostics, cutNote(detail)] : diagnostics);
    }
  }
}

/** The findings of a log as the document of a record counts. What they refer to stands in other documents. */
function findingsWithin(placed: PlacedFindings, start: TextStart): PlacedFindings {
  const findings = placed.findings.map((finding) => ({ ...finding, range: rangeWithin(finding.range, start), relatedRange: null }));
  return { ...placed, findings };
}

/** Says at the end of a text that it was cut. */
function cutNote({ text, byteLength }: RecordDetail): vscode.Diagnostic {
  const lines = text.split(/\r\n|\r|\n/);
  const end = new vscode.Position(lines.length - 1, lines.at(-1)?.length ?? 0);
  const sentence = vscode.l10n.t(
    'The record goes on: shown are {0} characters of {1} bytes.',
    numberText(text.length),
    numberText(byteLength),
  );
  const note = new vscode.Diagnostic(new vscode.Range(end, end), sentence, vscode.DiagnosticSeverity.Information);
  note.source = 'Audit Log';
  return note;
}
