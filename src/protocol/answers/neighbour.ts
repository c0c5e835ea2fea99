import type { RecordRef } from '../reference.ts';
import type { Answer } from './answer.ts';

/** The record that is next to another one in the order of time. */
export interface Neighbour extends Answer {
  /** Null where the filter finds none on that side. */
  readonly record: RecordRef | null;
}
