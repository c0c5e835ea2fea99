import * as vscode from 'vscode';
import type { FormatFault } from '../../core/formats/formatFaults.ts';
import type { CheckedSchema } from '../../protocol/engineMessages.ts';
import { say } from '../../protocol/say.ts';
import { findingPage } from '../base/findingPage.ts';
import { type Disposable } from '../lifetime/disposables.ts';
import { tokenEnd } from './tokenEnd.ts';

/** What is wrong in the schemas of users' own themselves, in Problems and as squiggles, as long as a log uses them. */
export class SchemaProblems implements Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('auditLog.schemas');
  readonly #extensionUri: vscode.Uri;
  /** Which schemas each log has. */
  readonly #users = new Map<object, readonly CheckedSchema[]>();

  constructor(extensionUri: vscode.Uri) {
    this.#extensionUri = extensionUri;
  }

  /** Shows what is wrong in the schemas that a log has now, and not any more what was wrong in those that it had. */
  show(user: object, schemas: readonly CheckedSchema[]): void {
    const before = this.#users.get(user) ?? [];
    this.#users.delete(user);
    if (schemas.length > 0) {
      this.#users.set(user, schemas);
    }
    const used = new Set([...this.#users.values()].flatMap((all) => all.map(({ id }) => id)));
    for (const { id } of before) {
      if (!used.has(id)) {
        this.#collection.delete(vscode.Uri.parse(id));
      }
    }
    for (const { id, faults } of schemas) {
      void this.#publish(vscode.Uri.parse(id), faults);
    }
  }

  dispose(): void {
    this.#collection.dispose();
  }

  async #publish(uri: vscode.Uri, faults: readonly FormatFault[]): Promise<void> {
    if (faults.length === 0) {
      this.#collection.delete(uri);
      return;
    }
    const lines = await linesOf(uri);
    const isUsed = [...this.#users.values()].some((all) =>
      all.some(({ id, faults: newest }) => id === uri.toString() && newest === faults),
    );
    if (isUsed) {
      this.#collection.set(
        uri,
        faults.map((fault) => this.#diagnostic(fault, lines[fault.line - 1] ?? '')),
      );
    }
  }

  #diagnostic({ message, line, column }: FormatFault, text: string): vscode.Diagnostic {
    const range = new vscode.Range(line - 1, column - 1, line - 1, tokenEnd(text, column - 1));
    const diagnostic = new vscode.Diagnostic(range, say(message), vscode.DiagnosticSeverity.Error);
    diagnostic.source = 'Audit Log';
    diagnostic.code = { value: 'schema.unusable', target: findingPage(this.#extensionUri, 'schema.unusable') };
    return diagnostic;
  }
}

async function linesOf(uri: vscode.Uri): Promise<readonly string[]> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)).split(/\r\n|\r|\n/);
  } catch {
    return [];
  }
}
