import type { ReaderState } from '../../core/reading/readerState.ts';
import { RecordReader } from '../../core/reading/recordReader.ts';
import type { RecordIndexer } from '../ingest/general/recordIndexer.ts';

/** How things were before a source seemed to end. */
export interface SourceMark {
  /** Knows nothing of an end. After lines of NDJSON its state is all that is worth keeping. */
  readonly reader: RecordReader | ReaderState;
  readonly offset: number;
  readonly records: number;
  readonly findings: number;
}

/**
 * Marks the place that a reader has come to, and gives the reader that may be reported the end there. The mark holds hardly
 * any bytes, as there may be thousands of them.
 */
export function markEnd(
  reader: RecordReader,
  offset: number,
  records: number,
  findings: number,
): { readonly mark: SourceMark; readonly reader: RecordReader } {
  const { state } = reader;
  if (state !== undefined) {
    // A copy: the key must not keep the bytes it was cut from.
    return { mark: { reader: { ...state, opening: new Uint8Array(state.opening) }, offset, records, findings }, reader };
  }
  // It lets go of the bytes it is done with.
  reader.push(new Uint8Array(0));
  return { mark: { reader, offset, records, findings }, reader: reader.fork() };
}

/** A reader that goes on from a mark. */
export function readerAt({ reader }: SourceMark, indexer: RecordIndexer): RecordReader {
  return reader instanceof RecordReader ? reader : new RecordReader(indexer, indexer, reader);
}
