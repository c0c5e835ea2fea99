import { encodeText } from '../../json/utf8.ts';

/** Bytes that were put together from an original, and the way back to it. */
export interface Rewritten {
  readonly bytes: Uint8Array;
  /** The stretch of the original that a stretch of the bytes stands for. */
  originalOf(start: number, end: number): { readonly start: number; readonly end: number };
}

/**
 * Puts a record together from pieces, and remembers for each where it comes from. There may be millions: their bytes are
 * copied at once, and neighbours that come from one stretch are remembered as one.
 */
export class RecordWriter {
  private bytes = new Uint8Array(4096);
  private length = 0;
  // By segment: where it begins, the stretch of the original that it stands for, and whether it does so byte by byte.
  private readonly at: number[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly exact: boolean[] = [];

  /** Writes bytes that stand for the stretch of the original; of equal length, they stand for it byte by byte. */
  write(bytes: Uint8Array, start: number, end: number): void {
    this.place(bytes.length, start, end);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Writes text in the same way. */
  writeText(text: string, start: number, end: number): void {
    const code = text.charCodeAt(0);
    if (text.length !== 1 || code >= 0x80) {
      this.write(encodeText(text), start, end);
      return;
    }
    this.place(1, start, end);
    this.bytes[this.length++] = code;
  }

  finish(): Rewritten {
    const { length, at, starts, ends, exact } = this;
    return {
      bytes: this.bytes.slice(0, length),
      originalOf(start, end) {
        const first = segmentAt(at, start);
        const last = segmentAt(at, Math.max(start, end - 1));
        if (first === -1 || last === -1 || (start === 0 && end === length)) {
          return { start: starts[0] ?? 0, end: ends.at(-1) ?? 0 };
        }
        return {
          start: exact[first]! ? starts[first]! + start - at[first]! : starts[first]!,
          end: exact[last]! ? starts[last]! + end - at[last]! : ends[last]!,
        };
      },
    };
  }

  /** Makes room for bytes that stand for a stretch, and remembers it. */
  private place(length: number, start: number, end: number): void {
    if (this.length + length > this.bytes.length) {
      const wider = new Uint8Array(Math.max(this.bytes.length * 2, this.length + length));
      wider.set(this.bytes.subarray(0, this.length));
      this.bytes = wider;
    }
    const isExact = length === end - start;
    const last = this.at.length - 1;
    if (last >= 0 && this.exact[last] === isExact && (isExact ? this.ends[last] === start : this.goesOn(last, start, end))) {
      this.ends[last] = end;
      return;
    }
    this.at.push(this.length);
    this.starts.push(start);
    this.ends.push(end);
    this.exact.push(isExact);
  }

  private goesOn(segment: number, start: number, end: number): boolean {
    return this.starts[segment] === start && this.ends[segment] === end;
  }
}

/** The last segment that begins at the position or before, or -1; they are in order, so it is found by halving. */
function segmentAt(at: readonly number[], position: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at[middle]! <= position) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}
