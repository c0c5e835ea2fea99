import type { RecordRef, TicksText } from '../reference.ts';
import type { Answer } from './answer.ts';

/** Where values of some fields occur first among the matching records. */
export interface Firsts extends Answer {
  /** The newest first; those of records without a valid time come last. */
  readonly values: readonly FirstValue[];
  /** How many there are: more than `values.length` means that the list was cut. */
  readonly total: number;
}

export interface FirstValue {
  /** As it was asked for. */
  readonly field: string;
  readonly value: string;
  /** The first record that has it. */
  readonly ref: RecordRef;
  /** Null where that has no valid time. */
  readonly time: TicksText | null;
  /** Whether no record of the whole log has it before; undefined where records would have to be read for that. */
  readonly isFirstInLog?: boolean;
}
