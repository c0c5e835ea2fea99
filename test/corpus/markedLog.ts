/**
 * A log written down together with what is expected of it. `«` and `»` enclose a record, `⟨` and `⟩` the place of a finding,
 * `‹` and `›` the first of two equal keys, or a further failure of a broken record; the marks are no part of the log. A character from U+E000 to U+E0FF stands for one raw byte, whatever the encoding, and one from
 * U+E100 on for a change of the encoding, see {@link inEncoding}.
 */
export interface MarkedLog {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** In the order in which they begin. */
  readonly records: readonly Stretch[];
  /** Places of findings in the order in which they begin. */
  readonly places: readonly Stretch[];
  /** The first of equal keys, and further failures of broken records. */
  readonly related: readonly Stretch[];
  /** Where which encoding begins; the first at 0. */
  readonly sections: readonly EncodedSection[];
}

export interface EncodedSection {
  readonly start: number;
  readonly encoding: Encoding;
}

/** Offsets in the log's bytes. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const encodings: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be'];
const firstChange = 0xe100;

/** Stands before what is written in an encoding, up to the next such mark. */
export function inEncoding(encoding: Encoding): string {
  return String.fromCharCode(firstChange + encodings.indexOf(encoding));
}

/** The text of some bytes; a byte order mark stays. */
export function textAt(sections: readonly EncodedSection[], bytes: Uint8Array, start: number, end: number): string {
  return sections
    .map((section, index) => {
      const stretch = bytes.subarray(
        Math.max(start, section.start),
        Math.max(section.start, Math.min(end, sections[index + 1]?.start ?? end)),
      );
      return new TextDecoder(section.encoding, { ignoreBOM: true }).decode(stretch);
    })
    .join('');
}

/** The encoding in which a byte is written. */
export function encodingAt(sections: readonly EncodedSection[], offset: number): Encoding {
  return sections.findLast(({ start }) => start <= offset)!.encoding;
}

export function readMarks(marked: string, encoding: Encoding): MarkedLog {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const records = new Marks();
  const places = new Marks();
  const related = new Marks();
  const sections: EncodedSection[] = [{ start: 0, encoding }];
  for (const [piece] of marked.matchAll(/[«»⟨⟩‹›]|[\ue000-\ue102]|[^«»⟨⟩‹›\ue000-\ue102]{1,100000}/gu)) {
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
      case inEncoding('utf-8'):
      case inEncoding('utf-16le'):
      case inEncoding('utf-16be'):
        sections.push({ start: length, encoding: encodings[piece.charCodeAt(0) - firstChange]! });
        break;
      default: {
        const bytes = encode(piece, sections.at(-1)!.encoding);
        pieces.push(bytes);
        length += bytes.length;
      }
    }
  }
  return {
    bytes: new Uint8Array(Buffer.concat(pieces)),
    records: records.closed,
    places: places.closed,
    related: related.closed,
    sections,
  };
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
