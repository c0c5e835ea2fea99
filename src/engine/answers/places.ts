import { sourceText } from '../../core/reading/utf8.ts';
import type { FindingRef, RecordRef, TextRange } from '../../protocol/reference.ts';
import type { LogIndex } from '../index/logIndex.ts';
import type { DecodedSource } from '../sources/decodedSource.ts';

/** A place whose line is known: a record's first byte, or the byte at which broken JSON failed. */
interface Anchor {
  readonly offset: number;
  /** From 1. */
  readonly line: number;
}

interface Position {
  readonly offset: number;
  /** From 0. */
  readonly line: number;
  /** From 0, in UTF-16 units. */
  readonly column: number;
}

const blockSize = 64 * 1024;

/**
 * Turns bytes into lines and columns. Lines are known from reading; columns are counted when they are asked for, in the
 * bytes between the beginning of the line and the place. Places on one long line are counted on from each other.
 */
export class Places {
  private readonly index: LogIndex;
  private last: (Position & { readonly source: number }) | undefined;

  constructor(index: LogIndex) {
    this.index = index;
  }

  async ofRecord(ref: RecordRef): Promise<TextRange | null> {
    const row = this.index.rowOf(ref);
    if (row === undefined) {
      return null;
    }
    const { offset, byteLength, line } = this.index.table;
    const start = offset.data[row]!;
    return this.range(ref.source, { offset: start, line: line.data[row]! }, start, byteLength.data[row]!);
  }

  async ofFinding({ source, finding }: FindingRef): Promise<TextRange> {
    const { findings, firstRow } = this.index.sources[source]!;
    const { record, offset, length, line } = findings.at(finding);
    const { table } = this.index;
    const anchor =
      record === -1 ? { offset, line } : { offset: table.offset.data[firstRow + record]!, line: table.line.data[firstRow + record]! };
    return this.range(source, anchor, offset, length);
  }

  /** The text range of some bytes that do not lie before the anchor. */
  async range(sourceNumber: number, anchor: Anchor, offset: number, length: number): Promise<TextRange> {
    const { source } = this.index.sources[sourceNumber]!;
    const known = this.last;
    const isNear = known !== undefined && known.source === sourceNumber && known.line === anchor.line - 1 && known.offset <= anchor.offset;
    const at = isNear ? await advance(source, known, anchor.offset) : await columnOf(source, anchor);
    this.last = { ...at, source: sourceNumber };
    const start = await advance(source, at, offset);
    const end = await advance(source, start, offset + length);
    return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  }
}

/** Counts from the beginning of the anchor's line, which is looked for backwards. */
async function columnOf(source: DecodedSource, { offset, line }: Anchor): Promise<Position> {
  let lineStart = 0;
  for (let end = offset; end > 0;) {
    const start = Math.max(0, end - blockSize);
    const bytes = await source.read(start, end - start);
    const found = Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d));
    if (found !== -1) {
      lineStart = start + found + 1;
      break;
    }
    end = start;
  }
  if (lineStart === 0) {
    // A byte order mark is no part of the text.
    const [first, second, third] = await source.read(0, 3);
    lineStart = first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0;
  }
  return advance(source, { offset: lineStart, line: line - 1, column: 0 }, offset);
}

/** Moves a position forward over the bytes of the source. */
async function advance(source: DecodedSource, from: Position, target: number): Promise<Position> {
  let { offset, line, column } = from;
  while (offset < target) {
    const bytes = await source.read(offset, Math.min(target - offset, blockSize));
    // A piece that ends within a character would count it twice.
    const length = offset + bytes.length < target ? wholeCharacters(bytes) : bytes.length;
    if (length === 0) {
      break;
    }
    const pieces = sourceText(bytes, 0, length).split(/\r\n|\n|\r/);
    line += pieces.length - 1;
    column = pieces.length === 1 ? column + pieces[0]!.length : pieces.at(-1)!.length;
    offset += length;
  }
  return { offset, line, column };
}

/** How many bytes remain when a character or line break that is cut off at the end is left out. */
function wholeCharacters(bytes: Uint8Array): number {
  let length = bytes.length;
  if (bytes[length - 1] === 0x0d && length > 1) {
    return length - 1;
  }
  while (length > bytes.length - 4 && length > 1 && (bytes[length - 1]! & 0xc0) === 0x80) {
    length--;
  }
  return bytes[length - 1]! >= 0xc0 && length > 1 ? length - 1 : bytes.length;
}
