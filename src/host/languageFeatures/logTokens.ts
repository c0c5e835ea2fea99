import * as vscode from 'vscode';
import type { TokenKind } from '../../protocol/answers/text.ts';
import { signalOf } from '../base/signalOf.ts';
import { whenRead } from '../engine/whenRead.ts';
import type { LogTexts } from './logTexts.ts';

/** Records of which values are coloured at once: more than a screen shows. */
const maxRecords = 1000;

/** The types of `semanticTokenTypes` in package.json, by what values are. */
const types: Readonly<Record<TokenKind, string>> = {
  operation: 'auditOperation',
  caller: 'auditCaller',
  target: 'auditTarget',
  success: 'auditSuccess',
  clientError: 'auditClientError',
  failure: 'auditFailure',
  other: 'auditOther',
};

export const tokenLegend = new vscode.SemanticTokensLegend(Object.values(types));

/** Colours operations, results, callers and targets of all formats, in what is in view. */
export class LogTokens implements vscode.DocumentRangeSemanticTokensProvider {
  readonly #texts: LogTexts;

  constructor(texts: LogTexts) {
    this.#texts = texts;
  }

  async provideDocumentRangeSemanticTokens(
    document: vscode.TextDocument,
    range: vscode.Range,
    token: vscode.CancellationToken,
  ): Promise<vscode.SemanticTokens | undefined> {
    const text = this.#texts.of(document);
    if (text === undefined) {
      return undefined;
    }
    const signal = signalOf(token);
    // VS Code asks again only when somebody scrolls or edits.
    await whenRead(text.session, signal);
    const [first, last] = [text.toLog(range.start), text.toLog(range.end)];
    const params = { source: text.source, firstLine: first.line, lastLine: last.line, limit: maxRecords };
    const outcome = await text.session.request('tokens', params, signal);
    if (outcome.status !== 'ok') {
      return undefined;
    }
    const builder = new vscode.SemanticTokensBuilder(tokenLegend);
    for (const { line, column, length, kind } of outcome.answer.tokens) {
      const place = text.toDocument({ startLine: line, startColumn: column, endLine: line, endColumn: column + length });
      builder.push(place, types[kind]);
    }
    return builder.build();
  }
}
