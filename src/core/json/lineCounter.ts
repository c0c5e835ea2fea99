import type { ByteWindow } from './byteWindow.ts';

/** What a counter knows: a plain value. Offsets are the source's. */
export interface LineState {
  /** Number of the line at the place that was last advanced to, from 1. */
  line: number;
  /** Offset at which that line begins. */
  lineStart: number;
  at: number;
  nextFeed: number;
  nextReturn: number;
  lastBreak: number;
  lastWasReturn: boolean;
}

/** A line begins at an offset. */
export function linesFrom(offset: number, line: number): LineState {
  return { line, lineStart: offset, at: offset, nextFeed: -1, nextReturn: -1, lastBreak: offset - 1, lastWasReturn: false };
}

/**
 * Counts lines along with a reader. Only `\n`, `\r\n` and a lone `\r` end a line, as in VS Code's text documents.
 *
 * The next line feed and carriage return are looked up once and remembered, and no farther than asked for.
 */
export class LineCounter {
  private readonly state: LineState;

  constructor(state: LineState) {
    this.state = state;
  }

  /** Number of the line at the place that was last advanced to, from 1. */
  get line(): number {
    return this.state.line;
  }

  /** Whether a line feed is right before the place that was last advanced to. What follows cannot belong to it. */
  get isAfterFeed(): boolean {
    return this.state.lastBreak === this.state.at - 1 && !this.state.lastWasReturn;
  }

  /** Moves to an index of the window that is not before the last one. Afterwards `line` and `lineStart` belong to it. */
  advance(window: ByteWindow, index: number): void {
    const target = window.base + index;
    for (;;) {
      const found = this.nextBreak(window, target);
      if (found >= target) {
        this.state.at = target;
        return;
      }
      // A line feed right after a carriage return ends the same line once more.
      if (this.previousWasReturn(window, found)) {
        this.state.lineStart = found + 1;
      } else {
        this.state.line++;
        this.state.lineStart = found + 1;
      }
      this.state.lastBreak = found;
      this.state.lastWasReturn = found === this.state.nextReturn;
      this.state.at = found + 1;
    }
  }

  /** Whether a line break is between the place that was last advanced to and the index. */
  breaksBefore(window: ByteWindow, index: number): boolean {
    const target = window.base + index;
    return this.nextBreak(window, target) < target;
  }

  /** Moves like {@link advance} over bytes that hold no line break. */
  pass(window: ByteWindow, index: number): void {
    this.state.at = window.base + index;
  }

  private previousWasReturn(window: ByteWindow, found: number): boolean {
    return this.state.lastWasReturn && this.state.lastBreak === found - 1 && window.bytes[found - window.base] === 0x0a;
  }

  /** Offset of the first line feed or carriage return at or after the current place; `limit` if none is before that. */
  private nextBreak(window: ByteWindow, limit: number): number {
    this.state.nextFeed = next(window, 0x0a, this.state.nextFeed, this.state.at, limit);
    this.state.nextReturn = next(window, 0x0d, this.state.nextReturn, this.state.at, limit);
    return Math.min(this.state.nextFeed, this.state.nextReturn, limit);
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
