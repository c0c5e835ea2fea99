import type { RecordRef } from '../../src/protocol/reference.ts';
import type { ListSelection } from './listSelection.ts';
import type { RowCache } from './rowCache.ts';
import { rowsOf } from './rowRanges.ts';

/** The record that is selected together with the current one, where those are just two; undefined else, and until it is known. */
export function pairedRecord({ several, position }: ListSelection, rows: RowCache): RecordRef | undefined {
  if (several.count !== 2 || position === undefined || !several.has(position)) {
    return undefined;
  }
  const other = rowsOf(several.ranges).find((row) => row !== position);
  return other === undefined ? undefined : rows.row(other)?.ref;
}
