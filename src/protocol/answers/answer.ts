import type { Severity } from '../../core/finding/codes.ts';
import type { ResultGroup } from '../../core/record/results.ts';
import type { TicksText } from '../reference.ts';

export type { Severity };

/**
 * What the engine answers. All of it is plain data that survives `postMessage` and JSON.
 *
 * Every answer names the snapshot that it was made from: while a log is being read, histogram, facets and list made from
 * the same snapshot agree with each other to the last record.
 */
export interface Answer {
  readonly snapshot: number;
  /** Present where the answer holds only what a search through records has found so far. */
  readonly searching?: Searching;
}

/** How far the search of a filter through records is, in rows. */
export interface Searching {
  /** Rows whose records are still to be looked at. */
  readonly left: number;
  /** Rows whose records had to be looked at when the search began. */
  readonly total: number;
}

/** How many records fall into each group of results. */
export type GroupCounts = Readonly<Record<ResultGroup, number>>;

export type SeverityCounts = Readonly<Record<Severity, number>>;

/** A moment as a record writes it and as it compares. */
export interface Moment {
  readonly text: string;
  readonly ticks: TicksText;
}
