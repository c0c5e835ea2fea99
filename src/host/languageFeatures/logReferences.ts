import * as vscode from 'vscode';
import { numberText } from '../base/countText.ts';
import { signalOf } from '../base/signalOf.ts';
import { locationOf } from './logTextDocument.ts';
import type { LogTexts } from './logTexts.ts';

/** So many records are listed; the timeline has no such limit. */
const maxRecords = 1000;

/** How long the status bar says that a list is cut. Milliseconds. */
const shownFor = 10_000;

/** The records of a text with the caller, target, request or any other value at the cursor. */
export class LogReferences implements vscode.ReferenceProvider {
  readonly #texts: LogTexts;

  constructor(texts: LogTexts) {
    this.#texts = texts;
  }

  async provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    _: vscode.ReferenceContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.Location[] | undefined> {
    const text = this.#texts.of(document);
    const place = text?.toLog(position);
    if (text === undefined || place === undefined) {
      return undefined;
    }
    const within = text.record === undefined ? {} : { within: text.record };
    const { source, line, column } = place;
    const params = { source, of: { line, column }, ...within, limit: maxRecords };
    const outcome = await text.session.request('references', params, signalOf(token));
    if (outcome.status !== 'ok') {
      return undefined;
    }
    const { places, total } = outcome.answer;
    if (text.record === undefined && total > maxRecords) {
      const sentence = vscode.l10n.t('{0} of {1} records with this value are listed.', numberText(maxRecords), numberText(total));
      vscode.window.setStatusBarMessage(sentence, shownFor);
    }
    return places.map(({ ref, range, recordStart }) => locationOf(text, document.uri, ref, range, recordStart));
  }
}
