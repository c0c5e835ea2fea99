import { describeFieldAt } from '../../core/describe/describeField.ts';
import { encodeText, sourceText } from '../../core/reading/utf8.ts';
import { parseValueTree } from '../../core/reading/valueTree.ts';
import type { Hover } from '../../protocol/answers.ts';
import type { Questions } from '../../protocol/requests.ts';
import type { LogIndex } from '../index/logIndex.ts';
import type { AnswerContext } from './context.ts';
import { Places } from './places.ts';
import { describeRow } from './rows.ts';

/** What stands at a line and column of a source's text: null outside records, and between the members of one. */
export async function answerHover(
  { index }: AnswerContext,
  { source, line, column }: Questions['hover']['params'],
  signal: AbortSignal,
): Promise<Hover | null> {
  const places = new Places(index);
  for (let row = lastRowAt(index, source, line + 1); row !== undefined; row = previousOnLine(index, source, row)) {
    signal.throwIfAborted();
    const ref = index.refOf(row);
    const range = (await places.ofRecord(ref))!;
    if (line > range.endLine || (line === range.endLine && column >= range.endColumn)) {
      return null;
    }
    if (line < range.startLine || (line === range.startLine && column < range.startColumn)) {
      continue;
    }
    const bytes = await index.bytesOf(row);
    const offset = offsetIn(bytes, line - range.startLine, line === range.startLine ? column - range.startColumn : column);
    const found = describeFieldAt(bytes, parseValueTree(bytes, 0, bytes.length), offset);
    if (found === undefined) {
      return null;
    }
    const { offset: offsets, line: lines } = index.table;
    const start = offsets.data[row]!;
    return {
      snapshot: index.snapshot,
      range: await places.range(source, { offset: start, line: lines.data[row]! }, start + found.start, found.end - found.start),
      record: ref,
      sentence: describeRow(index, row, bytes).sentence,
      field: found.field,
    };
  }
  return null;
}

/** The last row of the source that begins on the line (from 1) or before it. */
function lastRowAt(index: LogIndex, source: number, line: number): number | undefined {
  const opened = index.sources[source];
  if (opened === undefined) {
    return undefined;
  }
  const lines = index.table.line.data;
  let low = opened.firstRow;
  let high = Math.min(opened.firstRow + opened.records, index.rows);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (lines[middle]! <= line) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low === opened.firstRow ? undefined : low - 1;
}

/** Several records may begin on one line; those before the given one may hold the place. */
function previousOnLine(index: LogIndex, source: number, row: number): number | undefined {
  const lines = index.table.line.data;
  return row > index.sources[source]!.firstRow && lines[row - 1] === lines[row] ? row - 1 : undefined;
}

/** The byte offset, within a record's bytes, of a line (from 0) and a column in UTF-16 units. */
function offsetIn(bytes: Uint8Array, line: number, column: number): number {
  const text = sourceText(bytes, 0, bytes.length);
  let start = 0;
  for (let passed = 0; passed < line; passed++) {
    const match = /\r\n|\n|\r/g;
    match.lastIndex = start;
    const found = match.exec(text);
    if (found === null) {
      break;
    }
    start = found.index + found[0].length;
  }
  return encodeText(text.slice(0, start + column)).length;
}
