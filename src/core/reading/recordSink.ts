import type { FindingCode } from '../finding/codes.ts';
import type { SyntaxFault } from '../diagnosis/firstFault.ts';
import type { Inside } from './otherLists.ts';

/** Takes what a reader finds, in the order of the source. */
export interface RecordSink {
  /**
   * A whole record: valid JSON, an object, in `bytes` from `start` up to `end`. `base` is the source's offset of
   * `bytes[0]`; `line` counts from 1. The bytes are the reader's and may change afterwards. `inside` is the key, in these bytes,
   * of a list of objects that may be records and are read as part of this one.
   */
  record(bytes: Uint8Array, start: number, end: number, base: number, line: number, inside?: Inside): void;
  /** A stretch that holds no record, or a fault of the container between records. Offsets are the source's. */
  broken(stretch: BrokenStretch): void;
}

export interface BrokenStretch {
  readonly code: FindingCode;
  readonly start: number;
  readonly end: number;
  /** The byte that cannot be there; the end where the source ends too early. */
  readonly failure: number;
  /** Line on which the failure is, from 1. */
  readonly line: number;
  /** Of `syntax.invalid`: what is wrong at the failure, where it can be classified. */
  readonly fault?: SyntaxFault | undefined;
}
