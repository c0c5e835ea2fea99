import * as vscode from 'vscode';
import { hoverMarkdown } from './hoverMarkdown.ts';
import type { RecognisedDocuments } from './recognisedDocuments.ts';
import { toRange } from '../base/toRange.ts';
import { signalOf } from '../base/signalOf.ts';

/** Explains the fields of records in text documents that were recognised as audit logs. */
export class LogHovers implements vscode.HoverProvider {
  readonly #documents: RecognisedDocuments;

  constructor(documents: RecognisedDocuments) {
    this.#documents = documents;
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const session = this.#documents.of(document)?.session;
    if (session === undefined) {
      return undefined;
    }
    const place = { source: 0, line: position.line, column: position.character };
    const outcome = await session.request('hover', place, signalOf(token));
    return outcome.status === 'ok' && outcome.answer !== null
      ? new vscode.Hover(hoverMarkdown(outcome.answer), toRange(outcome.answer.range))
      : undefined;
  }
}
