/** A stretch of made text, and the stretch of the original that it stands for. */
interface Segment {
  readonly at: number;
  readonly length: number;
  readonly start: number;
  readonly end: number;
}

/** Bytes that were put together from an original, and the way back to it. */
export interface Rewritten {
  readonly bytes: Uint8Array;
  /** The stretch of the original that a stretch of the bytes stands for. */
  originalOf(start: number, end: number): { readonly start: number; readonly end: number };
}

/** Puts a record together from pieces, and remembers for each where it comes from. */
export class RecordWriter {
  private readonly pieces: Uint8Array[] = [];
  private readonly segments: Segment[] = [];
  private length = 0;

  /** Writes bytes that stand for the stretch of the original; of equal length, they stand for it byte by byte. */
  write(bytes: Uint8Array, start: number, end: number): void {
    this.pieces.push(bytes);
    this.segments.push({ at: this.length, length: bytes.length, start, end });
    this.length += bytes.length;
  }

  finish(): Rewritten {
    const bytes = new Uint8Array(this.length);
    let position = 0;
    for (const piece of this.pieces) {
      bytes.set(piece, position);
      position += piece.length;
    }
    const { segments, length } = this;
    return {
      bytes,
      originalOf(start, end) {
        const first = segmentAt(segments, start);
        const last = segmentAt(segments, Math.max(start, end - 1));
        if (first === undefined || last === undefined || (start === 0 && end === length)) {
          return { start: segments[0]?.start ?? 0, end: segments.at(-1)?.end ?? 0 };
        }
        return {
          start: exact(first) ? first.start + start - first.at : first.start,
          end: exact(last) ? last.start + end - last.at : last.end,
        };
      },
    };
  }
}

function exact({ length, start, end }: Segment): boolean {
  return length === end - start;
}

/** The last segment that begins at the position or before. A record may have a million: they are in order, so it is found by halving. */
function segmentAt(segments: readonly Segment[], position: number): Segment | undefined {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (segments[middle]!.at <= position) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return segments[low - 1];
}
