import type { AdditionalFault } from '../finding/additionalFault.ts';
import { FaultList, type AdditionalError } from './faultList.ts';
import { ErrorTolerantParser, type Expected } from './errorTolerantParser.ts';

/** What is wrong at the byte at which strict reading fails: a fault by name, or what is expected in place of that byte. */
export type SyntaxFault = AdditionalFault | Expected;

/** Bytes of the longest escape, `\\u` and four digits. */
const escapeLength = 6;

/** A failure farther after the beginning than this is not classified: the bytes before it would be read once more. */
const maxPrefix = 1024 * 1024;

/**
 * Classifies the failure at index `failure` of a record that begins at `start` and of which the bytes up to `end` are known.
 * The bytes before the failure are valid. Undefined where only “unexpected” can be said, such as in text that is no record.
 * Takes time linear in the bytes up to the failure.
 */
export function firstFault(bytes: Uint8Array, start: number, failure: number, end: number): SyntaxFault | undefined {
  if (failure - start > maxPrefix || failure === start) {
    return undefined;
  }
  const faults = new FaultList(start - 1, 1);
  const reading = new ErrorTolerantParser(bytes, start, end, faults);
  let { expected } = reading;
  while (faults.first.length === 0 && reading.offset <= failure) {
    expected = reading.expected;
    if (!reading.step()) {
      break;
    }
  }
  const [first] = faults.first;
  if (first === undefined) {
    // Strict reading fails within a string at a control character or an escape only.
    const isWithinString = bytes[reading.offset] === 0x22 && reading.offset < failure;
    return isWithinString ? (bytes[failure]! < 0x20 ? 'control' : 'escape') : expected;
  }
  // Strict reading fails within or right after the place of a fault, and within the digits of an escape.
  const last = first.fault === 'escape' ? first.start + escapeLength : first.end;
  if (first.start > failure || failure > last) {
    return undefined;
  }
  return first.fault === 'other' ? expected : first.fault;
}

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
