import type { TextPart } from '../../protocol/requests.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { lastRowUpTo } from './lastRowUpTo.ts';

/** The rows of a part of a source's text, which rise. */
export function rowsOfPart(index: LogIndex, part: TextPart): Uint32Array {
  const { firstRow } = index.sources[part.source]!;
  if ('records' in part) {
    const rows = new Set(part.records.flatMap((record) => index.rowOf({ source: part.source, index: record }) ?? []));
    return Uint32Array.from(rows).toSorted();
  }
  const { line } = index.table;
  const { source, firstLine, lastLine, limit } = part;
  const first = lastRowUpTo(index, source, (row) => line.data[row]! > firstLine + 1) ?? firstRow;
  const last = Math.min(lastRowUpTo(index, source, (row) => line.data[row]! > lastLine + 1) ?? firstRow - 1, first + limit - 1);
  return Uint32Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);
}

/** Whether a line of one of these records is in the part: a record may go on after it. */
export function hasLine(part: TextPart, line: number): boolean {
  return 'records' in part || (line >= part.firstLine && line <= part.lastLine);
}
