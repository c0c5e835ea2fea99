import * as vscode from 'vscode';
import type { TextRange } from '../../protocol/reference.ts';
import { signalOf } from '../base/signalOf.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import { excerptFolding } from './excerptOutline.ts';
import { outlineOf } from './logSymbols.ts';
import type { LogTexts } from './logTexts.ts';

/** Folds the records of an hour or day, and records that take several lines, where VS Code knows no other folding. */
export class LogFolding implements vscode.FoldingRangeProvider, Disposable {
  readonly #texts: LogTexts;
  readonly #owned = new Disposables();
  readonly #changes = this.#owned.add(new vscode.EventEmitter<void>());
  readonly onDidChangeFoldingRanges = this.#changes.event;

  constructor(texts: LogTexts) {
    this.#texts = texts;
    this.#owned.add(texts.onDidChange(() => this.#changes.fire()));
  }

  async provideFoldingRanges(
    document: vscode.TextDocument,
    _: vscode.FoldingContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.FoldingRange[] | undefined> {
    const text = this.#texts.of(document);
    if (text?.excerpt !== undefined) {
      return excerptFolding(text.excerpt, document);
    }
    if (text === undefined || text.record !== undefined) {
      return undefined;
    }
    const outline = await outlineOf(text, document, signalOf(token), 0);
    // Records of JSON Lines take a line each: there is nothing to fold but groups.
    const isByLine = text.session.snapshot?.sources[text.source]?.container === 'ndjson';
    const all = isByLine || outline === undefined ? outline : await outlineOf(text, document, signalOf(token));
    if (all === undefined) {
      return undefined;
    }
    const { groups, records } = all;
    const stretches: readonly { readonly range: TextRange }[] = groups.length > 1 ? [...groups, ...records] : records;
    return stretches.flatMap(({ range: { startLine, endLine } }) =>
      endLine > startLine ? [new vscode.FoldingRange(startLine, endLine)] : [],
    );
  }

  dispose(): void {
    this.#owned.dispose();
  }
}
