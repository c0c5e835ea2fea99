import { cloneState, stateAt, type ParserState } from '../../core/reading/parserState.ts';
import type { ReaderState } from '../../core/reading/readerState.ts';
import { RecordReader } from '../../core/reading/recordReader.ts';
import type { RecordIndexer } from '../ingest/general/recordIndexer.ts';

/** How things were before a source seemed to end. */
export interface SourceMark {
  /** What the reader knew. After lines of NDJSON that is little. */
  readonly state: ParserState | ReaderState;
  readonly offset: number;
  readonly records: number;
  readonly findings: number;
}

/**
 * Marks the place that a reader has come to, before it is reported the end there. The mark holds hardly any bytes, as there may be
 * thousands of them.
 */
export function markEnd(reader: RecordReader, offset: number, records: number, findings: number): SourceMark {
  const { betweenLines } = reader;
  if (betweenLines !== undefined) {
    // A copy: the key must not keep the bytes it was cut from.
    return { state: { ...betweenLines, opening: new Uint8Array(betweenLines.opening) }, offset, records, findings };
  }
  return { state: cloneState(reader.state), offset, records, findings };
}

/** A reader that goes on from a mark, once. */
export function readerAt({ state }: SourceMark, indexer: RecordIndexer): RecordReader {
  return new RecordReader(indexer, indexer, 'window' in state ? state : stateAt(state));
}
