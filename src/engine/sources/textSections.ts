import type { Encoding } from '../../core/reading/decoding/encoding.ts';
import type { Seam } from '../../core/reading/decoding/seam.ts';
import type { ReadRange } from './readRange.ts';
import { Utf16Text } from './utf16Text.ts';
import { Utf8Front } from './utf8Front.ts';

/** Text in one encoding: where it begins in the source's own bytes, and in the decoded ones. */
interface Section {
  readonly encoding: Encoding;
  readonly ownAt: number;
  readonly decodedAt: number;
  /** Of UTF-16. */
  readonly text: Utf16Text | undefined;
}

/** A text as UTF-8, whatever its encoding, which may change on the way: at the seams between its sections. */
export class TextSections {
  private readonly own: ReadRange;
  /** At least one; the end of the last is not known. */
  private readonly sections: Section[] = [];
  /** Of the last section, if it is UTF-8. */
  private front: Utf8Front | undefined;
  private readTo = 0;

  constructor(own: ReadRange, encoding: Encoding) {
    this.own = own;
    this.begin(encoding, 0, 0);
  }

  get first(): Encoding {
    return this.sections[0]!.encoding;
  }

  /** The text is UTF-8 as far as it has been read: its decoded bytes are those of the source. */
  get isPlain(): boolean {
    return this.sections.length === 1 && this.first === 'utf-8';
  }

  /** The source's own bytes that have been read. */
  get seen(): number {
    const { text, ownAt, decodedAt } = this.last;
    return text?.seen ?? ownAt + Math.max(0, this.readTo - decodedAt);
  }

  /** Decoded bytes that have been read. */
  get decodedEnd(): number {
    return this.readTo;
  }

  /** The text ends in the middle of a unit. */
  get endsWithin(): boolean {
    return this.last.text?.endsWithin ?? false;
  }

  /** The text ends so that what is added to it is not to be read together with its last bytes. */
  get endsWhole(): boolean {
    return this.last.text?.endsWhole ?? this.front?.endsOpen !== true;
  }

  /** There is more after what seemed to be the end. */
  goOn(): void {
    this.last.text?.goOn();
  }

  /** Others have read the plain text up to an offset, and have met no seam. */
  passTo(offset: number): void {
    this.readTo = Math.max(this.readTo, offset);
    if (this.front !== undefined) {
      this.front.searchedTo = Math.max(this.front.searchedTo, offset);
    }
  }

  /** The encodings before and after, if a seam is known at an offset of the decoded bytes. */
  seamAt(offset: number): readonly [before: Encoding, after: Encoding] | undefined {
    const index = this.sections.findLastIndex(({ decodedAt }) => decodedAt === offset);
    return index > 0 ? [this.sections[index - 1]!.encoding, this.sections[index]!.encoding] : undefined;
  }

  encodingAt(offset: number): Encoding {
    return this.sections[this.indexAt(offset)]!.encoding;
  }

  /** Reads decoded bytes. */
  readonly read: ReadRange = async (offset, length, signal, into) => {
    const first = await this.readSection(offset, length, signal, into);
    if (first.length === 0 || first.length === length) {
      return first;
    }
    const parts = [first];
    let filled = first.length;
    while (filled < length) {
      const part = await this.readSection(offset + filled, length - filled, signal);
      if (part.length === 0) {
        break;
      }
      parts.push(part);
      filled += part.length;
    }
    return parts.length === 1 ? first : joined(parts, filled);
  };

  /** As {@link read}, but no farther than to the next seam. */
  readonly readSection: ReadRange = async (offset, length, signal, into) => {
    for (;;) {
      const index = this.indexAt(offset);
      const section = this.sections[index]!;
      const bytes = await (section.text === undefined
        ? this.readUtf8(index, offset, length, signal, into)
        : section.text.read(offset, length, signal));
      this.noteEnd(section);
      if (bytes.length > 0 || length === 0 || index === this.indexAt(offset)) {
        this.readTo = Math.max(this.readTo, offset + bytes.length);
        return bytes;
      }
    }
  };

  /** Where in the source's own bytes the character at an offset of the decoded ones begins. */
  async placeOf(offset: number): Promise<number> {
    const { text, ownAt, decodedAt } = this.sections[this.indexAt(offset)]!;
    return text === undefined ? ownAt + offset - decodedAt : text.placeOf(offset);
  }

  private get last(): Section {
    return this.sections.at(-1)!;
  }

  private begin(encoding: Encoding, ownAt: number, decodedAt: number): void {
    const text = encoding === 'utf-8' ? undefined : new Utf16Text(this.own, encoding === 'utf-16le', ownAt, decodedAt);
    this.sections.push({ encoding, ownAt, decodedAt, text });
    this.front = text === undefined ? new Utf8Front(this.own, ownAt) : undefined;
  }

  /** The number of the section that holds an offset of the decoded bytes, as far as is known. */
  private indexAt(offset: number): number {
    return this.sections.findLastIndex(({ decodedAt }) => decodedAt <= offset);
  }

  private async readUtf8(
    index: number,
    offset: number,
    length: number,
    signal: AbortSignal | undefined,
    into: Uint8Array | undefined,
  ): Promise<Uint8Array> {
    const { ownAt, decodedAt } = this.sections[index]!;
    const start = ownAt + offset - decodedAt;
    const bytes = await this.own(start, length, signal, into);
    const { front } = this;
    if (front !== undefined && index === this.sections.length - 1) {
      const seam = await front.search(bytes, start, bytes.length < length, signal);
      if (seam !== undefined) {
        this.addSeam(index, seam, seam.at - ownAt + decodedAt);
      }
    }
    const end = this.sections[index + 1]?.decodedAt ?? Infinity;
    return bytes.subarray(0, Math.max(0, end - offset));
  }

  /** A section of UTF-16 may have been decoded to its end. */
  private noteEnd(section: Section): void {
    const seam = section.text?.seam;
    if (seam !== undefined) {
      this.addSeam(this.sections.indexOf(section), seam, section.text!.decodedEnd);
    }
  }

  /** Others may have found it first. */
  private addSeam(index: number, { at, encoding }: Seam, decodedAt: number): void {
    if (index === this.sections.length - 1) {
      this.begin(encoding, at, decodedAt);
    }
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let filled = 0;
  for (const part of parts) {
    bytes.set(part, filled);
    filled += part.length;
  }
  return bytes;
}
