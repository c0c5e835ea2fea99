import { encodeText, sourceText } from '../../core/json/utf8.ts';
import type { DecodedSource } from '../sources/decodedSource.ts';
import { ReadWindows } from './readWindows.ts';

/** A byte of a source and where it is in the text. */
export interface TextPosition {
  readonly offset: number;
  /** From 0. */
  readonly line: number;
  /** From 0, in UTF-16 units. */
  readonly column: number;
}

/** A place whose line is known from reading: a record's first byte, or the byte at which broken JSON failed. */
export interface Anchor {
  readonly offset: number;
  /** From 1. */
  readonly line: number;
}

const blockSize = 64 * 1024;
/** So many bytes are counted again rather than looking for the beginning of the line. */
const fewBytes = 256;
const mostRecent = 4;

/**
 * EventLoopYielder bytes of one source into lines and columns and back. Columns are counted when they are asked for, from the
 * beginning of the line; positions passed on the way are remembered, one a block, so that a log on one line is counted
 * through once and not for each of its records.
 */
export class TextPositions {
  private readonly windows: ReadWindows;
  /** Rising. */
  private readonly passed: TextPosition[] = [];
  /** What was asked for last: places are mostly asked for in their order, each with its end. */
  private recent: readonly TextPosition[] = [];

  constructor(source: DecodedSource) {
    this.windows = new ReadWindows(source.read);
  }

  /** The position of a byte that does not lie before the anchor. */
  async at(anchor: Anchor, offset: number): Promise<TextPosition> {
    const known = this.nearestBefore(offset);
    const isNear = known !== undefined && (known.offset >= anchor.offset || offset - known.offset <= fewBytes);
    const found = await this.advance(isNear ? known : await this.lineStart(anchor, known), offset);
    this.recent = [...this.recent.slice(1 - mostRecent), found];
    return found;
  }

  /** The offset of a line and column; `from` is the position of some byte before it. Undefined after the end of the text. */
  async offsetAt(from: TextPosition, line: number, column: number): Promise<number | undefined> {
    const before = this.countPassed((position) => position.line < line || (position.line === line && position.column <= column));
    const known = this.passed[before - 1];
    let at = known !== undefined && known.offset > from.offset ? known : from;
    for (;;) {
      const bytes = await this.blockAt(at.offset, Infinity);
      const text = sourceText(bytes, 0, bytes.length);
      if (text === '') {
        return undefined;
      }
      const index = indexIn(text, line - at.line, line === at.line ? column - at.column : column);
      if (index !== undefined) {
        return at.offset + byteLength(bytes, text, index);
      }
      at = this.pass(at, bytes);
    }
  }

  /** The last known position that does not lie after a byte. */
  private nearestBefore(offset: number): TextPosition | undefined {
    let nearest = this.passed[this.countPassed((position) => position.offset <= offset) - 1];
    for (const position of this.recent) {
      if (position.offset <= offset && position.offset >= (nearest?.offset ?? 0)) {
        nearest = position;
      }
    }
    return nearest;
  }

  /** The beginning of the anchor's line, or a known position after that. */
  private async lineStart({ offset, line }: Anchor, known: TextPosition | undefined): Promise<TextPosition> {
    const stop = known !== undefined && known.offset <= offset ? known.offset : 0;
    for (let end = offset; end > stop;) {
      const start = Math.max(stop, end - blockSize);
      const bytes = await this.windows.read(start, end - start);
      const found = lastLineBreak(bytes);
      if (found !== -1) {
        return { offset: start + found + 1, line: line - 1, column: 0 };
      }
      end = start;
    }
    if (known !== undefined && stop === known.offset) {
      return known;
    }
    // A byte order mark is no part of the text.
    const [first, second, third] = await this.windows.read(0, 3);
    const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
    return { offset: hasMark ? 3 : 0, line: 0, column: 0 };
  }

  private async advance(from: TextPosition, target: number): Promise<TextPosition> {
    let at = from;
    while (at.offset < target) {
      const bytes = await this.blockAt(at.offset, target);
      if (bytes.length === 0) {
        break;
      }
      at = this.pass(at, bytes);
    }
    return at;
  }

  /** The bytes from an offset up to the target, at most a block of them, without a character or line break cut in two. */
  private async blockAt(offset: number, target: number): Promise<Uint8Array> {
    const bytes = await this.windows.read(offset, Math.min(target - offset, blockSize));
    const isLast = offset + bytes.length === target || bytes.length < blockSize;
    return isLast ? bytes : bytes.subarray(0, wholeCharacters(bytes));
  }

  /** The position after some bytes. */
  private pass(from: TextPosition, bytes: Uint8Array): TextPosition {
    const { lines, units } = measureAscii(bytes) ?? measureText(sourceText(bytes, 0, bytes.length));
    const position = {
      offset: from.offset + bytes.length,
      line: from.line + lines,
      column: lines === 0 ? from.column + units : units,
    };
    this.remember(position);
    return position;
  }

  private remember(position: TextPosition): void {
    const before = this.countPassed(({ offset }) => offset <= position.offset);
    const previous = this.passed[before - 1]?.offset ?? -Infinity;
    const next = this.passed[before]?.offset ?? Infinity;
    if (position.offset - previous >= blockSize / 2 && next - position.offset >= blockSize / 2) {
      this.passed.splice(before, 0, position);
    }
  }

  /** How many of the remembered positions, which rise, are before the first that is not meant. */
  private countPassed(isMeant: (position: TextPosition) => boolean): number {
    let low = 0;
    let high = this.passed.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isMeant(this.passed[middle]!)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

/** How many line breaks a text has, and how many units are after the last of them. */
interface Measure {
  readonly lines: number;
  readonly units: number;
}

/** Measures bytes that are each a unit; undefined where some are not. */
function measureAscii(bytes: Uint8Array): Measure | undefined {
  let lines = 0;
  let lineStart = 0;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index]!;
    if (byte >= 0x80) {
      return undefined;
    }
    if (byte === 0x0a || (byte === 0x0d && bytes[index + 1] !== 0x0a)) {
      lines++;
      lineStart = index + 1;
    }
  }
  return { lines, units: bytes.length - lineStart };
}

function measureText(text: string): Measure {
  const lines = text.split(/\r\n|\n|\r/);
  return { lines: lines.length - 1, units: lines.at(-1)!.length };
}

/** The index of the last byte that ends a line; -1 if there is none. */
function lastLineBreak(bytes: Uint8Array): number {
  let index = bytes.length - 1;
  while (index >= 0 && bytes[index] !== 0x0a && bytes[index] !== 0x0d) {
    index--;
  }
  return index;
}

/** The index of a line and column in a text that begins at line 0, column 0; undefined if the text ends before. */
function indexIn(text: string, line: number, column: number): number | undefined {
  let start = 0;
  const breaks = /\r\n|\n|\r/g;
  for (let passed = 0; passed < line; passed++) {
    if (breaks.exec(text) === null) {
      return undefined;
    }
    start = breaks.lastIndex;
  }
  const end = breaks.exec(text)?.index;
  if (end !== undefined) {
    return Math.min(start + column, end);
  }
  return start + column < text.length ? start + column : undefined;
}

/** How many bytes the first `index` units of the text of these bytes take. */
function byteLength(bytes: Uint8Array, text: string, index: number): number {
  if (!text.includes('\ufffd')) {
    return encodeText(text.slice(0, index)).length;
  }
  // An invalid byte is shown as a character of another length: look for the bytes that make so much text.
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sourceText(bytes, 0, middle).length < index) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
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
