import type { FindingCode } from '../findings/codes.ts';
import { ByteWindow } from './byteWindow.ts';
import { ContainerShape } from './container.ts';
import { Filler } from './filler.ts';
import { incomplete, isBlank, scanValue, skipBlanks, type Scan } from './jsonScanner.ts';
import { LineCounter } from './lineCounter.ts';
import { boundaryBehind, findResumption, firstKey, likenessAt } from './resumption.ts';
import { findRestart } from './restart.ts';
import { findWrapper, readWrapperTail, type Span } from './wrapper.ts';

/**
 * Finds the records of a log in its bytes, whatever container they stand in, and never gives up: what cannot be read is
 * told as a broken stretch, and reading goes on behind it (`resumption.ts`).
 *
 * Bytes are pushed in pieces of any size; what is told does not depend on how they were cut. At any time the reader
 * holds the bytes of one unfinished record and of the last piece, and no others.
 */
export interface RecordSink {
  /**
   * A whole record: valid JSON, an object, in `bytes` from `start` up to `end`. `base` is the source's offset of
   * `bytes[0]`; `line` counts from 1. The bytes are the reader's and may change afterwards.
   */
  record(bytes: Uint8Array, start: number, end: number, base: number, line: number): void;
  /** A stretch that holds no record, or a fault of the container between records. Offsets are the source's. */
  broken(stretch: BrokenStretch): void;
}

export interface BrokenStretch {
  readonly code: FindingCode;
  readonly start: number;
  readonly end: number;
  /** The byte that cannot stand there; the end where the source ends too early. */
  readonly failure: number;
  /** Line on which the failure stands, from 1. */
  readonly line: number;
}

/** What scans a single record for the reader, and may note on the way what it finds. */
export interface RecordScan {
  readonly scan: Scan;
  /** Scans the object at `start`: the offset after it, `incomplete` or `invalid` (then `scan` tells where). */
  read(bytes: Uint8Array, start: number, end: number): number;
}

/**
 * A longer record, or broken stretch in which reading can nowhere be taken up again, is passed over: it must be held as a
 * whole, and nobody else gets a turn while it is looked at.
 */
const longestRecord = 16 * 1024 * 1024;
/** A window in which each step takes a while. */
const longWindow = 4 * 1024 * 1024;

/** So many bytes may be scanned in vain in any file, however short. */
const freeScans = 1024 * 1024;

export class RecordReader {
  readonly shape = new ContainerShape();
  private readonly window = new ByteWindow();
  private readonly lines = new LineCounter();
  private readonly filler: Filler;
  private readonly scanner: RecordScan;
  private readonly sink: RecordSink;
  private state: 'between' | 'broken' | 'skipping' | 'wrapperTail' = 'between';
  private inArray = false;
  private inWrapper = false;
  /** Arrays that are open within the array. */
  private innerArrays = 0;
  /** In an array: an item has ended and no comma has followed yet. */
  private itemEnded = false;
  /** In an array: offset in the source of a comma that no item has followed yet, or -1. */
  private commaAt = -1;
  private commaLine = 1;
  /** How many unfinished bytes the window must hold before it is worth looking again. */
  private wanted = 0;
  private failure = 0;
  private code: FindingCode = 'syntax.invalid';
  private opening: Uint8Array = new Uint8Array(0);
  /** Line on which the last record ended. */
  private lastLine = 0;
  /** Bytes that were scanned in vain: behind the place where reading was taken up again. */
  private spent = 0;
  private endTold = false;

  constructor(scanner: RecordScan, sink: RecordSink) {
    this.scanner = scanner;
    this.sink = sink;
    this.filler = new Filler(this.window, this.lines, this.shape, ({ start, end, line }) => {
      sink.broken({ code: 'syntax.padding', start, end, failure: start, line });
    });
  }

  /** Offset in the source up to which everything has been told. */
  get offset(): number {
    return this.window.base + this.window.position;
  }

  /** Line on which the bytes so far end, from 1. */
  get endLine(): number {
    this.lines.advance(this.window, this.window.length);
    return this.lines.line;
  }

  /**
   * Takes the next bytes of the source. They must not be changed before the next call. Reads at most as many records and
   * faults as told: true if there are more, which {@link proceed} must read before the next bytes.
   */
  push(chunk: Uint8Array, most = Infinity): boolean {
    this.lines.advance(this.window, this.window.position);
    this.window.push(chunk);
    return this.window.length >= this.wanted && this.run(false, most);
  }

