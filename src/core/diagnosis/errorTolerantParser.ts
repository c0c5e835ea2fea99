import type { FaultList } from './faultList.ts';
import { incomplete, Scan, scanString, skipBlanks } from '../json/jsonScanner.ts';
import {
  beginsItem,
  beginsMember,
  byteAfter,
  closingQuote,
  endsValue,
  isWithinText,
  tokenEnd,
  tokenFault,
  withoutBlanksAfter,
} from './looseToken.ts';
import { syncToken, findTextFault } from './syncToken.ts';

/** What is due at the current place. */
type Due = 'value' | 'firstItem' | 'key' | 'firstKey' | 'colon' | 'next';

/** A part of the grammar; the ends are those “or a comma”. */
export type Expected = 'expectedValue' | 'expectedKey' | 'expectedColon' | 'expectedEndOfObject' | 'expectedEndOfArray';

/** Reads a broken record as its writer may have meant it, and says what is wrong with it on the way. */
export class ErrorTolerantParser {
  private readonly bytes: Uint8Array;
  private readonly end: number;
  private readonly faults: FaultList;
  private readonly scan = new Scan();
  /** Open brackets by what closes them. */
  private readonly open: number[] = [];
  private due: Due = 'value';
  private position: number;
  /** The comma that was read last. */
  private comma = -1;

