import * as vscode from 'vscode';
import { hoverMarkdown } from './hoverMarkdown.ts';
import type { TextStart } from '../../protocol/reference.ts';
import type { EngineSession } from '../engine/engineSession.ts';
import { placeOutside, rangeWithin } from '../base/rangeWithin.ts';
import { signalOf } from '../base/signalOf.ts';
import { toRange } from '../base/toRange.ts';

/** A record whose document is open. */
export interface ShownRecord {
  readonly session: EngineSession;
  readonly source: number;
  /** Where its text begins in that of the log. */
  readonly start: TextStart;
}

/** Explains the fields of a record in its own document, by its place in the log. */
export class RecordHovers implements vscode.HoverProvider {
  readonly #shown: (uri: vscode.Uri) => ShownRecord | undefined;

  constructor(shown: (uri: vscode.Uri) => ShownRecord | undefined) {
    this.#shown = shown;
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const shown = this.#shown(document.uri);
    if (shown === undefined) {
      return undefined;
    }
    const { session, source, start } = shown;
    const place = { source, ...placeOutside(position.line, position.character, start) };
    const outcome = await session.request('hover', place, signalOf(token));
    return outcome.status === 'ok' && outcome.answer !== null
      ? new vscode.Hover(hoverMarkdown(outcome.answer), toRange(rangeWithin(outcome.answer.range, start)))
      : undefined;
  }
}
