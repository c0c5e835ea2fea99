import * as vscode from 'vscode';
import { formatTicks, ticksFromText } from '../../core/record/ticks.ts';
import type { Outline, OutlineGroup, OutlineRecord } from '../../protocol/answers/text.ts';
import { say } from '../../protocol/say.ts';
import { numberText, recordsText } from '../base/countText.ts';
import { signalOf } from '../base/signalOf.ts';
import { toRange } from '../base/toRange.ts';
import { debounce } from '../lifetime/debounce.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import { excerptSymbols } from './excerptOutline.ts';
import type { LogTextDocument } from './logTextDocument.ts';
import type { LogTexts } from './logTexts.ts';

/** So many records are listed at once; VS Code has no outline that asks for more. */
const maxListed = 5000;

/** While somebody moves through a text, the outline is made anew only when they pause. Milliseconds. */
const pause = 400;

/**
 * The records of a log by their sentences, in groups by hour or day: what the outline, the breadcrumbs and "Go to Symbol" list. Of
 * more than {@link maxListed} records those around the cursor are listed, and others when it has gone there.
 */
export class LogSymbols implements vscode.DocumentSymbolProvider, Disposable {
  readonly #texts: LogTexts;
  readonly #selector: vscode.DocumentSelector;
  readonly #owned = new Disposables();
  #registration: Disposable | undefined;
  /** What was listed last of texts of which not all is. */
  readonly #listed = new WeakMap<vscode.TextDocument, vscode.Range>();
  /** The snapshot of the log that was listed last of a text. */
  readonly #snapshots = new WeakMap<vscode.TextDocument, number>();
  readonly #renewSoon = this.#owned.add(debounce(() => this.#register(), pause));

  constructor(texts: LogTexts, selector: vscode.DocumentSelector) {
    this.#texts = texts;
    this.#selector = selector;
    this.#owned.add(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document, selection } }) => {
        const listed = this.#listed.get(document);
        if (listed !== undefined && !listed.contains(selection.active)) {
          this.#renewSoon();
        }
      }),
    );
    // A log is read again a moment after an edit, and when it grows: what was listed before is in other places then.
    this.#owned.add(
      texts.onDidChange(() => vscode.window.visibleTextEditors.some(({ document }) => this.#isStale(document)) && this.#renewSoon()),
    );
    this.#register();
  }

  async provideDocumentSymbols(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentSymbol[] | undefined> {
    const text = this.#texts.of(document);
    if (text?.excerpt !== undefined) {
      return excerptSymbols(text.excerpt);
    }
    if (text === undefined || text.record !== undefined) {
      return undefined;
    }
    // VS Code keeps what it is given until the text changes, and is asked to ask again once the log has been read.
    this.#snapshots.set(document, 0);
    const answer = await outlineOf(text, document, signalOf(token));
    if (answer === undefined) {
      return undefined;
    }
    this.#snapshots.set(document, answer.snapshot);
    const [first, last] = [answer.records[0], answer.records.at(-1)];
    if (first !== undefined && last !== undefined && answer.records.length < answer.total) {
      this.#listed.set(document, listedRange(answer, first, last));
    } else {
      this.#listed.delete(document);
    }
    return outlineSymbols(answer);
  }

  dispose(): void {
    this.#registration?.dispose();
    this.#owned.dispose();
  }

  #isStale(document: vscode.TextDocument): boolean {
    const [listed, snapshot] = [this.#snapshots.get(document), this.#texts.of(document)?.session.snapshot];
    return listed !== undefined && snapshot?.complete === true && snapshot.snapshot !== listed;
  }

  /** VS Code asks a provider again that comes anew; there is no event for that. */
  #register(): void {
    this.#registration?.dispose();
    const metadata = { label: vscode.l10n.t('Audit Log') };
    this.#registration = vscode.languages.registerDocumentSymbolProvider(this.#selector, this, metadata);
  }
}

/** The records around the cursor, and all groups; undefined until the log has been read. */
export async function outlineOf(
  { session, source }: LogTextDocument,
  document: vscode.TextDocument,
  signal: AbortSignal,
  limit = maxListed,
): Promise<Outline | undefined> {
  if (session.snapshot?.complete !== true) {
    return undefined;
  }
  const editor = vscode.window.visibleTextEditors.find((candidate) => candidate.document === document);
  const outcome = await session.request('outline', { source, line: editor?.selection.active.line ?? 0, limit }, signal);
  return outcome.status === 'ok' ? outcome.answer : undefined;
}

/** Before the first and after the last record there is nothing else to list. */
function listedRange({ total }: Outline, first: OutlineRecord, last: OutlineRecord): vscode.Range {
  const start = first.ref.index === 0 ? new vscode.Position(0, 0) : toRange(first.range).start;
  const end = last.ref.index === total - 1 ? new vscode.Position(Number.MAX_SAFE_INTEGER, 0) : toRange(last.range).end;
  return new vscode.Range(start, end);
}

/** Records within their groups; without these where there is but one. */
function outlineSymbols(outline: Outline): vscode.DocumentSymbol[] {
  const { groups, records, total } = outline;
  if (groups.length <= 1 && records.length === total) {
    return records.map(recordSymbol);
  }
  const [listedFrom = 0, listedTo = -1] = [records[0]?.ref.index, records.at(-1)?.ref.index];
  return groups.map((group) => {
    const from = Math.max(0, group.first - listedFrom);
    const to = Math.max(from, Math.min(group.first + group.count - 1, listedTo) + 1 - listedFrom);
    const children = records.slice(from, to).map(recordSymbol);
    const { length } = children;
    const detail =
      length === group.count ? recordsText(group.count) : vscode.l10n.t('{0} of {1} records', numberText(length), numberText(group.count));
    const range = toRange(group.range);
    const symbol = new vscode.DocumentSymbol(groupName(outline, group), detail, vscode.SymbolKind.Namespace, range, firstLine(range));
    symbol.children = children;
    return symbol;
  });
}

function recordSymbol({ sentence, time, range: place }: OutlineRecord): vscode.DocumentSymbol {
  const range = toRange(place);
  return new vscode.DocumentSymbol(say(sentence), time?.text ?? '', vscode.SymbolKind.Event, range, firstLine(range));
}

/** What is selected when somebody goes there: a record may take many lines. */
function firstLine(range: vscode.Range): vscode.Range {
  return new vscode.Range(range.start, range.start);
}

/** `2026-03-01 09:00 UTC`, `2026-03-01 UTC`, or the numbers of the records. */
function groupName({ unit }: Pick<Outline, 'unit'>, { first, count, from }: OutlineGroup): string {
  const ticks = from === null ? undefined : ticksFromText(from);
  if (ticks === undefined) {
    return vscode.l10n.t('Records {0} to {1}', String(first), String(first + count - 1));
  }
  const text = formatTicks(ticks);
  return unit === 'hour' ? `${text.slice(0, 10)} ${text.slice(11, 16)} UTC` : `${text.slice(0, 10)} UTC`;
}
