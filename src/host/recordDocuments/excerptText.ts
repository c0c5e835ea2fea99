import * as vscode from 'vscode';
import type { WrittenRecord } from '../../protocol/answers/page.ts';
import { say } from '../../protocol/say.ts';
import { visibleText } from '../../protocol/visibleText.ts';
import { numberText } from '../base/countText.ts';
import { bySource } from '../base/excerptChoice.ts';
import type { ExcerptAddress } from '../base/excerptAddress.ts';
import { toRange } from '../base/toRange.ts';
import type { EngineSession } from '../engine/engineSession.ts';
import type { Excerpt, ExcerptRecord, LogTextDocument } from '../languageFeatures/logTextDocument.ts';
import type { ExcerptRecords } from './excerptRecords.ts';
import { ExcerptLayout, type LaidOutRecord, type RecordWords } from './excerptLayout.ts';

/** A longer filter is cut in the head. UTF-16 units. */
const maxQuery = 1000;

/** Records as an excerpt shows them. */
export function layOutExcerpt(
  { log, choice }: ExcerptAddress,
  { records, matching }: ExcerptRecords,
  sources: readonly { readonly name: string }[],
): ExcerptLayout {
  const name = visibleText(log.path.slice(log.path.lastIndexOf('/') + 1));
  const query = choice.kind === 'filter' ? choice.query.trim() : '';
  const shownQuery = query.length > maxQuery ? `${query.slice(0, maxQuery)}…` : query;
  return new ExcerptLayout(
    records,
    (record) => recordWords(record, sources.length > 1 ? sources[record.ref.source]?.name : undefined),
    (shown) => [
      shown === matching
        ? vscode.l10n.t('{0} of {1} records, pretty-printed from {2}', numberText(shown), numberText(matching), name)
        : vscode.l10n.t(
            '{0} of {1} records, pretty-printed from {2}: an excerpt has room for no more',
            numberText(shown),
            numberText(matching),
            name,
          ),
      ...(query === '' ? [] : [vscode.l10n.t('Filter: {0}', visibleText(shownQuery))]),
    ],
  );
}

function recordWords({ ref, line, time, sentence, cut, text }: WrittenRecord, source: string | undefined): RecordWords {
  const place = vscode.l10n.t('Record {0}, line {1}', String(ref.index), String(line));
  const parts = [source === undefined ? place : `${visibleText(source)}: ${place}`, visibleText(time?.text ?? ''), say(sentence)];
  return {
    heading: parts.filter((part) => part !== '').join(' · '),
    footing: cut ? vscode.l10n.t('The record goes on: shown are its first {0} characters.', numberText(text.length)) : undefined,
  };
}

/** The document of an excerpt. */
export function excerptText(log: vscode.Uri, session: EngineSession, layout: ExcerptLayout): LogTextDocument {
  return {
    log,
    session,
    source: layout.records[0]?.written.ref.source ?? 0,
    record: undefined,
    excerpt: outline(layout),
    toLog: ({ line, character }) => layout.toLog(line, character),
    toDocument: (range, source) => {
      const found = layout.toExcerpt(range, source);
      return found && toRange(found);
    },
    partsOf: ({ start, end }, limit) => {
      const shown = layout.records.filter(({ headLine, lastLine }) => lastLine >= start.line && headLine <= end.line).slice(0, limit);
      return bySource(shown.map(({ written: { ref } }) => ref));
    },
  };
}

function outline(layout: ExcerptLayout): Excerpt {
  return {
    records: layout.records.map(excerptRecord),
    recordAt: (line) => layout.recordAt(line)?.written.ref,
    has: (record) => layout.find(record) !== undefined,
  };
}

function excerptRecord({ written: { ref, sentence, time }, headLine, lastLine, lastColumn }: LaidOutRecord): ExcerptRecord {
  return { ref, title: say(sentence), time, range: new vscode.Range(headLine, 0, lastLine, lastColumn) };
}
