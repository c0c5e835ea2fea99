import { Scan, scanString, scanValue } from '../../../core/json/jsonScanner.ts';
import { plainEnd } from '../template/plainValue.ts';
import { TextScan } from '../template/textScan.ts';
import { isWellFormed } from '../template/wellFormed.ts';
import { isPlainNumber } from '../values/fieldVerdicts.ts';
import { NestedValues } from '../values/nestedValues.ts';
import type { RecordMarks } from './recordMarks.ts';

/** Scans values of which only the end is wanted, and the hash of some strings. */
export class ScalarScanner {
  /** After a string was scanned: the hash of its content, if it is known. */
  hash = 0;
  isHashed = false;
  private readonly marks: RecordMarks;
  private readonly text: TextScan;
  private readonly nested: NestedValues;
  private readonly scan = new Scan();

  constructor(marks: RecordMarks, seed: number) {
    this.marks = marks;
    this.text = new TextScan(seed);
    this.nested = new NestedValues(seed);
  }

  /** The offset after the string that begins at `start`, or -1; its hash is known if it is wanted and there are no escapes. */
  string(bytes: Uint8Array, view: DataView, start: number, end: number, isWanted: boolean): number {
    const { text } = this;
    text.beyondAscii = false;
    const close = isWanted ? text.scan(view, start + 1, end) : text.pass(view, start + 1, end);
    this.isHashed = isWanted && close !== -1;
    this.hash = this.isHashed ? text.hash : 0;
    const next = close === -1 ? this.escaped(bytes, start, end) : close + 1;
    return next === -1 || !text.beyondAscii || this.isEncoded(bytes, start, next) ? next : -1;
  }

  /** The offset after a number, `true`, `false` or `null`, or -1. */
  plain(bytes: Uint8Array, start: number, end: number): number {
    const { marks } = this;
    let next = plainEnd(bytes, start, end);
    if (next === -1) {
      this.scan.reset();
      next = scanValue(bytes, start, end, this.scan);
      if (next < 0) {
        return -1;
      }
    }
    const isNumber = bytes[start]! < 0x40;
    marks.isLossless &&= !isNumber || marks.textDepth > 0 || isPlainNumber(bytes, start, next);
    return next;
  }

  /** The offset after any value, in which nothing is wanted. */
  any(bytes: Uint8Array, view: DataView, start: number, end: number): number {
    const first = start < end ? bytes[start] : 0;
    if (first === 0x22) {
      return this.string(bytes, view, start, end, false);
    }
    if (first !== 0x7b && first !== 0x5b) {
      return this.plain(bytes, start, end);
    }
    const { marks, scan } = this;
    scan.reset();
    const next = scanValue(bytes, start, end, scan);
    if (next < 0 || (scan.beyondAscii && !this.isEncoded(bytes, start, next))) {
      return -1;
    }
    marks.noteBreaks(bytes, start, next);
    marks.isLossless &&= marks.textDepth > 0 || this.nested.areLossless(bytes, start, next);
    return next;
  }

  private escaped(bytes: Uint8Array, start: number, end: number): number {
    const { scan, text } = this;
    scan.reset();
    const next = scanString(bytes, start, end, scan);
    text.beyondAscii = scan.beyondAscii;
    return Math.max(next, -1);
  }

  /** Notes whether bytes are UTF-8. What is in JSON text and is none is left to the specification. */
  private isEncoded(bytes: Uint8Array, start: number, end: number): boolean {
    const { marks } = this;
    if (isWellFormed(bytes, start, end)) {
      return true;
    }
    marks.isWellFormed = false;
    marks.isAmbiguous ||= marks.textDepth > 0;
    return !marks.isAmbiguous;
  }
}