  /** Goes on with the bytes at hand, as {@link push} does. */
  proceed(most: number): boolean {
    return this.run(false, most);
  }

  /** The source has ended: tells what is left over. To be called again while it returns true. */
  end(most = Infinity): boolean {
    if (this.run(true, most)) {
      return true;
    }
    this.filler.close();
    if ((this.inArray || this.inWrapper) && !this.endTold) {
      this.tell('syntax.truncated', this.window.length, this.window.length);
    }
    return false;
  }

  private run(final: boolean, most: number): boolean {
    this.wanted = 0;
    for (let left = most; left > 0; left--) {
      // Each step tells one thing or moves on by at least one byte.
      if (!this.step(final)) {
        return false;
      }
      if (this.window.length - this.window.position > longWindow) {
        left = Math.min(left, 1);
      }
    }
    return true;
  }

  /** Reads one thing; false when more bytes are needed, or none are left. */
  private step(final: boolean): boolean {
    if (this.state === 'broken') {
      return this.resume(final);
    }
    if (this.state === 'wrapperTail') {
      return this.readTail(final);
    }
    if (this.state === 'skipping') {
      return this.skipRest(final);
    }
    const byte = this.filler.skip();
    switch (byte) {
      case -1:
        return false;
      case 0x7b:
        return this.readObject(final);
      case 0x2c:
        return this.readComma();
      case 0x5b:
        return this.inArray ? this.readInnerArray(final) : this.openArray();
      case 0x5d:
        return this.inArray ? this.closeArray() : this.readOther(final);
      default:
        return byte === 0xef ? this.readByteOrderMark(final) : this.readOther(final);
    }
  }

  /** Files that were put together have one at the beginning of each. */
  private readByteOrderMark(final: boolean): boolean {
    const passed = this.filler.skipByteOrderMark(final);
    if (passed === undefined) {
      return this.wait();
    }
    return passed || this.readOther(final);
  }

  private readComma(): boolean {
    const { window } = this;
    if (!this.inArray) {
      this.shape.comma();
    } else if (!this.itemEnded) {
      this.tell('syntax.invalid', window.position, window.position + 1);
    }
    if (this.inArray) {
      this.lines.advance(window, window.position);
      this.commaLine = this.lines.line;
    }
    this.commaAt = this.offset;
    this.itemEnded = false;
    window.position++;
    return true;
  }

  private openArray(): true {
    this.shape.array();
    this.window.position++;
    this.inArray = true;
    this.itemEnded = false;
    this.commaAt = -1;
    return true;
  }

  /** Records within a further array are records still: a bracket too many hides none of them. */
  private readInnerArray(final: boolean): boolean {
    const { bytes, length, position } = this.window;
    const first = skipBlanks(bytes, position + 1, length);
    const likeness = first === length && !final ? 'unknown' : likenessAt(bytes, first, length, [], final);
    if (likeness === 'unknown') {
      return this.wait();
    }
    if (likeness === 'none') {
      return this.readOther(final);
    }
    this.beginItem();
    this.tell('syntax.notAnObject', position, position + 1);
    this.window.position++;
    this.innerArrays++;
    return true;
  }

  private closeArray(): true {
    if (this.commaAt !== -1) {
      const { commaAt: start, commaLine: line } = this;
      this.sink.broken({ code: 'syntax.trailingComma', start, end: start + 1, failure: start, line });
    }
    this.window.position++;
    this.commaAt = -1;
    if (this.innerArrays > 0) {
      this.innerArrays--;
      this.itemEnded = true;
      return true;
    }
    this.inArray = false;
    this.state = this.inWrapper ? 'wrapperTail' : 'between';
    return true;
  }

