import type * as vscode from 'vscode';
import { Listeners } from '../lifetime/listeners.ts';
import type { Disposable } from '../lifetime/disposables.ts';
import type { LogTextDocument, LogTextDocuments } from './logTextDocument.ts';

/** The text documents with records of logs, of all kinds. */
export class LogTexts {
  readonly #kinds: LogTextDocuments[] = [];
  readonly #changes = new Listeners<void>();

  /** Adds the documents of a kind, which calls {@link changed} where one comes or goes, or more is known of its log. */
  add(documents: LogTextDocuments): void {
    this.#kinds.push(documents);
  }

  get isEmpty(): boolean {
    return this.#kinds.every(({ isEmpty }) => isEmpty);
  }

  of(document: vscode.TextDocument): LogTextDocument | undefined {
    for (const kind of this.#kinds) {
      const found = kind.of(document);
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  }

  changed(): void {
    this.#changes.fire();
  }

  onDidChange(listener: () => void): Disposable {
    return this.#changes.add(listener);
  }
}
