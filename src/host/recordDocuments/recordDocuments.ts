import * as vscode from 'vscode';
import type { RecordDetail } from '../../protocol/answers/record.ts';
import { numberText } from '../base/countText.ts';
import type { EngineSession } from '../engine/engineSession.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import type { LogSessions } from '../sessions/logSessions.ts';
import { settings } from '../base/settings.ts';
import { askFindings } from '../validation/askFindings.ts';
import { recordDiagnostic } from '../validation/recordDocumentDiagnostics.ts';
import type { LogProblems } from '../validation/logProblems.ts';
import { type FoundPlace, type PartText, placeIn, readPartText } from './partText.ts';
import { type RecordAddress, recordAddress, recordScheme, recordUri } from '../base/recordAddress.ts';
import type { LogTextDocument, LogTextDocuments } from '../languageFeatures/logTextDocument.ts';
import { recordText } from './recordText.ts';
import type { RecordProblems } from '../validation/recordProblems.ts';
import { signalOf } from '../base/signalOf.ts';
import { cutNote, note } from '../validation/toDiagnostics.ts';
import { toRange } from '../base/toRange.ts';

export interface RecordDocumentsOptions {
  readonly sessions: LogSessions;
  readonly problems: LogProblems;
  readonly recordProblems: RecordProblems;
  readonly extensionUri: vscode.Uri;
  /** Called when the text of a record is there, or gone. */
  readonly changed: () => void;
}

interface OpenText {
  readonly uri: vscode.Uri;
  readonly address: RecordAddress;
  readonly session: EngineSession;
  readonly owned: Disposables;
  /** Undefined until it was read. */
  part: PartText | undefined;
}

/**
 * Read-only documents with the text of one record, or of what belongs to none: what Problems shows of a log that is open as
 * timeline only, and "go to source" of one that is compressed, for which VS Code has no text document. Of the log no more is
 * read than the record. They have the record's findings and hovers, and follow the log when it is read again.
 */
export class RecordDocuments implements vscode.TextDocumentContentProvider, LogTextDocuments, Disposable {
  readonly #options: RecordDocumentsOptions;
  readonly #open = new Map<string, OpenText>();
  readonly #owned = new Disposables();
  readonly #changes = this.#owned.add(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.#changes.event;

