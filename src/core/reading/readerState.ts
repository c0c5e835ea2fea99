/**
 * All that a reader knows where it is between two lines of NDJSON: every record so far has a line of its own, and what
 * was wrong has been reported. Plain data, which may be sent to another thread.
 *
 * A reader that begins with it reports the same as one that has read everything before. So a reader may begin at any line of
 * such a log with the state of another, `{ ...state, offset, line: 1, spent: 0 }`, where only its lines and what it spends count from
 * elsewhere; what all readers before it have spent must leave as much as it spends (`mayTry`). Whether
 * a record did end before that line shows when the bytes before it have been read: a reader that has been given just these
 * has a state again, whose offset is that of the line. If it has none, reading must go on from the last state there was,
 * with one reader for all that follows.
 */
export interface ReaderState {
  /** Offset in the source: right after a line feed. */
  readonly offset: number;
  /** The line that begins there, from 1. */
  readonly line: number;
  /** Records before it, of which there is at least one. */
  readonly records: number;
  /** The first key of the first record, with its quotes. */
  readonly opening: Uint8Array;
  /** Bytes that were scanned in vain. */
  readonly spent: number;
}
