import type { FindingCode } from './codes.ts';

/**
 * What is wrong or remarkable, and where. The sentence is made from code and arguments only when it is shown, so that a
 * log with a million findings holds numbers and no sentences.
 */
export interface Finding {
  readonly code: FindingCode;
  /** JSON pointer (RFC 6901) within the record; empty for the record as a whole. */
  readonly pointer: string;
  /** First byte of the place that it is about, in the bytes that were handed in. */
  readonly start: number;
  /** Byte after the place. */
  readonly end: number;
  /** Text arguments of the sentence. They come from the log and are not trusted. */
  readonly args: readonly string[];
  /** Another place of the same bytes that explains it: of a key that appears twice, the first. */
  readonly related?: Place;
}

/** A stretch of bytes: the offset of its first byte, and of the byte after it. */
export interface Place {
  readonly start: number;
  readonly end: number;
}
