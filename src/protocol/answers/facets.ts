import type { TicksText } from '../reference.ts';
import type { Answer, GroupCounts } from './answer.ts';

export interface FacetValue {
  /** The value as a filter writes it; null for "missing or null". */
  readonly value: string | null;
  readonly count: number;
  readonly groups: GroupCounts;
  /** Where it was asked for, and the field has been read: the time of the first record in the whole log that has it; null where that has none, or there is no value. */
  readonly first?: TicksText | null;
  /** Present with `first`: how many records in the whole log have it, and whether the first of them is a matching one. */
  readonly inLog?: number;
  readonly isFirst?: boolean;
}

export interface Facets extends Answer {
  readonly field: string;
  /** The most frequent values first, ties by value. */
  readonly values: readonly FacetValue[];
  /** How many distinct values there are, of those that were asked for: more than `values.length` means that the list was cut. */
  readonly distinct: number;
  readonly matching: number;
  /** Present where a field has more values than are counted one by one: the records with any of the others. */
  readonly uncounted?: number;
}
