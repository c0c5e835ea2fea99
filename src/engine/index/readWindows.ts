import type { ReadRange } from '../sources/readRange.ts';

const alignment = 64 * 1024;
const windowSize = 4 * alignment;
/** One goes along with the places that are asked for, the others serve those that explain them. */
const maxWindows = 3;

interface Window {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** Reads of a source near to each other, made from a few larger ones. */
export class ReadWindows {
  private readonly source: ReadRange;
  /** The one that was used last is last. */
  private windows: readonly Window[] = [];

  constructor(source: ReadRange) {
    this.source = source;
  }

  /** Reads as the source does. The bytes must not be changed. */
  async read(offset: number, length: number): Promise<Uint8Array> {
    const known = this.windows.find((window) => window.offset <= offset && offset + length <= window.offset + window.bytes.length);
    if (known !== undefined) {
      this.use(known);
      return known.bytes.subarray(offset - known.offset, offset - known.offset + length);
    }
    const start = offset - (offset % alignment);
    const window = { offset: start, bytes: await this.source(start, Math.max(windowSize, offset + length - start)) };
    this.use(window);
    return window.bytes.subarray(offset - start, offset - start + length);
  }

  private use(window: Window): void {
    if (this.windows.at(-1) !== window) {
      this.windows = [...this.windows.filter((one) => one !== window), window].slice(-maxWindows);
    }
  }
}
