import * as vscode from 'vscode';
import { ticksFromText } from '../../core/record/ticks.ts';
import type { Hint } from '../../protocol/answers/text.ts';
import { explanationText } from '../../protocol/say.ts';
import { durationText } from '../base/durationText.ts';
import { settings } from '../base/settings.ts';
import { signalOf } from '../base/signalOf.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import type { LogTexts } from './logTexts.ts';

/** Records of which hints are given at once: more than a screen shows. */
const maxRecords = 1000;
/** Longer words are cut, in UTF-16 units: a hint must leave room for the text. */
const maxLength = 60;

/** Says after values what they stand for, such as flags, and after the time of a record how long after the one before it that is. */
export class LogInlayHints implements vscode.InlayHintsProvider, Disposable {
  readonly #texts: LogTexts;
  readonly #owned = new Disposables();
  readonly #changes = this.#owned.add(new vscode.EventEmitter<void>());
  readonly onDidChangeInlayHints = this.#changes.event;

  constructor(texts: LogTexts) {
    this.#texts = texts;
    this.#owned.add(settings.onDidChange(() => this.#changes.fire()));
    this.#owned.add(texts.onDidChange(() => settings.inlayHints() && this.#changes.fire()));
  }

  async provideInlayHints(
    document: vscode.TextDocument,
    range: vscode.Range,
    token: vscode.CancellationToken,
  ): Promise<vscode.InlayHint[] | undefined> {
    const text = settings.inlayHints() ? this.#texts.of(document) : undefined;
    if (text === undefined) {
      return undefined;
    }
    const signal = signalOf(token);
    const made: vscode.InlayHint[] = [];
    for (const part of text.partsOf(range, maxRecords)) {
      const outcome = await text.session.request('hints', part, signal);
      if (outcome.status !== 'ok') {
        return undefined;
      }
      for (const hint of outcome.answer.hints) {
        const { line, column } = hint;
        const at = text.toDocument({ startLine: line, startColumn: column, endLine: line, endColumn: column }, part.source);
        if (at !== undefined) {
          made.push(inlayHint(at.start, hint));
        }
      }
    }
    return made;
  }

  dispose(): void {
    this.#owned.dispose();
  }
}

function inlayHint(at: vscode.Position, hint: Hint): vscode.InlayHint {
  const label = hintText(hint);
  const shown = label.length > maxLength ? `${label.slice(0, maxLength - 1)}…` : label;
  const made = new vscode.InlayHint(at, shown);
  made.paddingLeft = true;
  if (shown !== label) {
    made.tooltip = label;
  }
  return made;
}

function hintText(hint: Hint): string {
  switch (hint.kind) {
    case 'meaning':
      return hint.lines.map(explanationText).join(', ');
    case 'later':
      return `+${durationText(ticksFromText(hint.ticks) ?? 0n, vscode.env.language)}`;
    case 'earlier':
      return `−${durationText(ticksFromText(hint.ticks) ?? 0n, vscode.env.language)}`;
  }
}
