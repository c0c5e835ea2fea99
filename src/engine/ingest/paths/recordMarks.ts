import { isBlank, skipBlanks } from '../../../core/json/jsonScanner.ts';
import { holdsBreaks } from '../template/lineBreaks.ts';

/** What is noted of a record while it is scanned. */
export class RecordMarks {
  /** All numbers are held by JavaScript, and no two keys of an object are equal, where nothing is known of either. */
  isLossless = true;
  isWellFormed = true;
  /** The record may hold line breaks. */
  mayHoldBreaks = false;
  /** It is JSON so far, but which of its values count is left to the specification. */
  isAmbiguous = false;
  /** How many JSON texts within each other are being scanned: of what is in them nothing is reported. */
  textDepth = 0;

  begin(): void {
    this.isLossless = true;
    this.isWellFormed = true;
    this.mayHoldBreaks = false;
    this.isAmbiguous = false;
    this.textDepth = 0;
  }

  /** Leaves the record to the specification; returns -1. */
  leave(): number {
    this.isAmbiguous = true;
    return -1;
  }

  /** The offset of the next byte that is no blank. */
  skip(bytes: Uint8Array, position: number, end: number): number {
    if (position >= end || !isBlank(bytes[position]!)) {
      return position;
    }
    const next = skipBlanks(bytes, position, end);
    this.noteBreaks(bytes, position, next);
    return next;
  }

  noteBreaks(bytes: Uint8Array, start: number, end: number): void {
    this.mayHoldBreaks ||= holdsBreaks(bytes, start, end);
  }
}
