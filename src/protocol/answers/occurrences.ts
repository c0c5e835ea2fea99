import type { RecordRef, TicksText } from '../reference.ts';
import type { Answer } from './answer.ts';

/** How often records occur in the whole log, and where first. */
export interface Occurrences extends Answer {
  /** One for each filter that was asked about, in their order. */
  readonly values: readonly Occurrence[];
}

export interface Occurrence {
  /** As it was asked about. */
  readonly filter: string;
  /** How many records the filter finds. */
  readonly records: number;
  /** The first of these in the order of time; null if there is none. */
  readonly first: FirstRecord | null;
  /** The last of these; present where it was asked for. */
  readonly last?: FirstRecord | null;
}

export interface FirstRecord {
  readonly ref: RecordRef;
  /** Null if none of the records has a valid time. */
  readonly time: TicksText | null;
}
