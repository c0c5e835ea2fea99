import { describeFieldAt } from '../../core/describe/describeField.ts';
import { describeOtherFieldAt } from '../../core/describe/describeOtherFields.ts';
import { aboutFormat } from '../../core/formats/aboutFormat.ts';
import { recordFormat } from '../../core/formats/recordFormat.ts';
import { parseValueTree } from '../../core/json/valueTree.ts';
import type { Hover } from '../../protocol/answers/places.ts';
import type { Requests } from '../../protocol/requests.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { formatId, type AnswerContext } from './context.ts';
import { lastRowUpTo } from './lastRowUpTo.ts';
import { Places } from './places.ts';
import { describeRow } from './rows.ts';

/** What is at a line and column of a source's text: null outside records, and between the members of one. */
export async function answerHover(
  { index }: AnswerContext,
  { source, line, column }: Requests['hover']['params'],
  signal: AbortSignal,
): Promise<Hover | null> {
  const places = new Places(index);
  const offset = await places.offsetAt(source, line, column);
  signal.throwIfAborted();
  const row = offset === undefined ? undefined : rowAt(index, source, offset);
  if (offset === undefined || row === undefined) {
    return null;
  }
  const { offset: offsets, line: lines } = index.table;
  const start = offsets.at(row);
  const bytes = await index.bytesOf(row);
  const root = parseValueTree(bytes, 0, bytes.length);
  const format = recordFormat(bytes, root, index.formats);
  const found =
    format.kind === 'other'
      ? describeOtherFieldAt(bytes, root, format.compiled, offset - start)
      : describeFieldAt(bytes, root, offset - start);
  if (found === undefined) {
    return null;
  }
  return {
    snapshot: index.snapshot,
    range: await places.range(source, { offset: start, line: lines.data[row]! }, start + found.start, found.end - found.start),
    record: index.refOf(row),
    sentence: describeRow(index, row, bytes).sentence,
    field: found.field,
    format: aboutFormat(index.formats, formatId(index.table, index.table.format.data[row]!)),
  };
}

/** The row of the record that holds a byte of the source; undefined between records. */
function rowAt(index: LogIndex, source: number, target: number): number | undefined {
  const { offset, byteLength } = index.table;
  const row = lastRowUpTo(index, source, (candidate) => offset.at(candidate) > target);
  return row !== undefined && target < offset.at(row) + byteLength.data[row]! ? row : undefined;
}