  constructor(bytes: Uint8Array, start: number, end: number, faults: FaultList) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
    this.faults = faults;
  }

  /** Index of the next byte to read. */
  get offset(): number {
    return this.position;
  }

  /** What the grammar expects at the current place; undefined outside of all brackets. */
  get expected(): Expected | undefined {
    switch (this.due) {
      case 'value':
      case 'firstItem':
        return 'expectedValue';
      case 'key':
      case 'firstKey':
        return 'expectedKey';
      case 'colon':
        return 'expectedColon';
      case 'next':
        return this.open.length === 0 ? undefined : this.inObject ? 'expectedEndOfObject' : 'expectedEndOfArray';
    }
  }

  /** Reads one thing; false where the record ends, or nothing more can be said of it. */
  step(): boolean {
    this.position = skipBlanks(this.bytes, this.position, this.end);
    if (this.position >= this.end) {
      return false;
    }
    const byte = this.bytes[this.position]!;
    if (byte === 0x7d || byte === 0x5d) {
      return this.close(byte);
    }
    switch (this.due) {
      case 'value':
      case 'firstItem':
        return this.readValue(byte);
      case 'key':
      case 'firstKey':
        return this.readKey(byte);
      case 'colon':
        return this.readColon(byte);
      case 'next':
        return this.readNext(byte);
    }
  }

  /** What closes the innermost bracket. */
  private get closer(): number | undefined {
    return this.open.at(-1);
  }

  private get inObject(): boolean {
    return this.closer === 0x7d;
  }

  private close(byte: number): boolean {
    const { due, position } = this;
    if (this.closer !== byte) {
      // It is too much, or another one lacks: brackets say nothing from here on.
      return false;
    }
    if (due === 'key' || (due === 'value' && !this.inObject)) {
      this.faults.report('trailingComma', this.comma, this.comma + 1);
    } else if (due === 'colon' || (due === 'value' && !this.faults.reportBetween('value', position))) {
      return false;
    }
    this.open.pop();
    this.position++;
    this.due = 'next';
    return this.open.length > 0;
  }

  private readValue(byte: number): boolean {
    const { bytes, position, end } = this;
    switch (byte) {
      case 0x22:
        return this.readString('next');
      case 0x7b:
      case 0x5b:
        this.open.push(byte + 2);
        this.due = byte === 0x7b ? 'firstKey' : 'firstItem';
        this.position++;
        return true;
      case 0x2c:
        if (!this.faults.reportBetween(this.inObject ? 'value' : 'extraComma', position)) {
          return false;
        }
        this.due = this.inObject ? 'next' : 'firstItem';
        this.position += this.inObject ? 0 : 1;
        return true;
      case 0x3a:
        this.position++;
        this.due = this.inObject ? 'value' : 'firstItem';
        return this.faults.reportBetween('other', position);
      case 0x27:
        return this.readSingleQuoted('next');
    }
    const after = tokenEnd(bytes, position, end);
    const fault = after === position ? 'other' : tokenFault(bytes, position, after);
    if (fault === undefined || (after > position && this.isDelimiter(after))) {
      if (fault !== undefined) {
        this.faults.report(fault, position, after);
      }
      this.position = after;
      this.due = 'next';
      return true;
    }
    return this.skipOther();
  }

  private readKey(byte: number): boolean {
    const { bytes, position, end } = this;
    switch (byte) {
      case 0x22:
        return this.readString('colon');
      case 0x2c:
        this.position++;
        this.due = 'firstKey';
        return this.faults.reportBetween('extraComma', position);
      case 0x27:
        return this.readSingleQuoted('colon');
      case 0x7b:
      case 0x5b:
        // A bracket lacks before it, or is too much.
        return false;
    }
    const after = tokenEnd(bytes, position, end);
    if (after > position && byteAfter(bytes, after, end) === 0x3a) {
      this.faults.report('bareKey', position, after);
      this.position = after;
      this.due = 'colon';
      return true;
    }
    return this.skipOther();
  }

  private readColon(byte: number): boolean {
    const { position } = this;
    if (byte === 0x3a || byte === 0x3d) {
      if (byte === 0x3d) {
        this.faults.report('colon', position, position + 1);
      }
      // As in “=>”.
      this.position += byte === 0x3d && this.bytes[position + 1] === 0x3e ? 2 : 1;
      this.due = 'value';
      return true;
    }
    if (byte === 0x2c) {
      // An item of a list, whose brackets are not where they seem.
      return false;
    }
    const after = tokenEnd(this.bytes, position, this.end);
    const isValue =
      !isWithinText(this.bytes, this.position) &&
      (byte === 0x22 || byte === 0x7b || byte === 0x5b || (after > position && this.isDelimiter(after)));
    if (!isValue) {
      return this.skipOther();
    }
    this.due = 'value';
    return this.faults.reportBetween('colon', position);
  }

  private readNext(byte: number): boolean {
    const { bytes, position, end } = this;
    if (byte === 0x2c) {
      this.comma = position;
      this.position++;
      this.due = this.inObject ? 'key' : 'value';
      return true;
    }
    if (byte === 0x3a) {
      // What seemed to be a value was a key, which a list has not.
      this.position++;
      this.due = 'value';
      this.faults.isSure = false;
      return this.inObject;
    }
    // What has no quotes may be the rest of a text.
    const isQuoted = byte === 0x22 || byte === 0x27;
    const begins = this.inObject ? isQuoted && beginsMember(bytes, position, end) : beginsItem(bytes, position, end);
    if (begins && !isWithinText(this.bytes, this.position)) {
      this.due = this.inObject ? 'key' : 'value';
      return this.faults.reportBetween('comma', position);
    }
    return this.skipOther();
  }

  /** A text with its quotes; of what is wrong within it only the first is reported. */
  private readString(due: Due): boolean {
    const { bytes, position: start, end, scan } = this;
    this.due = due;
    const position = scanString(bytes, start, end, scan);
    if (position === incomplete) {
      return false;
    }
    if (position > 0) {
      this.position = position;
      return true;
    }
    const broken = findTextFault(bytes, scan.failure, end, this.closer);
    if (broken === undefined) {
      return false;
    }
    this.faults.report(broken.fault, broken.place.start, broken.place.end);
    this.position = broken.close;
    return true;
  }

  private readSingleQuoted(due: Due): boolean {
    const { bytes, position, end } = this;
    const close = closingQuote(bytes, position, end);
    if (close === -1 || !(due === 'colon' ? byteAfter(bytes, close, end) === 0x3a : this.isDelimiter(close))) {
      return this.skipOther();
    }
    this.faults.report('singleQuotes', position, close);
    this.position = close;
    this.due = due;
    return true;
  }

  private isDelimiter(position: number): boolean {
    return endsValue(this.bytes, position, this.end, this.closer);
  }

  /** Goes on at the next place where it is plain what is there. Where a quote may lack before it, nothing is reported. */
  private skipOther(): boolean {
    const { bytes, position: start, end } = this;
    const hold = syncToken(bytes, start, end, this.closer);
    if (hold === undefined) {
      return false;
    }
    if (hold.isPlain) {
      this.faults.report('other', start, withoutBlanksAfter(bytes, start, hold.position));
    }
    this.position = hold.position;
    this.due = hold.due;
    this.faults.isSure &&= hold.isPlain;
    return true;
  }
}
