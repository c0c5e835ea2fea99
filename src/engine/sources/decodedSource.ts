import { detectEncoding, encodingLength, isGzip, type Encoding } from '../../core/reading/decoding/encoding.ts';
import type { LogSource } from '../../core/reading/source.ts';
import type { Compression, RunningDigest } from './compression.ts';
import type { CompressionFault } from './gunzipStream.ts';
import { GzipBytes } from './gzipBytes.ts';
import type { GzipMemory } from './gzipMemory.ts';
import type { ReadRange } from './readRange.ts';
import { TextSections } from './textSections.ts';

/**
 * A source as UTF-8, whatever it holds: gzip is decompressed, UTF-16 decoded, each found by content, also where UTF-16 follows
 * UTF-8 or the other way round. Records are found
 * and read again in the decoded bytes. What users are reported places is counted in the source's own bytes, or in
 * decompressed ones for gzip: `placeOf` and `readOwn`.
 */
export class DecodedSource {
  private readonly source: LogSource;
  private readonly compressionOfPlatform: Compression;
  private readonly memory: GzipMemory | undefined;
  private gzip: GzipBytes | undefined;
  private text: TextSections;

  /** @param memory For decompressed bytes; it may be shared with other sources. */
  constructor(source: LogSource, compression: Compression, memory?: GzipMemory) {
    this.source = source;
    this.memory = memory;
    this.compressionOfPlatform = compression;
    this.text = new TextSections(this.readOwn, 'utf-8');
  }

  /** Of the first bytes. */
  get encoding(): Encoding {
    return this.text.first;
  }

  /** Whether the source's own bytes are those that are read, as far as they have been. */
  get isPlain(): boolean {
    return this.gzip === undefined && this.text.isPlain;
  }

  get name(): string {
    return this.source.name;
  }

  get compression(): 'none' | 'gzip' {
    return this.gzip === undefined ? 'none' : 'gzip';
  }

  /** Bytes of the source that have been read. */
  get consumed(): number {
    return this.gzip === undefined ? this.decodedBytes : this.gzip.progress.position;
  }

  /** The source's own bytes that have been read, decompressed: of UTF-16 not as many as there are decoded ones. */
  get decodedBytes(): number {
    return this.gzip?.produced ?? this.text.seen;
  }

  /** Bytes of UTF-8 that have been read: where the places of records end. */
  get decodedEnd(): number {
    return this.isPlain ? this.decodedBytes : this.text.decodedEnd;
  }

  /** What is wrong with the compressed bytes, known when all is read. */
  get compressionFault(): CompressionFault | undefined {
    return this.gzip?.progress.fault;
  }

  /** The source's text ends in the middle of a unit of UTF-16. */
  get endsWithinUnit(): boolean {
    return this.text.endsWithin;
  }

  /** Whether reading can go on after what has been read, when the source has grown. */
  get canGoOn(): boolean {
    return this.gzip === undefined && this.text.endsWhole;
  }

  /** The source has grown. */
  goOn(): void {
    this.text.goOn();
  }

  /** Bytes of the source when it was opened, or null while unknown. Rejects with a `SourceProblem`. */
  async open(): Promise<number | null> {
    const size = await this.source.open();
    if (isGzip(await this.source.read(0, encodingLength))) {
      this.gzip = new GzipBytes((offset, length) => this.source.read(offset, length), this.compressionOfPlatform, this.memory);
    }
    this.text = new TextSections(this.readOwn, detectEncoding(await this.readOwn(0, encodingLength)));
    return size;
  }

  /** Others have read the source's bytes up to an offset. */
  passTo(offset: number): void {
    this.text.passTo(offset);
  }

  /** Reads decoded bytes. */
  readonly read: ReadRange = (offset, length, signal, into) => this.text.read(offset, length, signal, into);

  /** As {@link read}, but no farther than to where the encoding changes. */
  readonly readSection: ReadRange = (offset, length, signal, into) => this.text.readSection(offset, length, signal, into);

  /** The encodings before and after an offset of the decoded bytes at which the encoding changes. */
  seamAt(offset: number): readonly [before: Encoding, after: Encoding] | undefined {
    return this.text.seamAt(offset);
  }

  /** How the source writes what is at an offset of the decoded bytes. */
  encodingAt(offset: number): Encoding {
    return this.text.encodingAt(offset);
  }

  /** Reads bytes as the source holds them, but decompressed. */
  readonly readOwn: ReadRange = (offset, length, signal, into) =>
    this.gzip === undefined ? this.source.read(offset, length, into) : this.gzip.read(offset, length, signal, into);

  /** Where a stretch of decoded bytes stands for {@link readOwn}. */
  async placeOf(offset: number, length: number): Promise<{ readonly byteOffset: number; readonly byteLength: number }> {
    const byteOffset = await this.text.placeOf(offset);
    return { byteOffset, byteLength: length === 0 ? 0 : (await this.text.placeOf(offset + length)) - byteOffset };
  }

  /** Reads bytes as they are stored, compressed or not. */
  readonly readStored: ReadRange = (offset, length, _, into) => this.source.read(offset, length, into);

  /** Begins a SHA-256 of bytes of any kind. */
  digest(): RunningDigest {
    return this.compressionOfPlatform.sha256();
  }

  close(): Promise<void> {
    this.gzip?.close();
    return this.source.close();
  }
}
