import * as vscode from 'vscode';
import type { Intent } from '../../protocol/viewMessages.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import { sourceName } from '../validation/toDiagnostics.ts';
import { type Milestone, milestoneKeys, milestoneOfIntent, milestoneOfLog } from './milestones.ts';

/**
 * Ticks the steps of the walkthrough, each when what it asks for was done. Commands alone do not say: one serves two steps,
 * and one that was called off, or that had no log to act on, has done nothing.
 */
export class WalkthroughProgress implements Disposable {
  readonly #samples: string;
  readonly #reached = new Set<Milestone>();
  readonly #owned = new Disposables();

  constructor(extensionUri: vscode.Uri) {
    this.#samples = vscode.Uri.joinPath(extensionUri, 'media/samples').toString();
    const selections = vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document, selection }, kind }) => {
      // Whoever moves through a text by hand comes past the places of findings as well.
      if (kind === vscode.TextEditorSelectionChangeKind.Command && !selection.isEmpty && isFinding(document.uri, selection)) {
        this.#reach('findings');
        selections.dispose();
      }
    });
    this.#owned.add(selections);
  }

  opened(log: vscode.Uri): void {
    this.#reach(milestoneOfLog(log.toString(), this.#samples));
  }

  did(intent: Intent): void {
    this.#reach(milestoneOfIntent(intent));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #reach(milestone: Milestone | undefined): void {
    if (milestone !== undefined && !this.#reached.has(milestone)) {
      this.#reached.add(milestone);
      void vscode.commands.executeCommand('setContext', milestoneKeys[milestone], true);
    }
  }
}

function isFinding(uri: vscode.Uri, selection: vscode.Range): boolean {
  return vscode.languages.getDiagnostics(uri).some(({ source, range }) => source === sourceName && range.isEqual(selection));
}
