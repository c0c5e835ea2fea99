import type { LogSource, SourceLook } from '../../core/reading/source.ts';

/** So many bytes of a source are read first. */
export const headLength = 64 * 1024;

/**
 * A source whose first bytes are looked at by many: what they are, how they are encoded, by what to know them again, which
 * records they hold. They are read once, and kept until {@link forget}. Of a short source they are all there is: it is told to
 * end with them.
 */
export class SourceHead implements LogSource {
  readonly name: string;
  private readonly source: LogSource;
  private head: Promise<Uint8Array> | undefined;
  private isForgotten = false;

  constructor(source: LogSource) {
    this.source = source;
    this.name = source.name;
  }

  open(): Promise<number | null> {
    return this.source.open();
  }

  async read(offset: number, length: number, into?: Uint8Array): Promise<Uint8Array> {
    if (this.isForgotten || offset > headLength) {
      return this.source.read(offset, length, into);
    }
    const head = await (this.head ??= this.source.read(0, headLength));
    const isWhole = head.length < headLength;
    return isWhole || offset + length <= headLength ? head.subarray(offset, offset + length) : this.source.read(offset, length, into);
  }

  get firstLook(): SourceLook | undefined {
    return this.source.firstLook;
  }

  /** From now on all bytes are read again. */
  forget(): void {
    this.isForgotten = true;
    this.head = undefined;
  }

  async look(at: 'opened' | 'found'): Promise<SourceLook | undefined> {
    return this.source.look?.(at);
  }

  close(): Promise<void> {
    return this.source.close();
  }
}
