import type { ByteWindow } from './byteWindow.ts';

/**
 * Counts lines along with a reader. Only `\n`, `\r\n` and a lone `\r` end a line, as in VS Code's text documents.
 *
 * The next line feed and carriage return are looked up once and remembered, so that asking for the line of each record of
 * a file without line breaks does not search the file each time.
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

  /** Whether a line feed stands right before the place that was last advanced to. What follows cannot belong to it. */
  get isBehindFeed(): boolean {
    return this.lastBreak === this.at - 1 && !this.lastWasReturn;
  }

  /** Moves to an index of the window that is not before the last one. Afterwards `line` and `lineStart` belong to it. */
  advance(window: ByteWindow, index: number): void {
    const target = window.base + index;
    for (;;) {
      const found = this.nextBreak(window);
      if (found >= target) {
        this.at = target;
        return;
      }
      // A line feed right behind a carriage return ends the same line once more.
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

  /** Whether a line break stands between the place that was last advanced to and the index. */
  breaksBefore(window: ByteWindow, index: number): boolean {
    return this.nextBreak(window) < window.base + index;
  }

  private previousWasReturn(window: ByteWindow, found: number): boolean {
    return this.lastWasReturn && this.lastBreak === found - 1 && window.bytes[found - window.base] === 0x0a;
  }

  /** Offset of the first line feed or carriage return at or behind the current place; the window's end if there is none. */
  private nextBreak(window: ByteWindow): number {
    this.nextFeed = next(window, 0x0a, this.nextFeed, this.at);
    this.nextReturn = next(window, 0x0d, this.nextReturn, this.at);
    return Math.min(this.nextFeed, this.nextReturn);
  }
}

/** `known` is where the byte was last found, or the end of the bytes that were searched in vain. */
function next(window: ByteWindow, byte: number, known: number, at: number): number {
  const index = known - window.base;
  if (known >= at && index < window.length && window.bytes[index] === byte) {
    return known;
  }
  const from = Math.max(known, at) - window.base;
  if (from < window.length && window.bytes[from] === byte) {
    // A search costs more than many empty lines are worth.
    return window.base + from;
  }
  const found = from < window.length ? window.bytes.subarray(0, window.length).indexOf(byte, from) : -1;
  return found === -1 ? window.base + window.length : window.base + found;
}
