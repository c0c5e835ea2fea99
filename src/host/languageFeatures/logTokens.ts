import * as vscode from 'vscode';
import type { TokenKind } from '../../protocol/answers/text.ts';
import { signalOf } from '../base/signalOf.ts';
import type { Disposable } from '../lifetime/disposables.ts';
import type { LogTextDocument } from './logTextDocument.ts';
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

const tokenLegend = new vscode.SemanticTokensLegend(Object.values(types));

/** Colours operations, results, callers and targets of all formats, in what is in view. */
export class LogTokens implements vscode.DocumentRangeSemanticTokensProvider, Disposable {
  readonly #texts: LogTexts;
  readonly #selector: vscode.DocumentSelector;
  readonly #subscription: Disposable;
  #registration: Disposable;
  /** Texts that were asked for before their log had been read. */
  readonly #waiting = new Set<LogTextDocument>();

  constructor(texts: LogTexts, selector: vscode.DocumentSelector) {
    this.#texts = texts;
    this.#selector = selector;
    this.#registration = this.#register();
    this.#subscription = texts.onDidChange(() => this.#askAgain());
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#registration.dispose();
  }

  #register(): Disposable {
    return vscode.languages.registerDocumentRangeSemanticTokensProvider(this.#selector, this, tokenLegend);
  }

  /** VS Code asks a provider again that comes anew; there is no event for that. */
  #askAgain(): void {
    if ([...this.#waiting].some(({ session }) => session.snapshot?.complete === true)) {
      this.#waiting.clear();
      this.#registration.dispose();
      this.#registration = this.#register();
    }
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
    if (text.session.snapshot?.complete !== true) {
      this.#waiting.add(text);
      return undefined;
    }
    const signal = signalOf(token);
    const found: { readonly place: vscode.Range; readonly kind: TokenKind }[] = [];
    for (const part of text.partsOf(range, maxRecords)) {
      const outcome = await text.session.request('tokens', part, signal);
      if (outcome.status !== 'ok') {
        return undefined;
      }
      for (const { line, column, length, kind } of outcome.answer.tokens) {
        const place = text.toDocument({ startLine: line, startColumn: column, endLine: line, endColumn: column + length }, part.source);
        if (place !== undefined) {
          found.push({ place, kind });
        }
      }
    }
    const builder = new vscode.SemanticTokensBuilder(tokenLegend);
    // Records need not be in the order of the log, and each token is written by its distance from the one before.
    for (const { place, kind } of found.toSorted((left, right) => left.place.start.compareTo(right.place.start))) {
      builder.push(place, types[kind]);
    }
    return builder.build();
  }
}
