import { isSeam, openSeam, seamInUtf8, seamLength, type Seam } from '../../core/reading/decoding/seam.ts';
import { holdsNul } from './holdsNul.ts';
import type { ReadRange } from './readRange.ts';

/** Bytes that are searched at once where they were passed over. */
const searchedAtOnce = 256 * 1024;

/** So many bytes before a place say whether a line begins there. */
const before = 2;

/** Among so many first bytes of UTF-16 there is a NUL. */
const firstBytes = 4;

/**
 * Searches a section of UTF-8 for the seam at its end, once and in order, while it is read. Bytes that may begin UTF-16 are
 * looked at together with those after them. All offsets are those of the source's own bytes.
 */
export class Utf8Front {
  /** Up to here there is no seam. */
  searchedTo: number;
  /** The source ended with what may be the first bytes of UTF-16. */
  endsOpen = false;
  private readonly own: ReadRange;
  private readonly start: number;

  /** @param start Where the section begins. */
  constructor(own: ReadRange, start: number) {
    this.own = own;
    this.start = this.searchedTo = start;
  }

  /** Searches bytes that were read from an offset; the source ends with them if that is what `isLast` says. */
  async search(bytes: Uint8Array, offset: number, isLast: boolean, signal: AbortSignal | undefined): Promise<Seam | undefined> {
    while (this.searchedTo < offset) {
      const passed = await this.own(this.searchedTo, Math.min(searchedAtOnce, offset - this.searchedTo), signal);
      const seam = await this.searchNext(passed, this.searchedTo, false, signal);
      if (seam !== undefined || passed.length === 0) {
        return seam;
      }
    }
    return this.searchNext(bytes, offset, isLast, signal);
  }

  private async searchNext(bytes: Uint8Array, offset: number, isLast: boolean, signal: AbortSignal | undefined): Promise<Seam | undefined> {
    const { length } = bytes;
    const from = this.searchedTo - offset;
    if (from >= length) {
      return undefined;
    }
    if (from === 0 && offset > this.start && (length < firstBytes || bytes.subarray(0, firstBytes).includes(0))) {
      // What is before the first byte is not at hand.
      const seam = await this.lookAt(offset, 1, signal);
      if (seam !== undefined) {
        return seam;
      }
    }
    const first = Math.max(from, 1);
    const found = holdsNul(bytes) ? seamInUtf8(bytes, first, length, isLast) : isLast ? undefined : openSeam(bytes, first, length);
    if (isSeam(found)) {
      return { ...found, at: found.at + offset };
    }
    const seam = found === undefined ? undefined : await this.lookAt(offset + found.at, length - found.at, signal);
    if (seam === undefined) {
      this.searchedTo = Math.max(this.searchedTo, offset + length);
      this.endsOpen = isLast ? openSeam(bytes, first, length) !== undefined : this.endsOpen;
    }
    return seam;
  }

  /** Looks for a seam at so many bytes from an offset on, with what is before and after. */
  private async lookAt(offset: number, count: number, signal: AbortSignal | undefined): Promise<Seam | undefined> {
    const start = Math.max(this.start, offset - before);
    const wanted = offset - start + count + seamLength;
    const bytes = await this.own(start, wanted, signal);
    const first = offset - start;
    const isLast = bytes.length < wanted;
    const found = seamInUtf8(bytes, first, first + count, isLast);
    this.endsOpen = isLast && openSeam(bytes, first, bytes.length) !== undefined;
    return isSeam(found) ? { ...found, at: found.at + start } : undefined;
  }
}
