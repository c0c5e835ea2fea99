import type { ComparedField } from '../describe.ts';
import type { Answer } from './answer.ts';
import type { Row } from './page.ts';

/** Two records, field by field. */
export interface Comparison extends Answer {
  readonly first: Row;
  readonly second: Row;
  /** The fields that differ, then those that are equal; each part in the order of the records. */
  readonly fields: readonly ComparedField[];
  /** How many fields there are: more than `fields.length` means that the list was cut. */
  readonly total: number;
  /** How many of all fields are equal. */
  readonly equal: number;
}
