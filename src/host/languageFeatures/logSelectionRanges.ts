import * as vscode from 'vscode';
import { signalOf } from '../base/signalOf.ts';
import type { LogTextDocument } from './logTextDocument.ts';
import type { LogTexts } from './logTexts.ts';

/** Expands a selection from a value to its member, what holds that, and the record. */
export class LogSelectionRanges implements vscode.SelectionRangeProvider {
  readonly #texts: LogTexts;

  constructor(texts: LogTexts) {
    this.#texts = texts;
  }

  async provideSelectionRanges(
    document: vscode.TextDocument,
    positions: readonly vscode.Position[],
    token: vscode.CancellationToken,
  ): Promise<vscode.SelectionRange[] | undefined> {
    const text = this.#texts.of(document);
    if (text === undefined) {
      return undefined;
    }
    const signal = signalOf(token);
    return Promise.all(
      positions.map(async (position) => {
        return nested(await rangesAround(text, position, signal)) ?? new vscode.SelectionRange(new vscode.Range(position, position));
      }),
    );
  }
}

async function rangesAround(text: LogTextDocument, position: vscode.Position, signal: AbortSignal): Promise<readonly vscode.Range[]> {
  const place = text.toLog(position);
  const outcome = place && (await text.session.request('enclosing', place, signal));
  const ranges =
    place !== undefined && outcome?.status === 'ok' ? outcome.answer.ranges.map((range) => text.toDocument(range, place.source)) : [];
  return ranges.filter((range) => range !== undefined);
}

/** Ranges within each other, of which the first is the innermost. */
function nested(ranges: readonly vscode.Range[]): vscode.SelectionRange | undefined {
  return ranges.reduceRight<vscode.SelectionRange | undefined>(
    (parent, range) => (parent?.range.isEqual(range) === true ? parent : new vscode.SelectionRange(range, parent)),
    undefined,
  );
}
