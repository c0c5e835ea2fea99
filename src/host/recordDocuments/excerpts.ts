import * as vscode from 'vscode';
import { type ExcerptAddress, excerptAddress, excerptScheme, excerptUri } from '../base/excerptAddress.ts';
import { recordUri } from '../base/recordAddress.ts';
import { settings } from '../base/settings.ts';
import { toRange } from '../base/toRange.ts';
import type { EngineSession } from '../engine/engineSession.ts';
import { whenRead } from '../engine/whenRead.ts';
import type { LogTextDocument, LogTextDocuments } from '../languageFeatures/logTextDocument.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import type { LogSessions } from '../sessions/logSessions.ts';
import type { RecordProblems } from '../validation/recordProblems.ts';
import type { RecordRef, TextRange } from '../../protocol/reference.ts';
import { excerptDiagnostics } from './excerptDiagnostics.ts';
import type { ExcerptLayout } from './excerptLayout.ts';
import { excerptRecords } from './excerptRecords.ts';
import { excerptText, layOutExcerpt } from './excerptText.ts';

export interface ExcerptsOptions {
  readonly sessions: LogSessions;
  readonly recordProblems: RecordProblems;
  readonly extensionUri: vscode.Uri;
  /** Called when the text of an excerpt is there, or gone. */
  readonly changed: () => void;
}

interface OpenExcerpt {
  readonly uri: vscode.Uri;
  readonly address: ExcerptAddress;
  readonly session: EngineSession;
  readonly owned: Disposables;
  /** Ends what is under way. */
  readonly ended: AbortController;
  /** Undefined until it was read. */
  text: { readonly layout: ExcerptLayout; readonly document: LogTextDocument } | undefined;
  /** Another number with each other text. */
  version: number;
  /** The reading that is under way, or the last one. */
  reading: Promise<void>;
}

/** A place in an excerpt to show: a record, or a stretch of a source of the log. */
export type ExcerptPlace = { readonly record: RecordRef } | { readonly source: number; readonly range: TextRange };

/**
 * Some records of a log, pretty-printed one below the other in a read-only document, with hovers, findings and the other features of
 * texts. Its address says all that it is made from, and it belongs to a file system, so that VS Code shows it again when the window
 * is reloaded. It follows its log, and holds it while a tab shows it.
 */
export class Excerpts implements vscode.FileSystemProvider, LogTextDocuments, Disposable {
  readonly #options: ExcerptsOptions;
  readonly #open = new Map<string, OpenExcerpt>();
  readonly #owned = new Disposables();
  #versions = 0;
  readonly #changes = this.#owned.add(new vscode.EventEmitter<vscode.FileChangeEvent[]>());
  readonly onDidChangeFile = this.#changes.event;

