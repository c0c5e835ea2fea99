import { incomplete, invalid, scanKey, Scan, scanString, scanValue, skipBlanks } from './jsonScanner.ts';

/**
 * Scans one record and notes where its members are: keys and values of the outermost object, as offsets. Strict, like
 * everything built on `jsonScanner.ts`; arrays and objects inside are checked and noted as one value.
 *
 * The notes are overwritten by the next record, so that scanning a log allocates nothing.
 */
export class RecordScanner {
  readonly scan = new Scan();
  /** How many members the last record has. */
  count = 0;
  /** Offset of each key's opening quote. */
  keyStart = new Int32Array(64);
  valueStart = new Int32Array(64);
  valueEnd = new Int32Array(64);
  /** {@link keyEscaped} and {@link valueEscaped}. */
  marks = new Uint8Array(64);
  readonly mayHoldBreaks = true;
  /** Some byte of the record is beyond ASCII. */
  beyondAscii = false;

  /** Scans the object that begins at `start`. Returns the offset after it, or `incomplete` or `invalid`. */
  read(bytes: Uint8Array, start: number, end: number): number {
    const { scan } = this;
    scan.reset();
    this.count = 0;
    let position = skipBlanks(bytes, start + 1, end);
    if (position < end && bytes[position] === 0x7d) {
      return this.close(position);
    }
    for (;;) {
      if (position === end) {
        return incomplete;
      }
      const index = this.count;
      this.reserve(index);
      scan.escaped = false;
      const valueStart = scanKey(bytes, position, end, scan);
      if (valueStart < 0) {
        return valueStart;
      }
      let marks = scan.escaped ? keyEscaped : 0;
      scan.escaped = false;
      const valueEnd = bytes[valueStart] === 0x22 ? scanString(bytes, valueStart, end, scan) : scanValue(bytes, valueStart, end, scan);
      if (valueEnd < 0) {
        return valueEnd;
      }
      marks |= scan.escaped ? valueEscaped : 0;
      this.keyStart[index] = position;
      this.valueStart[index] = valueStart;
      this.valueEnd[index] = valueEnd;
      this.marks[index] = marks;
      this.count++;
      position = skipBlanks(bytes, valueEnd, end);
      if (position === end) {
        return incomplete;
      }
      const next = bytes[position];
      if (next === 0x7d) {
        return this.close(position);
      }
      if (next !== 0x2c) {
        scan.failure = position;
        return invalid;
      }
      const comma = position;
      position = skipBlanks(bytes, position + 1, end);
      if (position < end && bytes[position] === 0x7d) {
        scan.failure = comma;
        scan.trailingComma = true;
        return invalid;
      }
    }
  }

  private close(position: number): number {
    this.beyondAscii = this.scan.beyondAscii;
    return position + 1;
  }

  /** Makes room for a member, if there is none. */
  private reserve(index: number): void {
    if (index < this.keyStart.length) {
      return;
    }
    const length = this.keyStart.length * 2;
    this.keyStart = grown(this.keyStart, new Int32Array(length));
    this.valueStart = grown(this.valueStart, new Int32Array(length));
    this.valueEnd = grown(this.valueEnd, new Int32Array(length));
    this.marks = grown(this.marks, new Uint8Array(length));
  }
}

export const keyEscaped = 1;
export const valueEscaped = 2;

function grown<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
