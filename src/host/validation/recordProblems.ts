import * as vscode from 'vscode';
import type { Disposable } from '../lifetime/disposables.ts';
import type { DocumentDiagnostics } from './recordDocumentDiagnostics.ts';
import { recordAddress } from '../base/recordAddress.ts';

/**
 * What Problems shows of the records of logs that are not open as text. A log has room for some findings of all its records;
 * a record whose document is open shows all of its own instead, so that none is counted twice.
 */
export class RecordProblems implements Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('auditLog.records');
  /** By log, then by document. */
  readonly #shares = new Map<string, ReadonlyMap<string, DocumentDiagnostics>>();
  /** By document. */
  readonly #open = new Map<string, DocumentDiagnostics>();
  /** Logs whose own text shows their findings. */
  readonly #inText = new Set<string>();

  /** Shows what there is room for of a log, in place of what was shown of it. */
  setShare(log: vscode.Uri, documents: readonly DocumentDiagnostics[]): void {
    this.#inText.delete(log.toString());
    this.#setShare(log, documents);
    this.#showOpen(log);
  }

  /** Shows nothing of a log any more, as its own text does. */
  leaveToText(log: vscode.Uri): void {
    this.#inText.add(log.toString());
    this.#setShare(log, []);
    this.#showOpen(log);
  }

  /** Shows the findings of a record whose document is open; undefined gives the place back to the log. */
  setOpen(uri: vscode.Uri, diagnostics: vscode.Diagnostic[] | undefined): void {
    if (diagnostics === undefined) {
      this.#open.delete(uri.toString());
    } else {
      this.#open.set(uri.toString(), { uri, diagnostics });
    }
    this.#show([uri]);
  }

  dispose(): void {
    this.#collection.dispose();
  }

  #setShare(log: vscode.Uri, documents: readonly DocumentDiagnostics[]): void {
    const before = [...(this.#shares.get(log.toString())?.values() ?? [])];
    const share = new Map(documents.map((document) => [document.uri.toString(), document]));
    if (share.size === 0) {
      this.#shares.delete(log.toString());
    } else {
      this.#shares.set(log.toString(), share);
    }
    const changed = [...before.filter(({ uri }) => !share.has(uri.toString())), ...documents].map(({ uri }) => uri);
    // VS Code takes little more at once than a log has room for: what is open is shown by itself.
    this.#show(changed.filter((uri) => !this.#open.has(uri.toString())));
  }

  #showOpen(log: vscode.Uri): void {
    for (const { uri } of this.#open.values()) {
      if (logOf(uri) === log.toString()) {
        this.#show([uri]);
      }
    }
  }

  #show(uris: readonly vscode.Uri[]): void {
    this.#collection.set(uris.map((uri) => [uri, this.#diagnosticsOf(uri)]));
  }

  #diagnosticsOf(uri: vscode.Uri): vscode.Diagnostic[] | undefined {
    const [key, log] = [uri.toString(), logOf(uri)];
    if (log === undefined || this.#inText.has(log)) {
      return undefined;
    }
    return (this.#open.get(key) ?? this.#shares.get(log)?.get(key))?.diagnostics;
  }
}

function logOf(uri: vscode.Uri): string | undefined {
  return recordAddress(uri)?.log.toString();
}
