import type { ByteWindow } from './byteWindow.ts';

/**
 * Counts lines along with a reader. Only `\n`, `\r\n` and a lone `\r` end a line, as in VS Code's text documents.
 *
 * The next line feed and carriage return are looked up once and remembered, and no farther than asked for.
 */
export class LineCounter {
  /** Number of the line at the place that was last advanced to, from 1. */
  line: number;
  /** Offset in the source at which that line begins. */
  lineStart: number;
  private at: number;
  private nextFeed = -1;
  private nextReturn = -1;
  private lastBreak: number;
  private lastWasReturn = false;

  /** @param offset Where a line begins, `line`, in the source. */
  constructor(offset = 0, line = 1) {
    this.at = this.lineStart = offset;
    this.lastBreak = offset - 1;
    this.line = line;
  }

  /** Takes over the state of another one, which this does not share afterwards. */
  copyFrom(other: LineCounter): void {
    this.line = other.line;
    this.lineStart = other.lineStart;
    this.at = other.at;
    this.nextFeed = other.nextFeed;
    this.nextReturn = other.nextReturn;
    this.lastBreak = other.lastBreak;
    this.lastWasReturn = other.lastWasReturn;
  }

  /** Whether a line feed is right before the place that was last advanced to. What follows cannot belong to it. */
  get isAfterFeed(): boolean {
    return this.lastBreak === this.at - 1 && !this.lastWasReturn;
  }

  /** Moves to an index of the window that is not before the last one. Afterwards `line` and `lineStart` belong to it. */
  advance(window: ByteWindow, index: number): void {
    const target = window.base + index;
    for (;;) {
      const found = this.nextBreak(window, target);
      if (found >= target) {
        this.at = target;
        return;
      }
      // A line feed right after a carriage return ends the same line once more.
      if (this.previousWasReturn(window, found)) {
        this.lineStart = found + 1;
      } else {
        this.line++;
        this.lineStart = found + 1;
      }
      this.lastBreak = found;
      this.lastWasReturn = found === this.nextReturn;
      this.at = found + 1;
    }
  }

  /** Whether a line break is between the place that was last advanced to and the index. */
  breaksBefore(window: ByteWindow, index: number): boolean {
    const target = window.base + index;
    return this.nextBreak(window, target) < target;
  }

  /** Moves like {@link advance} over bytes that hold no line break. */
  pass(window: ByteWindow, index: number): void {
    this.at = window.base + index;
  }

  private previousWasReturn(window: ByteWindow, found: number): boolean {
    return this.lastWasReturn && this.lastBreak === found - 1 && window.bytes[found - window.base] === 0x0a;
  }

  /** Offset of the first line feed or carriage return at or after the current place; `limit` if none is before that. */
  private nextBreak(window: ByteWindow, limit: number): number {
    this.nextFeed = next(window, 0x0a, this.nextFeed, this.at, limit);
    this.nextReturn = next(window, 0x0d, this.nextReturn, this.at, limit);
    return Math.min(this.nextFeed, this.nextReturn, limit);
  }
}

/** So few bytes are looked at one by one: a search costs more. */
const fewBytes = 32;

/** `known` is where the byte was last found, or the end of the bytes that were searched in vain; so is the answer. */
function next(window: ByteWindow, byte: number, known: number, at: number, limit: number): number {
  const { bytes, base } = window;
  if (known >= at && (known >= limit || bytes[known - base] === byte)) {
    return known;
  }
  const end = limit - base;
  let index = Math.max(known, at) - base;
  for (const near = Math.min(index + fewBytes, end); index < near; index++) {
    if (bytes[index] === byte) {
      return base + index;
    }
  }
  const found = index < end ? bytes.subarray(0, end).indexOf(byte, index) : -1;
  return found === -1 ? Math.max(limit, base + index) : base + found;
}
