import * as vscode from 'vscode';
import type { RecordRef, TextRange, TextStart } from '../../protocol/reference.ts';
import { rangeWithin } from '../base/rangeWithin.ts';
import { recordUri } from '../base/recordAddress.ts';
import { toRange } from '../base/toRange.ts';
import type { EngineSession } from '../engine/engineSession.ts';

/** A place of a text: line and column from 0, columns in UTF-16 units. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/**
 * A text document with records of a log: all of the log, the document of one record, or a side of a comparison. Language features are
 * written on this alone. Their questions to the engine are about places of the log; the document says which of its own these are.
 */
export interface LogTextDocument {
  /** The log that the text is of, which may have no text document itself. */
  readonly log: vscode.Uri;
  readonly session: EngineSession;
  /** Which source of the log the text is of. */
  readonly source: number;
  /** The only record that it shows; undefined where it shows the whole log. */
  readonly record: RecordRef | undefined;
  /** The place of the log that a place of this document shows. */
  toLog(position: vscode.Position): TextPlace;
  /** A stretch of the log in this document; of one that it does not show, the nearest place. */
  toDocument(range: TextRange): vscode.Range;
}

/** Documents of one kind that are open and have records of a log. */
export interface LogTextDocuments {
  readonly isEmpty: boolean;
  of(document: vscode.TextDocument): LogTextDocument | undefined;
}

/** A stretch of a record of the log: in this document if it shows that record, else in the document of the record. */
export function locationOf(
  { log, record: shown, toDocument }: Pick<LogTextDocument, 'log' | 'record' | 'toDocument'>,
  uri: vscode.Uri,
  record: RecordRef,
  range: TextRange,
  recordStart: TextStart,
): vscode.Location {
  const isHere = shown === undefined || (shown.source === record.source && shown.index === record.index);
  return isHere
    ? new vscode.Location(uri, toDocument(range))
    : new vscode.Location(recordUri({ log, ...record }), toRange(rangeWithin(range, recordStart)));
}
