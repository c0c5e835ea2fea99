import type { LogIndex } from '../index/logIndex.ts';
import { lastRowUpTo } from './lastRowUpTo.ts';
import type { Places } from './places.ts';

/** A row, and a byte within its record. */
export interface RowPlace {
  readonly row: number;
  /** From the beginning of the record. */
  readonly offset: number;
}

/** The record at a line and column of a source's text, from 0; undefined between records. */
export async function rowAtPlace(
  index: LogIndex,
  places: Places,
  { source, line, column }: { readonly source: number; readonly line: number; readonly column: number },
): Promise<RowPlace | undefined> {
  const at = await places.offsetAt(source, line, column);
  if (at === undefined) {
    return undefined;
  }
  const { offset, byteLength } = index.table;
  const row = lastRowUpTo(index, source, (candidate) => offset.at(candidate) > at);
  return row !== undefined && at < offset.at(row) + byteLength.data[row]! ? { row, offset: at - offset.at(row) } : undefined;
}
