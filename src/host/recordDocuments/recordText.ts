import type { TextStart } from '../../protocol/reference.ts';
import { placeOutside, rangeWithin } from '../base/rangeWithin.ts';
import type { RecordAddress } from '../base/recordAddress.ts';
import { toRange } from '../base/toRange.ts';
import type { EngineSession } from '../engine/engineSession.ts';
import type { LogTextDocument } from '../languageFeatures/logTextDocument.ts';
import { PrettyPlaces } from './prettyPlaces.ts';

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
    excerpt: undefined,
    toLog: ({ line, character }) => ({ source, ...placeOutside(line, character, start) }),
    toDocument: (range) => toRange(rangeWithin(range, start)),
    partsOf: () => [{ source, records: [index] }],
  };
}

/** The document of a record with a line for each of its values. */
export function prettyRecordText(record: ReadRecord, pretty: string): LogTextDocument {
  const { text, start, address } = record;
  const places = new PrettyPlaces(text, pretty, start);
  return {
    ...recordText(record),
    toLog: ({ line, character }) => ({ source: address.source, ...places.toLog(line, character) }),
    toDocument: (range) => toRange(places.toPretty(range)),
  };
}
