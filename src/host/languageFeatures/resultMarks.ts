import * as vscode from 'vscode';
import { type ResultGroup, resultGroups } from '../../core/record/results.ts';
import { debounce } from '../lifetime/debounce.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import type { LogTextDocument } from './logTextDocument.ts';
import type { LogTexts } from './logTexts.ts';
import { linesAround, type Lines } from './linesAround.ts';

/** Records that are marked at once: of more the overview ruler would show nothing but colour. */
const maxRecords = 5000;

/** While somebody scrolls or types, in milliseconds. */
const pause = 50;

/** What an editor shows. */
interface Marked {
  readonly text: LogTextDocument;
  readonly snapshot: number;
  readonly lines: Lines;
}

/** Marks the records of texts with the colours that their results have in the timeline, on demand, in what is in view and around it. */
export class ResultMarks implements Disposable {
  readonly #texts: LogTexts;
  readonly #owned = new Disposables();
  readonly #types: ReadonlyMap<ResultGroup, vscode.TextEditorDecorationType>;
  readonly #marked = new Map<vscode.TextEditor, Marked>();
  readonly #updateSoon = this.#owned.add(debounce(() => this.#updateAll(), pause, 2 * pause));
  /** Ends what is being asked for; the newest wins. */
  #asking = new AbortController();
  #areShown = false;

  constructor(texts: LogTexts) {
    this.#texts = texts;
    this.#types = new Map(resultGroups.map((group) => [group, this.#owned.add(typeOf(group))]));
    this.#owned.add(texts.onDidChange(() => this.#updateSoon()));
    this.#owned.add(vscode.window.onDidChangeTextEditorVisibleRanges(() => this.#updateSoon()));
    this.#owned.add(vscode.window.onDidChangeVisibleTextEditors(() => this.#updateSoon()));
  }

  /** Shows the marks, or hides them. */
  toggle(): void {
    this.#areShown = !this.#areShown;
    this.#updateAll();
  }

  dispose(): void {
    this.#asking.abort();
    this.#owned.dispose();
  }

  #updateAll(): void {
    this.#asking.abort();
    this.#asking = new AbortController();
    const editors = vscode.window.visibleTextEditors;
    [...this.#marked.keys()].filter((editor) => !editors.includes(editor)).forEach((editor) => this.#marked.delete(editor));
    for (const editor of editors) {
      void this.#update(editor, this.#asking.signal);
    }
  }

  async #update(editor: vscode.TextEditor, signal: AbortSignal): Promise<void> {
    const text = this.#areShown ? this.#texts.of(editor.document) : undefined;
    if (text === undefined) {
      if (this.#marked.delete(editor)) {
        this.#types.forEach((type) => editor.setDecorations(type, []));
      }
      return;
    }
    const { snapshot } = text.session;
    // VS Code moves the marks with what is typed until the text has been read again.
    if (snapshot?.complete !== true) {
      return;
    }
    const before = this.#marked.get(editor);
    const isNew = before?.text !== text || before.snapshot !== snapshot.snapshot;
    const lines = linesAround(
      editor.visibleRanges.map(({ start, end }) => [start.line, end.line]),
      isNew ? undefined : before.lines,
    );
    if (!isNew && lines === before.lines) {
      return;
    }
    const found: { readonly group: ResultGroup; readonly place: vscode.Range }[] = [];
    for (const part of text.partsOf(editor.document.validateRange(new vscode.Range(lines.first, 0, lines.last, Infinity)), maxRecords)) {
      const outcome = await text.session.request('results', part, signal);
      if (outcome.status !== 'ok' || signal.aborted) {
        return;
      }
      found.push(
        ...outcome.answer.results.flatMap(({ group, range }) => {
          const place = text.toDocument(range, part.source);
          return place === undefined ? [] : [{ group, place }];
        }),
      );
    }
    for (const [group, type] of this.#types) {
      editor.setDecorations(
        type,
        found.filter((one) => one.group === group).map(({ place }) => place),
      );
    }
    this.#marked.set(editor, { text, snapshot: snapshot.snapshot, lines });
  }
}

/** A bar at the left of a record, and a mark in the overview ruler. */
function typeOf(group: ResultGroup): vscode.TextEditorDecorationType {
  const color = new vscode.ThemeColor(`auditLog.result.${group}`);
  return vscode.window.createTextEditorDecorationType({
    borderStyle: 'solid',
    borderWidth: '0 0 0 3px',
    borderColor: color,
    overviewRulerColor: color,
    overviewRulerLane: vscode.OverviewRulerLane.Left,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}
