import type { Wrapping } from './listBracket.ts';

/** A stretch that cannot be read, most often a record, and what is known of the log around it. */
export interface BrokenRecord {
  /** Index of its first byte. */
  readonly start: number;
  /** Index of the byte at which strict reading failed. */
  readonly failure: number;
  /** Blanks before it on its line, or -1 if something else is there. */
  readonly indentation: number;
  /** Whether the records of this log are on one line each. */
  readonly oneLine: boolean;
  /** Whether each record so far is on one line; the broken one may be the first. */
  readonly eachOnOneLine: boolean;
  /** Whether records have been read. */
  readonly hasRecords: boolean;
  readonly inArray: boolean;
  /** The array may be the list of a wrapper, after which further members may be. */
  readonly wrapping: Wrapping;
  /** Whether records of this log begin with the same key, or each on a line of its own. */
  readonly beginnings: 'alike' | 'different' | 'unknown';
  /** The first key, with its quotes, of records of this log; empty when none has been read. */
  readonly opening: Uint8Array;
  /** Whether reading may be taken up again before the failure: the same bytes are read twice then. */
  readonly mayGoBack: boolean;
}

/** What lines are held against. */
export interface KnownRecord extends BrokenRecord {
  readonly openings: readonly Uint8Array[];
}
