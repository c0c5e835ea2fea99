import * as vscode from 'vscode';
import { prettyText } from '../../core/json/prettyText.ts';
import type { RecordRef } from '../../protocol/reference.ts';
import { comparedScheme, recordAddress, recordScheme, recordUri } from '../base/recordAddress.ts';
import { signalOf } from '../base/signalOf.ts';
import { answerOf, whenRead } from '../engine/whenRead.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import type { LogTextDocument, LogTextDocuments } from '../languageFeatures/logTextDocument.ts';
import type { Lease, LogSessions } from '../sessions/logSessions.ts';
import { prettyRecordText } from './recordText.ts';

interface OpenSide {
  readonly lease: Lease;
  /** Undefined until it was read. */
  text: LogTextDocument | undefined;
}

/**
 * Compares two records in the diff editor of VS Code, each with a line for each of its values. Its documents are read-only, have no
 * findings, and hold the log while a tab shows them. Of a very long record they show the beginning, as the detail does.
 */
export class ComparedTexts implements vscode.TextDocumentContentProvider, LogTextDocuments, Disposable {
  readonly #sessions: LogSessions;
  readonly #changed: () => void;
  readonly #open = new Map<string, OpenSide>();
  readonly #owned = new Disposables();
  readonly #changes = this.#owned.add(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.#changes.event;

  /** `changed` is called when a text is there, or gone. */
  constructor(sessions: LogSessions, changed: () => void) {
    this.#sessions = sessions;
    this.#changed = changed;
    this.#owned.add(vscode.workspace.registerTextDocumentContentProvider(comparedScheme, this));
    this.#owned.add(
      vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        opened.forEach(({ input }) => this.#holdShown(input));
        if (closed.length > 0) {
          this.#letGo();
        }
      }),
    );
    this.#owned.add(vscode.workspace.onDidCloseTextDocument(({ uri }) => uri.scheme === comparedScheme && this.#letGo()));
  }

  get isEmpty(): boolean {
    return this.#open.size === 0;
  }

  of({ uri }: vscode.TextDocument): LogTextDocument | undefined {
    return this.#open.get(uri.toString())?.text;
  }

  async show(log: vscode.Uri, first: RecordRef, second: RecordRef, viewColumn: vscode.ViewColumn | undefined): Promise<void> {
    const [left, right] = [first, second].map((ref) => recordUri({ log, ...ref }).with({ scheme: comparedScheme }));
    const title = vscode.l10n.t('Record {0} ↔ record {1}', String(first.index), String(second.index));
    await vscode.commands.executeCommand('vscode.diff', left, right, title, { preview: false, viewColumn });
  }

  /** VS Code shows the message of what is thrown in place of the text. */
  async provideTextDocumentContent(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    const address = recordAddress(uri.with({ scheme: recordScheme }));
    if (address === undefined || address.index === null) {
      throw new Error(vscode.l10n.t('This is no address of a record.'));
    }
    const { log, source, index } = address;
    const signal = signalOf(token);
    const side = this.#open.get(uri.toString()) ?? { lease: this.#sessions.acquire(log), text: undefined };
    this.#open.set(uri.toString(), side);
    const { session } = side.lease;
    try {
      await whenRead(session, signal);
      const { range } = await answerOf(session, 'locate', { record: { source, index } }, signal);
      const { text } = await answerOf(session, 'record', { ref: { source, index } }, signal);
      const pretty = `${prettyText(text)}\n`;
      side.text = prettyRecordText({ address: { log, source, index }, session, text, start: range }, pretty);
      this.#changed();
      return pretty;
    } catch (error) {
      this.#close(uri.toString(), side);
      throw error;
    }
  }

  dispose(): void {
    this.#open.forEach(({ lease }) => lease.dispose());
    this.#open.clear();
    this.#owned.dispose();
  }

  /** A document may still be there that was left without its log: its text is asked for once more. */
  #holdShown(input: unknown): void {
    for (const uri of sidesOf(input)) {
      const isKept = vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
      if (uri.scheme === comparedScheme && isKept && !this.#open.has(uri.toString())) {
        this.#changes.fire(uri);
      }
    }
  }

  /** Gives the logs back of texts that no tab shows any more: VS Code keeps their documents for minutes. */
  #letGo(): void {
    const shown = new Set(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(({ input }) => sidesOf(input).map(String))));
    for (const [key, side] of this.#open) {
      // A text that is being read may be shown only afterwards.
      if (side.text !== undefined && !shown.has(key)) {
        this.#close(key, side);
      }
    }
  }

  #close(key: string, { lease }: OpenSide): void {
    this.#open.delete(key);
    lease.dispose();
    this.#changed();
  }
}

function sidesOf(input: unknown): readonly vscode.Uri[] {
  return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : [];
}
