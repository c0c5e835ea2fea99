import type { LogSource, SourceLook } from '../../core/reading/source.ts';
import { hashBytes } from '../columns/byteHash.ts';
import { ByteView } from '../columns/byteView.ts';

const headLength = 4 * 1024;
const tailLength = 64 * 1024;

/** What has become of a source, as far as a cheap look shows. */
export type Development = 'same' | 'replaced' | { readonly grownTo: number };

/**
 * What a source was like when it was read, to know it again by: which file it was, how long, when it was written, and what
 * its first and last bytes were: hashes of them, as there may be thousands of sources.
 */
export class SeenSource {
  private readonly look: SourceLook;
  /** Bytes of the source that are known. */
  private readonly length: number;
  private readonly ends: string;

  private constructor(look: SourceLook, length: number, ends: string) {
    this.look = look;
    this.length = length;
    this.ends = ends;
  }

  /** Undefined for a source that cannot be known again. To be called before its bytes are read: then changes meanwhile show. */
  static async of(source: LogSource): Promise<SeenSource | undefined> {
    const look = source.firstLook ?? (await source.look?.('opened'));
    return look === undefined ? undefined : new SeenSource(look, look.size, await endsOf(source, look.size));
  }

  /** The same source, of which more or less has been read than there was at first; undefined if it became shorter. */
  async upTo(source: LogSource, length: number): Promise<SeenSource | undefined> {
    if (length <= this.length) {
      return length < this.length ? undefined : this;
    }
    const look = await source.look?.('opened');
    return look === undefined || (await this.hasChanged(source)) ? undefined : new SeenSource(look, length, await endsOf(source, length));
  }

  /** Compares with what is there now. A source that was taken away stays as it was read. */
  async compare(source: LogSource): Promise<Development> {
    const found = await source.look?.('found');
    if (found === undefined) {
      return 'same';
    }
    const { file, size, changed } = found;
    if (file === this.look.file && size === this.length && changed === this.look.changed) {
      return 'same';
    }
    const hasGrown = file === this.look.file && size > this.length && !(await this.hasChanged(source));
    return hasGrown ? { grownTo: size } : 'replaced';
  }

  private async hasChanged(source: LogSource): Promise<boolean> {
    return (await endsOf(source, this.length).catch(() => undefined)) !== this.ends;
  }
}

const view = new ByteView();
/**
 * For two hashes of 32 bits. They never leave the process, so that nobody who makes files can foresee them; Node would take 15 ms
 * to load Web Crypto.
 */
const seeds = [Math.random(), Math.random()].map((part) => Math.floor(part * 0x1_0000_0000));

/** What the first and the last bytes of a source are, in a form that only compares. */
async function endsOf(source: LogSource, length: number): Promise<string> {
  const tail = Math.min(tailLength, length);
  // The first ones of a short source are among the last.
  const head = tail < length ? Math.min(headLength, length) : 0;
  const ends = [await source.read(0, head), await source.read(length - tail, tail)];
  return ends
    .map(
      (bytes) =>
        `${bytes.length} ${hashBytes(view.of(bytes), 0, bytes.length, seeds[0]!)} ${hashBytes(view.of(bytes), 0, bytes.length, seeds[1]!)}`,
    )
    .join(' ');
}
