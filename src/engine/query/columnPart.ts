import type { BlockReader } from '../columns/blocks.ts';
import type { IdArray } from '../columns/column.ts';

/**
 * How the values of a field follow from columns: one part for each column that contributes. The values of a record are
 * those of all its parts together; with none, the record has no value.
 */
export interface ColumnPart {
  /** The ids that rows hold. */
  readonly read: BlockReader;
  /** The column itself, where these are just its ids. */
  readonly column?: { readonly data: IdArray };
  /** The values that an id stands for. */
  readonly valuesOf: (id: number) => readonly (string | null)[];
  /** An upper bound of the ids, now. */
  readonly size: () => number;
  /** Set where ids are given while blocks are read: then more may come than {@link size} gives now. */
  readonly growsByReading?: true;
}
