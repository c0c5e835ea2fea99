import type { FindingRef, RecordRef, TextRange, TextStart } from '../../protocol/reference.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { storedFinding } from '../index/storedFinding.ts';
import { TextPositions, type Anchor } from '../index/textPositions.ts';

/** Where records and findings are in the text. What was counted for one answer serves the next. */
export class Places {
  private readonly index: LogIndex;

  constructor(index: LogIndex) {
    this.index = index;
  }

  async ofRecord(ref: RecordRef): Promise<TextRange | null> {
    const row = this.index.rowOf(ref);
    return row === undefined
      ? null
      : this.range(ref.source, this.anchorOf(row), this.index.table.offset.at(row), this.index.table.byteLength.data[row]!);
  }

  async startOfRecord(ref: RecordRef): Promise<TextStart | null> {
    const row = this.index.rowOf(ref);
    if (row === undefined) {
      return null;
    }
    const { line, column } = await this.positionsOf(ref.source).at(this.anchorOf(row), this.index.table.offset.at(row));
    return { startLine: line, startColumn: column };
  }

  async ofFinding({ source, finding }: FindingRef): Promise<TextRange> {
    const { firstRow } = this.index.sources[source]!;
    const { record, offset, length, line } = storedFinding(this.index, source, finding);
    return this.range(source, record === -1 ? { offset, line } : this.anchorOf(firstRow + record), offset, length);
  }

  /** The range of some bytes after the place of a finding that is about no record. */
  async afterFinding({ source, finding }: FindingRef, offset: number, length: number): Promise<TextRange> {
    const { offset: anchor, line } = storedFinding(this.index, source, finding);
    return this.range(source, { offset: anchor, line }, offset, length);
  }

  /** The range of some bytes of the record in a row. */
  async ofPart(row: number, offset: number, length: number): Promise<TextRange> {
    return this.range(this.index.sourceOf(row), this.anchorOf(row), offset, length);
  }

  /** The text range of some bytes that do not lie before the anchor. */
  async range(source: number, anchor: Anchor, offset: number, length: number): Promise<TextRange> {
    const positions = this.positionsOf(source);
    const start = await positions.at(anchor, offset);
    const end = length === 0 ? start : await positions.at(anchor, offset + length);
    return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  }

  /** The offset of a line and column (from 0, in UTF-16 units) of a source; undefined before its first record. */
  async offsetAt(source: number, line: number, column: number): Promise<number | undefined> {
    const row = this.firstRowAt(source, line);
    const positions = this.positionsOf(source);
    const onLine = row === undefined ? undefined : await positions.at(this.anchorOf(row), this.index.table.offset.at(row));
    if (row === undefined || onLine === undefined) {
      return undefined;
    }
    const isBefore = onLine.line > line || (onLine.line === line && onLine.column > column);
    if (!isBefore) {
      return positions.offsetAt(onLine, line, column);
    }
    // The place may belong to a record that began on an earlier line and ends on this one.
    const earlier = row - 1;
    if (earlier < this.index.sources[source]!.firstRow) {
      return undefined;
    }
    return positions.offsetAt(await positions.at(this.anchorOf(earlier), this.index.table.offset.at(earlier)), line, column);
  }

  private anchorOf(row: number): Anchor {
    const { offset, line } = this.index.table;
    return { offset: offset.at(row), line: line.data[row]! };
  }

  private positionsOf(source: number): TextPositions {
    const { positions } = this.index;
    return positions.get(String(source)) ?? positions.set(String(source), new TextPositions(this.index.sources[source]!.source));
  }

  /** The first row on the line, or the last that begins before it. */
  private firstRowAt(source: number, line: number): number | undefined {
    const opened = this.index.sources[source];
    if (opened === undefined) {
      return undefined;
    }
    const lines = this.index.table.line.data;
    const end = Math.min(opened.firstRow + opened.records, this.index.rows);
    let low = opened.firstRow;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (lines[middle]! <= line) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    // `low` is the first row that begins on the line (counted from 1: line + 1) or after it.
    return low < end && lines[low] === line + 1 ? low : low > opened.firstRow ? low - 1 : undefined;
  }
}
