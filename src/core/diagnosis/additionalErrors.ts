import { FaultList, type AdditionalError } from './faultList.ts';
import { ErrorTolerantParser } from './errorTolerantParser.ts';

export interface AdditionalErrors {
  /** The first ones in the order of the text, at most as many as were asked for. */
  readonly first: readonly AdditionalError[];
  /** How many there are. */
  readonly total: number;
}

/**
 * Reads a broken record on after the byte at which strict reading failed, and says what else the writer got wrong. What
 * follows from an earlier fault is none of its own: where it is not sure how the text goes on, this says nothing. A record
 * that is merely cut off has no further failures.
 *
 * `start` is where the record begins, and the bytes up to `failure` are valid. The time is linear in the bytes.
 */
export function additionalErrors(bytes: Uint8Array, start: number, failure: number, end: number, most: number): AdditionalErrors {
  const faults = new FaultList(failure, most);
  const reading = new ErrorTolerantParser(bytes, start, end, faults);
  while (reading.step()) {
    // Each step moves on.
  }
  return { first: faults.first, total: faults.total };
}
