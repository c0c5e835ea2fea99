import type { ByteWindow } from '../json/byteWindow.ts';
import type { ContainerShape } from './container.ts';
import { isBlank } from '../json/jsonScanner.ts';
import type { LineCounter } from '../json/lineCounter.ts';
import type { Padding, PaddingState } from './parserState.ts';

/**
 * Passes over what may be between records: blanks, byte order marks, record separators, and NULs, which are reported. Knows
 * how far the next record is indented, which its window may no longer hold.
 */
export class PaddingReader {
  private readonly state: PaddingState;
  private readonly window: ByteWindow;
  private readonly lines: LineCounter;
  private readonly shape: ContainerShape;
  private readonly report: (padding: Padding) => void;

  constructor(state: PaddingState, window: ByteWindow, lines: LineCounter, shape: ContainerShape, report: (padding: Padding) => void) {
    this.state = state;
    this.window = window;
    this.lines = lines;
    this.shape = shape;
    this.report = report;
  }

  /** NULs have been passed that are not reported yet. */
  get isPending(): boolean {
    return this.state.pending !== undefined;
  }

  /** Moves the window to the next byte that is no padding and returns it, or -1 at the end of the bytes at hand. */
  skip(): number {
    if (this.state.end !== this.offset) {
      this.state.blankSince = -1;
    }
    const byte = this.pass();
    this.state.end = this.offset;
    return byte;
  }

  /** Passes over a byte order mark. False if there is none; undefined if more bytes are needed to say. */
  skipByteOrderMark(final: boolean): boolean | undefined {
    const { bytes, length, position } = this.window;
    if (length < position + 3) {
      return final ? false : undefined;
    }
    if (bytes[position] !== 0xef || bytes[position + 1] !== 0xbb || bytes[position + 2] !== 0xbf) {
      return false;
    }
    // It takes no place on its line.
    this.state.blankSince = this.state.blankSince === this.offset ? this.offset + 3 : -1;
    this.window.position += 3;
    this.state.end = this.offset;
    return true;
  }

  /** How many blanks are before the current place on its line; -1 if something else does. */
  indentation(): number {
    return this.state.end === this.offset && this.state.blankSince !== -1 ? this.offset - this.state.blankSince : -1;
  }

  /** Reading has gone on from `start`, an index of the window, to the current place by other means. */
  moved(start: number): void {
    const { bytes, position, base } = this.window;
    let first = position;
    while (first > start && (bytes[first - 1] === 0x20 || bytes[first - 1] === 0x09)) {
      first--;
    }
    this.state.blankSince = first > start && isBlank(bytes[first - 1]!) ? base + first : -1;
    this.state.end = this.offset;
  }

  /** No padding follows: reports NULs that have been passed, once for all that no record parts. */
  close(): void {
    if (this.state.pending !== undefined) {
      this.report(this.state.pending);
      this.state.pending = undefined;
    }
  }

  private get offset(): number {
    return this.window.base + this.window.position;
  }

  private pass(): number {
    const { window } = this;
    while (window.position < window.length) {
      const byte = window.bytes[window.position]!;
      if (byte === 0x0a || byte === 0x0d) {
        this.state.blankSince = this.offset + 1;
      } else if (byte === 0) {
        this.passPadding();
        this.state.blankSince = -1;
        continue;
      } else if (byte === 0x1e) {
        this.shape.recordSeparator();
        this.state.blankSince = -1;
      } else if (!isBlank(byte)) {
        this.close();
        return byte;
      }
      window.position++;
    }
    return -1;
  }

  /** NULs may fill millions of bytes: they are passed over in one go, and only their beginning and their end are kept. */
  private passPadding(): void {
    const { window, offset } = this;
    if (this.state.pending === undefined) {
      this.lines.advance(window, window.position);
    }
    const { bytes, length } = window;
    let { position } = window;
    while (position < length && bytes[position] === 0) {
      position++;
    }
    window.position = position;
    const { start = offset, line = this.lines.line } = this.state.pending ?? {};
    this.state.pending = { start, end: this.offset, line };
  }
}
