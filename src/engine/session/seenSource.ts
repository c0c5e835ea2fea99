import type { LogSource, SourceLook } from '../../core/reading/source.ts';

const headLength = 4 * 1024;
const tailLength = 64 * 1024;

/** What has become of a source, as far as a cheap look tells. */
export type Development = 'same' | 'replaced' | { readonly grownTo: number };

/**
 * What a source was like when it was read, to know it again by: which file it was, how long, when it was written, and its
 * first and last bytes.
 */
export class SeenSource {
  private readonly look: SourceLook;
  /** Bytes of the source that are known. */
  private readonly length: number;
  private readonly ends: readonly Uint8Array[];

  private constructor(look: SourceLook, length: number, ends: readonly Uint8Array[]) {
    this.look = look;
    this.length = length;
    this.ends = ends;
  }

  /** Undefined for a source that cannot be known again. To be called before its bytes are read: then changes meanwhile show. */
  static async of(source: LogSource): Promise<SeenSource | undefined> {
    const look = await source.look?.('opened');
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
    const ends = await endsOf(source, this.length).catch(() => []);
    return ends.length === 0 || ends.some((bytes, end) => !areEqual(bytes, this.ends[end]!));
  }
}

async function endsOf(source: LogSource, length: number): Promise<readonly Uint8Array[]> {
  const tail = Math.min(tailLength, length);
  return [await source.read(0, Math.min(headLength, length)), await source.read(length - tail, tail)];
}

function areEqual(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
