import { samePlace } from '../../core/json/samePlace.ts';
import type { TextStart } from '../../protocol/reference.ts';
import { placeOutside, rangeWithin } from '../base/rangeWithin.ts';
import type { RecordAddress } from '../base/recordAddress.ts';
import { offsetAt, placeAt } from '../base/textPlaces.ts';
import { toRange } from '../base/toRange.ts';
import type { EngineSession } from '../engine/engineSession.ts';
import type { LogTextDocument } from '../languageFeatures/logTextDocument.ts';

/** A record whose text was read. */
export interface ReadRecord {
  readonly address: RecordAddress & { readonly index: number };
  readonly session: EngineSession;
  /** As the log writes it, and where that begins in the text of the log. */
  readonly text: string;
  readonly start: TextStart;
}

/** The document of a record as the log writes it. */
export function recordText({ address: { log, source, index }, session, start }: Omit<ReadRecord, 'text'>): LogTextDocument {
  return {
    log,
    session,
    source,
    record: { source, index },
    toLog: ({ line, character }) => placeOutside(line, character, start),
    toDocument: (range) => toRange(rangeWithin(range, start)),
  };
}

/** The document of a record with a line for each of its values. */
export function prettyRecordText(record: ReadRecord, pretty: string): LogTextDocument {
  const { text, start } = record;
  const plain = recordText(record);
  return {
    ...plain,
    toLog: ({ line, character }) => {
      const place = placeAt(text, samePlace(pretty, offsetAt(pretty, line, character), text));
      return placeOutside(place.line, place.column, start);
    },
    toDocument: (range) => {
      const { startLine, startColumn, endLine, endColumn } = rangeWithin(range, start);
      const [from, to] = [offsetAt(text, startLine, startColumn), offsetAt(text, endLine, endColumn)];
      const first = placeAt(pretty, samePlace(text, from, pretty));
      // The last unit decides: after it there may be blanks that are no part of the stretch.
      const end = to > from ? samePlace(text, to - 1, pretty) + 1 : samePlace(text, from, pretty);
      const last = placeAt(pretty, end);
      return toRange({ startLine: first.line, startColumn: first.column, endLine: last.line, endColumn: last.column });
    },
  };
}