  constructor(options: ExcerptsOptions) {
    this.#options = options;
    const { workspace, window } = vscode;
    this.#owned.add(workspace.registerFileSystemProvider(excerptScheme, this, { isReadonly: true, isCaseSensitive: true }));
    this.#owned.add(workspace.onDidCloseTextDocument(({ uri }) => uri.scheme === excerptScheme && this.#letGo()));
    this.#owned.add(workspace.onDidChangeTextDocument(({ document: { uri } }) => uri.scheme === excerptScheme && options.changed()));
    this.#owned.add(
      window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        opened.flatMap(shownIn).forEach((uri) => void this.#holdShown(uri));
        if (closed.some((tab) => shownIn(tab).length > 0)) {
          this.#letGo();
        }
      }),
    );
    this.#owned.add(settings.onDidChange(() => this.#open.forEach((open) => void this.#reportFindings(open))));
  }

  get isEmpty(): boolean {
    return this.#open.size === 0;
  }

  of(document: vscode.TextDocument): LogTextDocument | undefined {
    const open = this.#open.get(document.uri.toString());
    // A log that has changed is read before VS Code has taken its new text.
    return open?.text?.layout.lineCount === document.lineCount ? open.text.document : undefined;
  }

  /** Shows records of a log, with the cursor at a record or a stretch selected, else from the beginning. */
  async show(address: ExcerptAddress, viewColumn: vscode.ViewColumn | undefined, place: ExcerptPlace | undefined): Promise<void> {
    const uri = excerptUri(address);
    const document = await vscode.workspace.openTextDocument(uri);
    const { text } = await this.#hold(uri);
    const selection = place && text && rangeOf(text.layout, place);
    const editor = await vscode.window.showTextDocument(document, {
      preview: false,
      ...(viewColumn === undefined ? {} : { viewColumn }),
      ...(selection === undefined ? {} : { selection }),
    });
    if (selection !== undefined && place !== undefined && 'record' in place) {
      editor.revealRange(selection, vscode.TextEditorRevealType.AtTop);
    }
  }

  /** VS Code reads a text again whose time has changed. */
  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { text, version } = await this.#hold(uri);
    const size = bytesOf(text?.layout.text ?? '').length;
    return { type: vscode.FileType.File, ctime: 0, mtime: version, size, permissions: vscode.FilePermission.Readonly };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const { text } = await this.#hold(uri);
    return bytesOf(text?.layout.text ?? '');
  }

  watch(): vscode.Disposable {
    // What is open follows its log, watched or not.
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.FileNotADirectory(uri);
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.#open.forEach((open) => this.#close(open));
    this.#owned.dispose();
  }

  /** The excerpt of an address, once it was read. */
  async #hold(uri: vscode.Uri): Promise<OpenExcerpt> {
    const open = this.#open.get(uri.toString()) ?? this.#begin(uri);
    try {
      await open.reading;
    } catch (error) {
      this.#close(open);
      throw vscode.FileSystemError.Unavailable(error instanceof Error ? error.message : String(error));
    }
    return open;
  }

  #begin(uri: vscode.Uri): OpenExcerpt {
    const address = excerptAddress(uri);
    if (address === undefined) {
      throw vscode.FileSystemError.Unavailable(vscode.l10n.t('This is no address of an excerpt.'));
    }
    const owned = new Disposables();
    const { session } = owned.add(this.#options.sessions.acquire(address.log));
    const ended = new AbortController();
    owned.add({ dispose: () => ended.abort() });
    const open: OpenExcerpt = { uri, address, session, owned, ended, text: undefined, version: 0, reading: Promise.resolve() };
    this.#open.set(uri.toString(), open);
    open.reading = this.#read(open);
    // The first text is being read when this is heard for the first time.
    owned.add(session.onSnapshot(({ complete }) => complete && open.text !== undefined && void this.#readAgain(open)));
    return open;
  }

  async #read(open: OpenExcerpt): Promise<void> {
    const { address, session, ended } = open;
    await whenRead(session, ended.signal);
    const layout = layOutExcerpt(address, await excerptRecords(address.choice, session, ended.signal), session.snapshot?.sources ?? []);
    ended.signal.throwIfAborted();
    if (layout.text !== open.text?.layout.text) {
      this.#versions++;
      open.version = this.#versions;
    }
    open.text = { layout, document: excerptText(address.log, session, layout) };
    this.#options.changed();
    void this.#reportFindings(open);
  }

  /** The log was read again, or on. Of readings that follow each other at once the last one is the text. */
  async #readAgain(open: OpenExcerpt): Promise<void> {
    const { version } = open;
    open.reading = open.reading.then(() => this.#read(open));
    try {
      await open.reading;
    } catch {
      // The text stays as it was: the log says itself that it cannot be read.
      open.reading = Promise.resolve();
      return;
    }
    if (open.version !== version) {
      this.#changes.fire([{ type: vscode.FileChangeType.Changed, uri: open.uri }]);
    }
  }

  /** A document may still be there that was left without its log: its text is asked for once more. */
  async #holdShown(uri: vscode.Uri): Promise<void> {
    if (!this.#open.has(uri.toString())) {
      try {
        await this.#hold(uri);
        this.#changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
      } catch {
        // VS Code asks itself, and shows why there is no text.
      }
    }
  }

  /** Gives the logs back of excerpts that no tab shows any more: VS Code keeps their documents for minutes. */
  #letGo(): void {
    const shown = new Set(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap((tab) => shownIn(tab).map(String))));
    for (const [key, open] of this.#open) {
      // One that is being read may be shown only afterwards.
      if (open.text !== undefined && !shown.has(key)) {
        this.#close(open);
      }
    }
  }

  #close(open: OpenExcerpt): void {
    const { uri, owned } = open;
    if (this.#open.get(uri.toString()) === open) {
      this.#open.delete(uri.toString());
      this.#options.recordProblems.setExcerpt(uri, undefined);
      this.#options.changed();
    }
    owned.dispose();
  }

  async #reportFindings(open: OpenExcerpt): Promise<void> {
    const { uri, text, address, ended } = open;
    const { recordProblems, extensionUri } = this.#options;
    if (text === undefined) {
      return;
    }
    if (!settings.diagnosticsEnabled(address.log)) {
      recordProblems.setExcerpt(uri, undefined);
      return;
    }
    const diagnostics = await excerptDiagnostics(text.document, uri, extensionUri, ended.signal);
    if (diagnostics !== undefined && open.text === text && this.#open.get(uri.toString()) === open) {
      const records = text.layout.records.map(({ written: { ref } }) => recordUri({ log: address.log, ...ref }));
      recordProblems.setExcerpt(uri, { records, diagnostics });
    }
  }
}

function rangeOf(layout: ExcerptLayout, place: ExcerptPlace): vscode.Range | undefined {
  if ('record' in place) {
    const line = layout.find(place.record)?.headLine;
    return line === undefined ? undefined : new vscode.Range(line, 0, line, 0);
  }
  const found = layout.toExcerpt(place.range, place.source);
  return found && toRange(found);
}

/** With a mark of the encoding, so that no setting of the user's decides it. */
function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(`\ufeff${text}`);
}

/** The addresses of excerpts that a tab shows, also as sides of a comparison. */
function shownIn({ input }: vscode.Tab): readonly vscode.Uri[] {
  const uris =
    input instanceof vscode.TabInputText ? [input.uri] : input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : [];
  return uris.filter(({ scheme }) => scheme === excerptScheme);
}
