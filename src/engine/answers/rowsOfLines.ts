import type { LogIndex } from '../index/logIndex.ts';
import { lastRowUpTo } from './lastRowUpTo.ts';

/** The rows of a source with text on some lines, from 0, the last included; at most `limit`. */
export function rowsOfLines(
  index: LogIndex,
  {
    source,
    firstLine,
    lastLine,
    limit,
  }: { readonly source: number; readonly firstLine: number; readonly lastLine: number; readonly limit: number },
): Uint32Array {
  const { line } = index.table;
  const { firstRow } = index.sources[source]!;
  const first = lastRowUpTo(index, source, (row) => line.data[row]! > firstLine + 1) ?? firstRow;
  const last = Math.min(lastRowUpTo(index, source, (row) => line.data[row]! > lastLine + 1) ?? firstRow - 1, first + limit - 1);
  return Uint32Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);
}
