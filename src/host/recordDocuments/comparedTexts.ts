import * as vscode from 'vscode';
import { prettyText } from '../../core/json/prettyText.ts';
import type { RecordRef } from '../../protocol/reference.ts';
import { recordAddress, recordScheme, recordUri } from '../base/recordAddress.ts';
import { signalOf } from '../base/signalOf.ts';
import { answerOf, whenRead } from '../engine/whenRead.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import type { LogSessions } from '../sessions/logSessions.ts';

const scheme = 'auditlog-compared';

/**
 * Compares two records in the diff editor of VS Code, each with a line for each of its values. Its documents are read-only, have no
 * findings, and hold the log only while they are read. Of a very long record they show the beginning, as the detail does.
 */
export class ComparedTexts implements vscode.TextDocumentContentProvider, Disposable {
  readonly #sessions: LogSessions;
  readonly #owned = new Disposables();

  constructor(sessions: LogSessions) {
    this.#sessions = sessions;
    this.#owned.add(vscode.workspace.registerTextDocumentContentProvider(scheme, this));
  }

  async show(log: vscode.Uri, first: RecordRef, second: RecordRef, viewColumn: vscode.ViewColumn | undefined): Promise<void> {
    const [left, right] = [first, second].map((ref) => recordUri({ log, ...ref }).with({ scheme }));
    const title = vscode.l10n.t('Record {0} ↔ record {1}', String(first.index), String(second.index));
    await vscode.commands.executeCommand('vscode.diff', left, right, title, { preview: false, viewColumn });
  }

  /** VS Code shows the message of what is thrown in place of the text. */
  async provideTextDocumentContent(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    const address = recordAddress(uri.with({ scheme: recordScheme }));
    if (address === undefined || address.index === null) {
      throw new Error(vscode.l10n.t('This is no address of a record.'));
    }
    const signal = signalOf(token);
    const lease = this.#sessions.acquire(address.log);
    try {
      await whenRead(lease.session, signal);
      const { text } = await answerOf(lease.session, 'record', { ref: { source: address.source, index: address.index } }, signal);
      return `${prettyText(text)}\n`;
    } finally {
      lease.dispose();
    }
  }

  dispose(): void {
    this.#owned.dispose();
  }
}
