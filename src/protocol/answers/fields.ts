import type { Answer } from './answer.ts';

/** The values of a field have been read from the records of the snapshot. */
export interface FieldRead extends Answer {
  readonly field: string;
  /** Distinct values that are kept. */
  readonly values: number;
}

/** Keys, and paths of keys, that records have. */
export interface SeenFields extends Answer {
  /** Those that most of the records have first, ties by name. */
  readonly fields: readonly SeenField[];
  /** How many different ones there are in these records: more than `fields.length` means that the list was cut. */
  readonly distinct: number;
  /** How many records were looked at, and how many there are. */
  readonly looked: number;
  readonly total: number;
}

export interface SeenField {
  /** As the filter language names it, not quoted. */
  readonly field: string;
  /** In how many of the records that were looked at. */
  readonly records: number;
}
