import * as vscode from 'vscode';
import { needsRecords } from '../../core/query/needsRecords.ts';
import { parseQuery } from '../../core/query/parseQuery.ts';
import type { Occurrence } from '../../protocol/answers/occurrences.ts';
import type { Hover } from '../../protocol/answers/places.ts';
import type { ViewPage } from '../../protocol/viewMessages.ts';
import { signalOf } from '../base/signalOf.ts';
import { hoverMarkdown } from './hoverMarkdown.ts';
import type { LogTextDocument } from './logTextDocument.ts';
import type { LogTexts } from './logTexts.ts';
import { pageOf } from './valueLinks.ts';

/** In a larger log no records are read to count a value while somebody waits for a hover. Bytes. */
const maxCounted = 32 * 1024 * 1024;

/** Explains the fields of records, and says how often a value occurs. */
export class LogHovers implements vscode.HoverProvider {
  readonly #texts: LogTexts;

  constructor(texts: LogTexts) {
    this.#texts = texts;
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const text = this.#texts.of(document);
    const place = text?.toLog(position);
    if (text === undefined || place === undefined) {
      return undefined;
    }
    const signal = signalOf(token);
    const outcome = await text.session.request('hover', place, signal);
    if (outcome.status !== 'ok' || outcome.answer === null) {
      return undefined;
    }
    const { answer } = outcome;
    const [occurrence, page] = await Promise.all([occurrenceOf(text, answer, signal), pageAt(text, answer, signal)]);
    return new vscode.Hover(hoverMarkdown(document.uri, answer, occurrence, page), text.toDocument(answer.range, place.source));
  }
}

/** How often the value occurs in the whole log; undefined where no filter finds it, or counting would take long. */
async function occurrenceOf({ session }: LogTextDocument, { field }: Hover, signal: AbortSignal): Promise<Occurrence | undefined> {
  const { filter } = field;
  const parsed = filter === null ? undefined : parseQuery(filter);
  const isLarge = (session.snapshot?.bytesRead ?? 0) > maxCounted;
  if (filter === null || parsed?.ok !== true || (isLarge && needsRecords(parsed.query))) {
    return undefined;
  }
  const outcome = await session.request('occurrences', { filters: [filter], isLast: true }, signal);
  return outcome.status === 'ok' ? outcome.answer.values[0] : undefined;
}

async function pageAt({ session }: LogTextDocument, { field, record }: Hover, signal: AbortSignal): Promise<ViewPage | undefined> {
  if (field.filter === null) {
    return undefined;
  }
  const outcome = await session.request('record', { ref: record }, signal);
  return outcome.status === 'ok' ? pageOf(field, outcome.answer) : undefined;
}