  constructor(options: RecordDocumentsOptions) {
    this.#options = options;
    this.#owned.add(vscode.workspace.registerTextDocumentContentProvider(recordScheme, this));
    this.#owned.add(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#letGo(uri)));
    this.#owned.add(
      vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        opened.map(shownIn).forEach((uri) => uri !== undefined && recordAddress(uri) !== undefined && this.#holdShown(uri));
        closed.map(shownIn).forEach((uri) => uri !== undefined && this.#letGo(uri));
      }),
    );
    this.#owned.add(settings.onDidChange(() => this.#open.forEach((open) => void this.#reportFindings(open))));
  }

  get isEmpty(): boolean {
    return this.#open.size === 0;
  }

  of({ uri }: vscode.TextDocument): LogTextDocument | undefined {
    const open = this.#open.get(uri.toString());
    const index = open?.address.index ?? null;
    return open?.part?.kind === 'record' && index !== null
      ? recordText({ address: { ...open.address, index }, session: open.session, start: open.part.start })
      : undefined;
  }

  /** Shows a record, or what belongs to none, with the place of a finding selected in it. */
  async show(address: RecordAddress, viewColumn: vscode.ViewColumn | undefined, finding: FoundPlace | null): Promise<void> {
    const uri = recordUri(address);
    const document = await vscode.workspace.openTextDocument(uri);
    const open = this.#holdShown(uri);
    open.part ??= await readPartText(open.session, address, new AbortController().signal);
    const place = finding === null ? undefined : placeIn(open.part, finding);
    await vscode.window.showTextDocument(document, {
      preview: false,
      ...(viewColumn === undefined ? {} : { viewColumn }),
      ...(place === undefined ? {} : { selection: document.validateRange(toRange(place)) }),
    });
  }

  /** VS Code shows the message of what is thrown in place of the text. */
  async provideTextDocumentContent(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    const open = this.#hold(uri);
    try {
      open.part = await readPartText(open.session, open.address, signalOf(token));
      this.#options.changed();
      void this.#reportFindings(open);
      return open.part.text;
    } catch (error) {
      this.#letGo(uri);
      throw error;
    }
  }

  dispose(): void {
    for (const { owned } of this.#open.values()) {
      owned.dispose();
    }
    this.#open.clear();
    this.#owned.dispose();
  }

  #hold(uri: vscode.Uri): OpenText {
    const key = uri.toString();
    const known = this.#open.get(key);
    if (known !== undefined) {
      return known;
    }
    const address = recordAddress(uri);
    if (address === undefined) {
      throw new Error(vscode.l10n.t('This is no address of a record.'));
    }
    const { sessions, problems } = this.#options;
    const owned = new Disposables();
    const { session } = owned.add(sessions.acquire(address.log));
    const open: OpenText = { uri, address, session, owned, part: undefined };
    // The first text is being given when this is heard for the first time.
    owned.add(session.onSnapshot(({ complete }) => complete && open.part !== undefined && this.#changes.fire(uri)));
    // A click in Problems may put the record in the place of the timeline, and the other findings must not go with that.
    owned.add(problems.show(address.log, session, 'record'));
    this.#open.set(key, open);
    return open;
  }

  /** A document may still be there that was left without its log: its text is asked for once more. */
  #holdShown(uri: vscode.Uri): OpenText {
    const isHeld = this.#open.has(uri.toString());
    const open = this.#hold(uri);
    if (!isHeld) {
      this.#changes.fire(uri);
    }
    return open;
  }

  /** VS Code keeps a document for minutes after its last tab is gone; the log need not stay open for that. */
  #letGo(uri: vscode.Uri): void {
    const open = this.#open.get(uri.toString());
    const isShown = vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => shownIn(tab)?.toString() === uri.toString()));
    if (open !== undefined && !isShown) {
      this.#open.delete(uri.toString());
      this.#options.recordProblems.setOpen(uri, undefined);
      open.owned.dispose();
      this.#options.changed();
    }
  }

  async #reportFindings(open: OpenText): Promise<void> {
    const { uri, session, address, part } = open;
    const { recordProblems, extensionUri } = this.#options;
    if (part?.kind !== 'record') {
      return;
    }
    if (!settings.diagnosticsEnabled(address.log)) {
      recordProblems.setOpen(uri, undefined);
      return;
    }
    const asked = { source: address.source, query: `record:${address.index}` };
    const placed = await askFindings(session, address.log, asked, new AbortController().signal);
    if (placed.status === 'ok' && this.#open.get(uri.toString()) === open && open.part === part) {
      const diagnostics = placed.answer.findings.map((finding) => recordDiagnostic(address.log, finding, extensionUri));
      const notes = [cutNote(placed.answer), part.detail.cut ? cutTextNote(part.detail) : undefined];
      recordProblems.setOpen(uri, [...diagnostics, ...notes.filter((one) => one !== undefined)]);
    }
  }
}

/** The address of a document of ours that a tab shows. */
function shownIn({ input }: vscode.Tab): vscode.Uri | undefined {
  return input instanceof vscode.TabInputText && input.uri.scheme === recordScheme ? input.uri : undefined;
}

/** Says at the end of a text that it was cut. */
function cutTextNote({ text, byteLength }: RecordDetail): vscode.Diagnostic {
  const lines = text.split(/\r\n|\r|\n/);
  const end = new vscode.Position(lines.length - 1, lines.at(-1)?.length ?? 0);
  const sentence = vscode.l10n.t(
    'The record goes on: shown are {0} characters of {1} bytes.',
    numberText(text.length),
    numberText(byteLength),
  );
  return note(end, sentence);
}
