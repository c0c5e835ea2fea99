import type * as vscode from 'vscode';
import { signalOf } from '../base/signalOf.ts';
import { locationOf } from './logTextDocument.ts';
import type { LogTexts } from './logTexts.ts';

/** Findings of a record that are looked at for one that leads elsewhere. */
const maxFindings = 100;

/** Leads from a record that repeats another one, or that a gap precedes, to that record. */
export class LogDefinitions implements vscode.DefinitionProvider {
  readonly #texts: LogTexts;

  constructor(texts: LogTexts) {
    this.#texts = texts;
  }

  async provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Location[] | undefined> {
    const text = this.#texts.of(document);
    const place = text?.toLog(position);
    if (text === undefined || place === undefined) {
      return undefined;
    }
    const { session } = text;
    const signal = signalOf(token);
    const at = await session.request('recordAt', place, signal);
    const record = at.status === 'ok' ? at.answer.record : null;
    if (record === null) {
      return undefined;
    }
    const placed = await session.request(
      'placedFindings',
      { source: record.source, limit: maxFindings, query: `record:${record.index}` },
      signal,
    );
    if (placed.status !== 'ok') {
      return undefined;
    }
    return placed.answer.findings.flatMap(({ related, relatedRange }) =>
      related === null || relatedRange === null ? [] : [locationOf(text, document.uri, related, relatedRange, relatedRange)],
    );
  }
}
