import type { ResultGroup } from '../../core/record/results.ts';
import type { Answer } from './answer.ts';
import type { TicksText } from '../reference.ts';

/** Counts per bucket of equal width over a span of time. */
export interface Timeline extends Answer {
  /** First tick of the first bucket. */
  readonly from: TicksText;
  /** First tick after the last bucket. */
  readonly to: TicksText;
  /** Width of a bucket in ticks. */
  readonly bucket: TicksText;
  /** One count per bucket for each group. */
  readonly groups: Readonly<Record<ResultGroup, readonly number[]>>;
  /** Records that match the query; those without a time or outside the span included. */
  readonly matching: number;
  /** Matching records without a valid time: they are in no bucket. */
  readonly untimed: number;
  readonly total: number;
  /** Where they were asked for. */
  readonly lanes?: Lanes;
}

/** The same buckets once for each of some values of a field, the most frequent first. */
export interface Lanes {
  readonly field: string;
  readonly lanes: readonly Lane[];
  /** How many values there are. */
  readonly distinct: number;
  /** As that of `Facets`. */
  readonly uncounted?: number;
}

/** The records that the filter finds together with a term for the value: some may be in several lanes, unless they were asked for apart. */
export interface Lane {
  /** Null for records without one. */
  readonly value: string | null;
  readonly groups: Timeline['groups'];
  readonly matching: number;
}

/** A stretch of time that begins and ends with a record. */
export interface RecordStretch {
  readonly from: TicksText;
  /** First tick after the last record. */
  readonly to: TicksText;
  readonly records: number;
}

/** Where nearly all records lie in time, and the few before and after; all null where none lies far from the others. */
export interface Outliers extends Answer {
  readonly dense: RecordStretch | null;
  readonly before: RecordStretch | null;
  readonly after: RecordStretch | null;
}
