import * as vscode from 'vscode';
import type { Moment } from '../../protocol/answers/answer.ts';
import type { RecordRef, TextRange, TextStart } from '../../protocol/reference.ts';
import type { TextPart } from '../../protocol/requests.ts';
import { rangeWithin } from '../base/rangeWithin.ts';
import { recordUri } from '../base/recordAddress.ts';
import { toRange } from '../base/toRange.ts';
import type { EngineSession } from '../engine/engineSession.ts';

/** A place of the text of a log: which source it is of, line and column from 0, columns in UTF-16 units. */
export interface TextPlace {
  readonly source: number;
  readonly line: number;
  readonly column: number;
}

/** A record as an excerpt shows it. */
export interface ExcerptRecord {
  readonly ref: RecordRef;
  /** What happened, in one line. */
  readonly title: string;
  readonly time: Moment | null;
  /** From its heading to its end. */
  readonly range: vscode.Range;
}

/** Records of a log that are shown one below the other. */
export interface Excerpt {
  readonly records: readonly ExcerptRecord[];
  /** The record that a line belongs to, its heading included. */
  recordAt(line: number): RecordRef | undefined;
  has(record: RecordRef): boolean;
}

/**
 * A text document with records of a log: all of the log, the document of one record, an excerpt, or a side of a comparison. Language features are
 * written on this alone. Their questions to the engine are about places of the log; the document says which of its own these are.
 */
export interface LogTextDocument {
  /** The log that the text is of, which may have no text document itself. */
  readonly log: vscode.Uri;
  readonly session: EngineSession;
  /** Which source of the log the text is of; of an excerpt, that of its first record. */
  readonly source: number;
  /** The only record that it shows; undefined where it shows the whole log, or an excerpt. */
  readonly record: RecordRef | undefined;
  /** The records that it shows; undefined where it shows the whole log, or one record. */
  readonly excerpt: Excerpt | undefined;
  /** The place of the log that a place of this document shows; undefined where it shows none, such as a heading. */
  toLog(position: vscode.Position): TextPlace | undefined;
  /** A stretch of a source in this document; undefined where it is not shown. Of the only record, the nearest place. */
  toDocument(range: TextRange, source: number): vscode.Range | undefined;
  /** What a range of this document shows of the log; `limit` records at most. */
  partsOf(range: vscode.Range, limit: number): readonly TextPart[];
}

/** Documents of one kind that are open and have records of a log. */
export interface LogTextDocuments {
  readonly isEmpty: boolean;
  of(document: vscode.TextDocument): LogTextDocument | undefined;
}

/** Whether a document shows a record of its log. */
function showsRecord({ record: shown, excerpt }: Pick<LogTextDocument, 'record' | 'excerpt'>, record: RecordRef): boolean {
  return excerpt?.has(record) ?? (shown === undefined || (shown.source === record.source && shown.index === record.index));
}

/** A stretch of a record of the log: in this document if it shows that record, else in the document of the record. */
export function locationOf(
  text: Pick<LogTextDocument, 'log' | 'record' | 'excerpt' | 'toDocument'>,
  uri: vscode.Uri,
  record: RecordRef,
  range: TextRange,
  recordStart: TextStart,
): vscode.Location {
  const here = showsRecord(text, record) ? text.toDocument(range, record.source) : undefined;
  return here === undefined
    ? new vscode.Location(recordUri({ log: text.log, ...record }), toRange(rangeWithin(range, recordStart)))
    : new vscode.Location(uri, here);
}
