import * as vscode from 'vscode';
import { cursorPlace } from '../../core/json/cursorPlace.ts';
import type { CompletionItem } from '../../protocol/answers/text.ts';
import { numberText } from '../base/countText.ts';
import { signalOf } from '../base/signalOf.ts';
import { inertMarkdown } from './inertMarkdown.ts';
import type { LogTexts } from './logTexts.ts';

/** What begins a key or a value. */
export const completionTriggers: readonly string[] = ['"', ':', ' '];

/** Longer lines are not looked at for what is typed, in UTF-16 units. */
const maxLine = 100_000;
const maxItems = 500;

/** Offers keys and values of records that are a line each: those that are documented, and those that records of the log have. */
export class LogCompletions implements vscode.CompletionItemProvider {
  readonly #texts: LogTexts;

  constructor(texts: LogTexts) {
    this.#texts = texts;
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.CompletionList | undefined> {
    const text = this.#texts.of(document);
    const before = document.getText(new vscode.Range(position.line, 0, position.line, Math.min(position.character, maxLine)));
    const place = text === undefined || before.length >= maxLine ? undefined : cursorPlace(before);
    if (text === undefined || place === undefined) {
      return undefined;
    }
    const { kind, path, start } = place;
    const params = { of: kind === 'key' ? ('keys' as const) : ('values' as const), path, limit: maxItems };
    const outcome = await text.session.request('completions', params, signalOf(token));
    if (outcome.status !== 'ok') {
      return undefined;
    }
    const { items, looked } = outcome.answer;
    const typed = new vscode.Range(position.line, start, position.line, position.character + closingQuote(document, position));
    return new vscode.CompletionList(
      items.map((item, rank) => toItem(item, { kind, typed, rank, looked })),
      // Of more than were asked for others may come with what is typed next.
      items.length === maxItems,
    );
  }
}

/** VS Code closes a quote by itself: then it is replaced, too. */
function closingQuote(document: vscode.TextDocument, position: vscode.Position): number {
  return document.getText(new vscode.Range(position, position.translate(0, 1))) === '"' ? 1 : 0;
}

interface Offer {
  readonly kind: 'key' | 'value';
  readonly typed: vscode.Range;
  readonly rank: number;
  readonly looked: number;
}

function toItem({ text, title, documentation, records }: CompletionItem, { kind, typed, rank, looked }: Offer): vscode.CompletionItem {
  const isKey = kind === 'key';
  const item = new vscode.CompletionItem(text, isKey ? vscode.CompletionItemKind.Property : vscode.CompletionItemKind.Value);
  const inserted = isKey ? JSON.stringify(text) : text;
  item.insertText = inserted;
  item.filterText = inserted;
  item.range = typed;
  item.sortText = String(rank).padStart(6, '0');
  item.detail =
    records === 0 ? vscode.l10n.t('documented') : vscode.l10n.t('in {0} of {1} records', numberText(records), numberText(looked));
  const words = [title, documentation].filter((word) => word !== '').map((word) => inertMarkdown(vscode.l10n.t(word)));
  if (words.length > 0) {
    item.documentation = new vscode.MarkdownString(words.join('\n\n'));
  }
  return item;
}
