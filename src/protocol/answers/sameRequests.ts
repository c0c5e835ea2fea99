import type { Answer } from './answer.ts';
import type { FacetValue } from './facets.ts';

/** The other records of the requests that the matching records belong to. */
export interface SameRequests extends Answer {
  readonly records: number;
  /** How many requests they belong to. */
  readonly requests: number;
  /** Whether all records were looked at that could be of these requests; else there may be more. */
  readonly isWhole: boolean;
  /** What they say for each field that was asked for, null left out. */
  readonly fields: readonly {
    readonly field: string;
    readonly values: readonly FacetValue[];
    /** How many there are: more than `values.length` means that the list was cut. */
    readonly total: number;
  }[];
}
