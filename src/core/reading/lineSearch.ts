import { isBlank } from '../json/jsonScanner.ts';

/**
 * Looks for the first line that begins as a log does, in bytes that come piece by piece: with a record separator, with an
 * object that has a key or none, or with an array of objects, arrays or nothing. Blanks, NULs and byte order marks may be
 * before.
 */
export class LineSearch {
  private stage: 'within' | 'begins' | 'opened' = 'within';
  /** Of a line that has opened an object or array: its bracket, and whether it has ended. */
  private opener = 0;
  private hasEnded = false;
  private start = -1;
  private passed = 0;

  /** The index of the line's first byte that is no blank, counted from the first byte of all; undefined if none is there yet. */
  push(bytes: Uint8Array): number | undefined {
    for (const byte of bytes) {
      const found = this.read(byte);
      this.passed++;
      if (found) {
        return this.start;
      }
    }
    return undefined;
  }

  private read(byte: number): boolean {
    const isBreak = byte === 0x0a || byte === 0x0d;
    if (this.stage === 'opened') {
      this.hasEnded ||= isBreak;
      if (isBlank(byte)) {
        return false;
      }
      if (mayFollow(this.opener, byte)) {
        return true;
      }
      this.stage = this.hasEnded ? 'begins' : 'within';
    }
    if (isBreak) {
      this.stage = 'begins';
    } else if (this.stage === 'begins' && !mayStandBefore(byte)) {
      this.start = this.passed;
      this.stage = byte === 0x7b || byte === 0x5b ? 'opened' : 'within';
      this.opener = byte;
      this.hasEnded = false;
      return byte === 0x1e;
    }
    return false;
  }
}

/** Whether a byte may be after the bracket that opens an object or an array of a log. */
function mayFollow(opener: number, byte: number): boolean {
  if (byte === opener + 2) {
    return true;
  }
  return opener === 0x7b ? byte === 0x22 : opener === 0x5b && (byte === 0x7b || byte === 0x5b);
}

function mayStandBefore(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0 || byte === 0xef || byte === 0xbb || byte === 0xbf;
}
