import type { RecordAt } from '../../protocol/answers/places.ts';
import type { Requests } from '../../protocol/requests.ts';
import type { LogIndex } from '../index/logIndex.ts';
import type { AnswerContext } from './context.ts';
import { lastRowUpTo } from './lastRowUpTo.ts';
import { Places } from './places.ts';

/**
 * The record at a line and column of a source's text. Whoever puts a cursor on a line means its record, also after the
 * record's last character or in its indentation.
 */
export async function answerRecordAt(
  { index }: AnswerContext,
  { source, line, column }: Requests['recordAt']['params'],
  signal: AbortSignal,
): Promise<RecordAt> {
  const row = index.sources[source] === undefined ? undefined : await rowAtPlace(index, source, line, column);
  signal.throwIfAborted();
  return { snapshot: index.snapshot, record: row === undefined ? null : index.refOf(row) };
}

async function rowAtPlace(index: LogIndex, source: number, line: number, column: number): Promise<number | undefined> {
  const { offset: offsets, line: lines } = index.table;
  const { firstRow, records } = index.sources[source]!;
  const end = Math.min(firstRow + records, index.rows);
  if (firstRow >= end) {
    return undefined;
  }
  const places = new Places(index);
  const offset = await places.offsetAt(source, line, column);
  const first = await places.startOfRecord(index.refOf(firstRow));
  const isBeforeFirst = first !== null && (line < first.startLine || (line === first.startLine && column < first.startColumn));
  // After the end of the text there is no byte: then the last record decides.
  const isAfter = (row: number): boolean => offset !== undefined && offsets.at(row) > offset;
  const before = isBeforeFirst ? undefined : lastRowUpTo(index, source, isAfter);
  if (before !== undefined) {
    const range = await places.ofRecord(index.refOf(before));
    if (range !== null && line <= range.endLine) {
      return before;
    }
  }
  const next = before === undefined ? firstRow : before + 1;
  return next < end && lines.data[next] === line + 1 ? next : undefined;
}