  private readObject(final: boolean): boolean {
    const { window } = this;
    const start = window.position;
    if (!this.inArray && (this.shape.records === 0 || this.shape.isWrapper)) {
      const search = findWrapper(window.bytes, start, window.length);
      if (search.kind === 'incomplete' && !final) {
        return this.wait();
      }
      if (search.kind === 'wrapper') {
        this.noteNextLink(search.nextLink);
        this.shape.wrapper();
        this.inWrapper = true;
        window.position = search.list;
        return this.openArray();
      }
    }
    const end = this.scanRecord(start, final);
    if (end === incomplete) {
      return this.wait();
    }
    if (end < 0) {
      this.shape.brokenObject();
      return this.startBroken(this.scanner.scan.trailingComma ? 'syntax.trailingComma' : 'syntax.invalid', this.failure);
    }
    if (end - start > longestRecord) {
      return this.startSkipping();
    }
    this.beginItem();
    this.lines.advance(window, start);
    const { line } = this.lines;
    if (this.opening.length === 0) {
      this.opening = firstKey(window.bytes, start, window.length).slice();
    }
    this.sink.record(window.bytes, start, end, window.base, line);
    const spansLines = this.lines.breaksBefore(window, end);
    this.shape.record(spansLines, line === this.lastLine);
    if (spansLines) {
      this.lines.advance(window, end);
    }
    this.lastLine = this.lines.line;
    window.position = end;
    this.itemEnded = true;
    return true;
  }

  /**
   * Scans the record at `start`: the index after it, `incomplete` if more bytes may make it whole, or `invalid`.
   *
   * A record whose brackets are not closed swallows what follows. That is noticed where a line begins as the record
   * itself began. Valid JSON may do so too, hence the scan is first tried without that boundary; but once such tries have
   * cost more than reading the file, the boundary decides, or a hostile file could make each of its lines cost all others.
   */
  private scanRecord(start: number, final: boolean): number {
    const { bytes, length } = this.window;
    const { scan } = this.scanner;
    const mayTry = this.mayTry();
    let end = mayTry ? this.scanner.read(bytes, start, length) : -1;
    if (end >= 0) {
      return end;
    }
    const reached = !mayTry || end === incomplete ? length : scan.failure;
    const boundary = boundaryBehind(bytes, start, length, reached, this.filler.indentation(), this.opening);
    if (boundary === -1) {
      if (!mayTry) {
        end = this.scanner.read(bytes, start, length);
      }
      if (end === incomplete && !final) {
        return incomplete;
      }
      this.failure = end === incomplete ? length : scan.failure;
      return end < 0 ? -2 : end;
    }
    if (mayTry) {
      if (end === incomplete && !final && length - start < longestRecord) {
        return incomplete;
      }
      this.spent += reached - boundary;
    }
    end = this.scanner.read(bytes, start, boundary);
    this.failure = end === incomplete ? boundary : scan.failure;
    return end < 0 ? -2 : end;
  }

  /** Whether scans that lead nowhere have cost less than reading the file up to here. */
  private mayTry(): boolean {
    return this.spent <= freeScans + this.offset;
  }

  /** A value that is no object, or bytes that begin no value. */
  private readOther(final: boolean): boolean {
    const { window } = this;
    const { scan } = this.scanner;
    const start = window.position;
    if (window.bytes[start] === 0x5b && !this.mayTry()) {
      return this.startBroken('syntax.invalid', start);
    }
    scan.reset();
    let end = scanValue(window.bytes, start, window.length, scan);
    if (end === incomplete && !final) {
      return this.wait();
    }
    if (end === incomplete && endsInDigit(window.bytes, start, window.length)) {
      end = window.length;
    }
    if (end < 0) {
      return this.startBroken('syntax.invalid', end === incomplete ? window.length : scan.failure);
    }
    if (window.bytes[start] === 0x22) {
      if (end === window.length && !final) {
        return this.wait();
      }
      if (isLetter(window.bytes[end]) || window.bytes[end] === 0x3a) {
        // No value: a key, or what stands between two strings and ends with the quote that begins the second.
        return this.startBroken('syntax.invalid', end);
      }
    }
    this.beginItem();
    this.tell('syntax.notAnObject', start, end);
    window.position = end;
    this.itemEnded = true;
    return true;
  }

  private readTail(final: boolean): boolean {
    const { window } = this;
    const tail = readWrapperTail(window.bytes, window.position, window.length);
    switch (tail.kind) {
      case 'incomplete':
        if (!final) {
          return this.wait();
        }
        window.position = window.length;
        return false;
      case 'member':
        this.noteNextLink(tail.nextLink);
        window.position = tail.end;
        return true;
      case 'close':
        window.position = tail.end;
        break;
      case 'invalid':
        window.position = tail.start;
        this.startBroken('syntax.invalid', tail.failure);
    }
    this.inWrapper = false;
    if (this.state === 'wrapperTail') {
      this.state = 'between';
    }
    return true;
  }

