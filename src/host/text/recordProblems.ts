import * as vscode from 'vscode';
import type { Disposable } from '../lifetime/disposables.ts';
import type { DocumentDiagnostics } from './compressedDiagnostics.ts';

/**
 * What Problems shows of the records of compressed logs. A log has room for some findings of all its records; a record
 * whose document is open shows all of its own instead, so that none is counted twice.
 */
export class RecordProblems implements Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('auditLog.records');
  /** By log, then by document. */
  readonly #shares = new Map<string, ReadonlyMap<string, DocumentDiagnostics>>();
  /** By document. */
  readonly #open = new Map<string, vscode.Diagnostic[]>();

  /** Shows what there is room for of a log, in place of what was shown of it. */
  setShare(log: vscode.Uri, documents: readonly DocumentDiagnostics[]): void {
    const before = [...(this.#shares.get(log.toString())?.values() ?? [])];
    const share = new Map(documents.map((document) => [document.uri.toString(), document]));
    if (share.size === 0) {
      this.#shares.delete(log.toString());
    } else {
      this.#shares.set(log.toString(), share);
    }
    const changed = [...before.filter(({ uri }) => !share.has(uri.toString())), ...documents].map(({ uri }) => uri);
    // VS Code takes little more at once than a log has room for: what is open stays as it is.
    this.#show(changed.filter((uri) => !this.#open.has(uri.toString())));
  }

  /** Shows the findings of a record whose document is open; undefined gives the place back to the log. */
  setOpen(uri: vscode.Uri, diagnostics: vscode.Diagnostic[] | undefined): void {
    if (diagnostics === undefined) {
      this.#open.delete(uri.toString());
    } else {
      this.#open.set(uri.toString(), diagnostics);
    }
    this.#show([uri]);
  }

  dispose(): void {
    this.#collection.dispose();
  }

  #show(uris: readonly vscode.Uri[]): void {
    this.#collection.set(uris.map((uri) => [uri, this.#open.get(uri.toString()) ?? this.#shareOf(uri)]));
  }

  #shareOf(uri: vscode.Uri): vscode.Diagnostic[] | undefined {
    return [...this.#shares.values()].map((share) => share.get(uri.toString())?.diagnostics).find((found) => found !== undefined);
  }
}
