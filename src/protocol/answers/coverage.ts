import type { Answer } from './answer.ts';
import type { RecordRef, TicksText } from '../reference.ts';

/**
 * What the sequence numbers say about what is in the file. A missing number is not in this file, which does not say that it
 * was lost; nothing is known before the first number of an epoch or after its last.
 */
export interface Coverage extends Answer {
  /** Distinct numbers in the file, of all writers. */
  readonly seen: number;
  /** All missing numbers, in decimal, as are all sequence numbers here: they need 64 bits. */
  readonly missing: string;
  readonly epochs: readonly EpochCoverage[];
  /** How many there are: more than `epochs.length` means that the list was cut. */
  readonly epochsTotal: number;
  /** Every gap that has a place in time, in order of time, for a time axis. Empty where none were asked for. */
  readonly stretches: readonly GapStretch[];
  /** Gaps without a place in time: neither of the records on either side has a valid one. Counted where stretches are. */
  readonly unplaced: number;
}

/** Gaps of any writers that lie close to each other in time, as one. */
export interface GapStretch {
  /** The earliest and the latest time of the records on either side of the gaps; the same where they lie at one moment. */
  readonly fromTicks: TicksText;
  readonly toTicks: TicksText;
  /** How many gaps, at least 1. */
  readonly gaps: number;
  /** The missing numbers of all of them. */
  readonly missing: string;
  /** The gap with the most missing numbers, of those the first, and its writer's epoch. */
  readonly largest: Gap & { readonly epoch: string };
  /** The record after the latest of the gaps. */
  readonly after: RecordRef;
}

/** The records of one writer: an epoch, within the role instance of Part A where that is given. */
export interface EpochCoverage {
  readonly epoch: string;
  readonly roleInstance: string | null;
  readonly first: string;
  readonly last: string;
  /** Distinct numbers in the file. */
  readonly seen: number;
  readonly missing: string;
  /** `seen` by the width of the span from first to last, 0 to 1. */
  readonly density: number;
  /** Times of the records with the first and the last number; null without a valid one. */
  readonly fromTicks: TicksText | null;
  readonly toTicks: TicksText | null;
  readonly gaps: readonly Gap[];
  readonly gapsTotal: number;
}

/** Neighbouring numbers that are missing between two records. */
export interface Gap {
  readonly from: string;
  readonly to: string;
  readonly missing: string;
  /** The records on either side, and their times. */
  readonly before: RecordRef;
  readonly after: RecordRef;
  readonly fromTicks: TicksText | null;
  readonly toTicks: TicksText | null;
}