  private noteNextLink(link: Span | undefined): void {
    if (link !== undefined) {
      this.tell('value.partialExport', link.start, link.end);
    }
  }

  private startBroken(code: FindingCode, failure: number): true {
    // A comma that is missing before it is no fault of its own.
    this.itemEnded = false;
    this.commaAt = -1;
    this.code = code;
    this.failure = failure + this.window.base;
    this.state = 'broken';
    return true;
  }

  /** Looks for the place behind a broken stretch where reading can be taken up again, and tells the stretch. */
  private resume(final: boolean): boolean {
    const { window } = this;
    const { bytes, length, position: start, base } = window;
    const failure = this.failure - base;
    this.lines.advance(window, start);
    const broken = {
      start,
      failure,
      indentation: this.filler.indentation(),
      oneLine: this.shape.records > 0 ? !this.shape.spansLines : !this.lines.breaksBefore(window, failure),
      inArray: this.inArray,
      inWrapper: this.inWrapper,
      opening: this.opening,
      mayGoBack: this.mayTry(),
    };
    let next = findResumption(bytes, length, broken, final);
    if (next === -1) {
      if (length - start < longestRecord) {
        return this.wait();
      }
      next = length;
    }
    const isSkipped = next === length && length - start >= longestRecord;
    let end = trimEnd(bytes, start, next);
    if (!final && failure >= end && trimEnd(bytes, end, length) === end && length - start < longestRecord) {
      // Whether the file ends here is not known yet.
      return this.wait();
    }
    this.spent += Math.max(0, failure - next);
    const cutOff = final && failure >= end && trimEnd(bytes, end, length) === end;
    if (!cutOff && this.inArray && end > start + 1 && bytes[end - 1] === 0x2c) {
      // The comma belongs to the array.
      next = end = end - 1;
    }
    this.lines.advance(window, Math.min(failure, end));
    const { line } = this.lines;
    const code = cutOff ? 'syntax.truncated' : this.code;
    this.sink.broken({ code, start: base + start, end: base + end, failure: base + Math.min(failure, end), line });
    this.endTold = cutOff;
    window.position = Math.max(next, start + 1);
    this.filler.moved(start);
    this.itemEnded = true;
    this.state = isSkipped ? 'skipping' : 'between';
    return true;
  }

  /** An item of an array begins: a comma must have stood before it, unless it is the first. */
  private beginItem(): void {
    if (this.inArray && this.itemEnded) {
      this.tell('syntax.invalid', this.window.position, this.window.position + 1);
    }
    this.itemEnded = false;
    this.commaAt = -1;
  }

  /** Tells a fault between records; indices of the window. */
  private tell(code: FindingCode, start: number, end: number): void {
    const { base, position } = this.window;
    this.lines.advance(this.window, Math.min(start, position));
    this.sink.broken({ code, start: base + start, end: base + end, failure: base + start, line: this.lines.line });
  }

  /** What begins here needs more bytes, if it is not too long already. */
  private wait(): boolean {
    const { length, position } = this.window;
    if (length - position >= longestRecord) {
      return this.startSkipping();
    }
    this.wanted = Math.min((length - position) * 2, longestRecord);
    return false;
  }

  private startSkipping(): true {
    const { base, length, position } = this.window;
    this.beginItem();
    this.lines.advance(this.window, position);
    const { line } = this.lines;
    this.sink.broken({ code: 'syntax.tooLong', start: base + position, end: base + length, failure: base + position, line });
    this.window.position++;
    this.state = 'skipping';
    return true;
  }

  private skipRest(final: boolean): boolean {
    const { window } = this;
    const { index, found } = findRestart(window.bytes, window.position, window.length, this.opening);
    this.lines.advance(window, index);
    window.position = found || !final ? index : window.length;
    if (found) {
      this.filler.moved(0);
      this.state = 'between';
      this.itemEnded = false;
    }
    return found;
  }
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

function endsInDigit(bytes: Uint8Array, start: number, end: number): boolean {
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 512))));
}

/** Index after the last byte that is not blank or NUL. */
function trimEnd(bytes: Uint8Array, start: number, end: number): number {
  let position = end;
  while (position > start && (isBlank(bytes[position - 1]!) || bytes[position - 1] === 0)) {
    position--;
  }
  return position;
}
