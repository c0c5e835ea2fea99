/**
 * A log written down together with what is expected of it. `«` and `»` enclose a record, `⟨` and `⟩` the place of a finding,
 * `‹` and `›` the first of two equal keys, or a further failure of a broken record; the marks are no part of the log. A character from U+E000 to U+E0FF stands for one raw byte, whatever the encoding.
 */
export interface MarkedLog {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** In the order in which they begin. */
  readonly records: readonly Stretch[];
  /** Places of findings in the order in which they begin. */
  readonly places: readonly Stretch[];
  /** The first of equal keys, and further failures of broken records. */
  readonly related: readonly Stretch[];
}

/** Offsets in the log's bytes. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

export function readMarks(marked: string, encoding: Encoding): MarkedLog {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const records = new Marks();
  const places = new Marks();
  const related = new Marks();
  for (const [piece] of marked.matchAll(/[«»⟨⟩‹›]|[\ue000-\ue0ff]|[^«»⟨⟩‹›\ue000-\ue0ff]{1,100000}/gu)) {
    switch (piece) {
      case '«':
        records.open(length);
        break;
      case '»':
        records.close(length);
        break;
      case '⟨':
        places.open(length);
        break;
      case '⟩':
        places.close(length);
        break;
      case '‹':
        related.open(length);
        break;
      case '›':
        related.close(length);
        break;
      default: {
        const bytes = encode(piece, encoding);
        pieces.push(bytes);
        length += bytes.length;
      }
    }
  }
  return { bytes: new Uint8Array(Buffer.concat(pieces)), records: records.closed, places: places.closed, related: related.closed };
}

class Marks {
  readonly closed: Stretch[] = [];
  private readonly opened: number[] = [];

  open(start: number): void {
    this.opened.push(this.closed.length);
    this.closed.push({ start, end: start });
  }

  close(end: number): void {
    const index = this.opened.pop()!;
    this.closed[index] = { start: this.closed[index]!.start, end };
  }
}

function encode(piece: string, encoding: Encoding): Uint8Array {
  const code = piece.charCodeAt(0);
  if (code >= 0xe000 && code <= 0xe0ff) {
    return Uint8Array.of(code & 0xff);
  }
  if (encoding === 'utf-8') {
    return Buffer.from(piece, 'utf8');
  }
  const bytes = Buffer.from(piece, 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}
