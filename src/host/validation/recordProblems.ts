import * as vscode from 'vscode';
import type { Disposable } from '../lifetime/disposables.ts';
import type { DocumentDiagnostics } from './recordDocumentDiagnostics.ts';
import { recordAddress } from '../base/recordAddress.ts';

/** The findings of an excerpt, and the documents of the records that it shows. */
export interface ExcerptProblems {
  readonly records: readonly vscode.Uri[];
  readonly diagnostics: readonly vscode.Diagnostic[];
}

/**
 * What Problems shows of the records of logs that are not open as text. A log has room for some findings of all its records;
 * a record whose document is open shows all of its own instead, so that none is counted twice. An
 * excerpt has those of its records, and takes them from the documents of records that are not open.
 */
export class RecordProblems implements Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('auditLog.records');
  /** By log, then by document. */
  readonly #shares = new Map<string, ReadonlyMap<string, DocumentDiagnostics>>();
  /** By document. */
  readonly #open = new Map<string, DocumentDiagnostics>();
  /** By excerpt: the documents of its records. */
  readonly #excerpts = new Map<string, ReadonlyMap<string, vscode.Uri>>();
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

  /** Shows the findings of an excerpt, whatever else shows its log: the user asked for it. Undefined shows none any more. */
  setExcerpt(uri: vscode.Uri, problems: ExcerptProblems | undefined): void {
    const key = uri.toString();
    const before = this.#excerpts.get(key) ?? new Map<string, vscode.Uri>();
    const records = new Map(problems?.records.map((record) => [record.toString(), record]));
    if (problems === undefined) {
      this.#excerpts.delete(key);
    } else {
      this.#excerpts.set(key, records);
    }
    this.#collection.set(uri, problems?.diagnostics);
    const touched = [...new Map([...before, ...records]).values()];
    this.#show(touched.filter((record) => !this.#open.has(record.toString()) && this.#hasShare(record)));
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

  #hasShare(record: vscode.Uri): boolean {
    return this.#shares.get(logOf(record) ?? '')?.has(record.toString()) === true;
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
    const isInExcerpt = [...this.#excerpts.values()].some((records) => records.has(key));
    return (this.#open.get(key) ?? (isInExcerpt ? undefined : this.#shares.get(log)?.get(key)))?.diagnostics;
  }
}

function logOf(uri: vscode.Uri): string | undefined {
  return recordAddress(uri)?.log.toString();
}
