import type { Answer, GroupCounts } from './answer.ts';
import type { FacetValue } from './facets.ts';

/** How many matching records have each value of one field together with each of another. */
export interface Matrix extends Answer {
  /** The values of both fields, the most frequent first, ties by value, each with all matching records that have it. */
  readonly rows: readonly FacetValue[];
  /** How many there are: more than `rows.length` means that the list was cut. */
  readonly rowsTotal: number;
  readonly columns: readonly FacetValue[];
  readonly columnsTotal: number;
  /** `cells[row][column]`; null where no record has both. A record with several values counts in the cell of each. */
  readonly cells: readonly (readonly (GroupCounts | null)[])[];
}
