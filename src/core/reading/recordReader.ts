import type { FindingCode } from '../findings/codes.ts';
import { bracketedLine } from './bracketedLine.ts';
import { BrokenRest } from './brokenRest.ts';
import type { ContainerShape } from './container.ts';
import { copyStates } from './copyStates.ts';
import { incomplete } from './jsonScanner.ts';
import { OpenList } from './openList.ts';
import { longestRecord, ReadingPlace } from './readingPlace.ts';
import { BoundedScan, type RecordScan } from './recordScan.ts';
import type { RecordSink } from './recordSink.ts';
import { RecordTeller } from './recordTeller.ts';
import type { ReaderState } from './readerState.ts';
import { Recovery } from './recovery.ts';
import { findRestart } from './restart.ts';
import { StrayValues } from './strayValues.ts';
import { Wrappers } from './wrappers.ts';

/** A window in which each step takes a while. */
const longWindow = 4 * 1024 * 1024;

const beginning: ReaderState = { offset: 0, line: 1, records: 0, opening: new Uint8Array(0), spent: 0 };

/**
 * Finds the records of a log in its bytes, whatever container they stand in, and never gives up: what cannot be read is
 * told as a broken stretch, and reading goes on behind it (`resumption.ts`).
 *
 * Bytes are pushed in pieces of any size; what is told does not depend on how they were cut. At any time the reader
 * holds the bytes of one unfinished record and of the last piece, and no others.
 */
export class RecordReader {
  readonly shape: ContainerShape;
  private readonly place: ReadingPlace;
  private readonly list: OpenList;
  private readonly wrappers: Wrappers;
  private readonly recovery: Recovery;
  private readonly rest: BrokenRest;
  private readonly values: StrayValues;
  private readonly objects: BoundedScan;
  private readonly scanner: RecordScan;
  private readonly records: RecordTeller;
  private readonly sink: RecordSink;
  private mode: 'between' | 'broken' | 'skipping' | 'wrapperTail' = 'between';
  /** How many unfinished bytes the window must hold before it is worth looking again. */
  private wanted = 0;

  /** @param from What another reader knew; its offset is that of the first byte to be pushed. */
  constructor(scanner: RecordScan, sink: RecordSink, from: ReaderState = beginning) {
    this.scanner = scanner;
    this.sink = sink;
    this.place = new ReadingPlace(sink, from);
    this.shape = this.place.shape;
    this.list = new OpenList(this.place);
    this.wrappers = new Wrappers(this.place, this.list);
    this.recovery = new Recovery(this.place, this.list);
    this.rest = new BrokenRest(this.place, this.list);
    this.values = new StrayValues(this.place, this.list);
    this.records = new RecordTeller(this.place, this.list, sink);
    this.objects = new BoundedScan(scanner, this.place);
  }

  /**
   * Another reader that stands where this one does, and tells the same sink: one of the two may be told that the source has
   * ended, while the other goes on when there is more. They share nothing that changes.
   */
  fork(): RecordReader {
    const fork = new RecordReader(this.scanner, this.sink);
    this.place.window.share();
    copyStates(this, fork, [this.scanner, this.sink]);
    return fork;
  }

  /** Offset in the source up to which everything has been told. */
  get offset(): number {
    return this.place.offset;
  }

  /** With what another reader may begin here, or at a later line: undefined unless all so far are lines of NDJSON. */
  get state(): ReaderState | undefined {
    return this.mode === 'between' && !this.list.isOpen ? this.place.state : undefined;
  }

  /** Line on which the bytes so far end, from 1. */
  get endLine(): number {
    const { lines, window } = this.place;
    lines.advance(window, window.length);
    return lines.line;
  }

  /**
   * Takes the next bytes of the source. They must not be changed before the next call, unless {@link offset} is behind all of
   * them. Reads at most as many records and faults as told: true if there are more, which {@link proceed} must read before the
   * next bytes.
   */
  push(chunk: Uint8Array, most = Infinity): boolean {
    const { lines, window } = this.place;
    lines.advance(window, window.position);
    window.push(chunk);
    return window.length >= this.wanted && this.run(false, most);
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
    const { filler, window } = this.place;
    filler.close();
    if ((this.list.isOpen || this.list.inWrapper) && !this.list.isDoubtful && !this.recovery.reachedEnd) {
      this.place.tell('syntax.truncated', window.length, window.length);
    }
    return false;
  }

  private run(final: boolean, most: number): boolean {
    const { window } = this.place;
    this.wanted = 0;
    for (let left = most; left > 0; left--) {
      // Each step tells one thing or moves on by at least one byte.
      if (!this.step(final)) {
        this.forgetWindow();
        return false;
      }
      if (window.length - window.position > longWindow) {
        left = Math.min(left, 1);
      }
    }
    return true;
  }

  /** Counts the lines of bytes that are finished with, which may be changed from now on. */
  private forgetWindow(): void {
    const { lines, window } = this.place;
    if (window.position === window.length) {
      lines.advance(window, window.position);
    }
  }

  /** Reads one thing; false when more bytes are needed, or none are left. */
  private step(final: boolean): boolean {
    switch (this.mode) {
      case 'broken':
        return this.resume(final);
      case 'wrapperTail':
        return this.readTail(final);
      case 'skipping':
        return this.skipRest(final);
      case 'between':
        return this.readNext(final);
    }
  }

  private readNext(final: boolean): boolean {
    const byte = this.place.filler.skip();
    if (byte === -1) {
      return false;
    }
    const isRest = this.rest.begins(final);
    if (isRest !== false) {
      return isRest === undefined ? this.wait() : this.startBroken(undefined, this.place.window.position);
    }
    switch (byte) {
      case 0x7b:
        return this.readObject(final);
      case 0x2c:
        this.list.comma();
        return true;
      case 0x5b:
        return this.readArray(final);
      case 0x5d:
        return this.list.isOpen || this.place.brokenLists > 0 || this.place.brokenWrappers > 0 ? this.closeArray() : this.readOther(final);
      case 0x7d:
        return !this.list.isOpen && this.place.brokenWrappers > 0 ? this.closeBrokenWrapper() : this.readOther(final);
      default:
        return byte === 0xef ? this.readByteOrderMark(final) : this.readOther(final);
    }
  }

  /** Files that were put together have one at the beginning of each. */
  private readByteOrderMark(final: boolean): boolean {
    const passed = this.place.filler.skipByteOrderMark(final);
    if (passed === undefined) {
      return this.wait();
    }
    return passed || this.readOther(final);
  }

  private readArray(final: boolean): boolean {
    if (!this.list.isOpen) {
      const { bytes, length, position } = this.place.window;
      const line = this.shape.isPlainLines ? bracketedLine(bytes, position, length, final) : 'array';
      if (line === 'array') {
        this.list.open();
        return true;
      }
      if (typeof line === 'number') {
        this.place.brokenLists++;
        return this.startBroken('syntax.invalid', line);
      }
      return line === 'unknown' ? this.wait() : this.readOther(final);
    }
    const holds = this.list.innerHolds(final);
    if (holds !== 'records') {
      return holds === 'unknown' ? this.wait() : this.readOther(final);
    }
    this.list.openInner();
    return true;
  }

  private closeArray(): true {
    if (!this.list.isOpen && this.place.brokenLists > 0) {
      // Its list has been told as broken.
      this.place.brokenLists--;
      this.place.window.position++;
    } else if (!this.list.isOpen) {
      this.wrappers.closeBroken();
      this.mode = 'wrapperTail';
    } else if (this.list.close()) {
      this.mode = this.list.inWrapper ? 'wrapperTail' : 'between';
    }
    return true;
  }

  /** The brace of a wrapper that was told as broken, whose list was closed before or never opened. */
  private closeBrokenWrapper(): true {
    this.place.brokenWrappers--;
    this.place.window.position++;
    return true;
  }

  private readObject(final: boolean): boolean {
    const { place, shape } = this;
    const { window } = place;
    const start = window.position;
    const opened = this.wrappers.open(final);
    if (opened !== 'record') {
      return opened === 'opened' || this.wait();
    }
    const end = this.objects.read(start, final);
    if (end === incomplete) {
      return this.wait();
    }
    if (end < 0) {
      shape.brokenObject();
      place.spent += this.wrappers.inVain;
      return this.startBroken(this.objects.trailingComma ? 'syntax.trailingComma' : 'syntax.invalid', this.objects.failure);
    }
    if (end - start > longestRecord) {
      return this.startSkipping();
    }
    this.records.tell(end, this.objects.mayHoldBreaks);
    this.rest.record();
    return true;
  }

  /** A value that is no object, or bytes that begin no value. */
  private readOther(final: boolean): boolean {
    const { window } = this.place;
    const { scan } = this.scanner;
    const start = window.position;
    if (window.bytes[start] === 0x5b && !this.place.mayTry) {
      return this.startBroken('syntax.invalid', start);
    }
    const end = this.values.read(scan, final);
    if (end === incomplete) {
      return this.wait();
    }
    if (end < 0) {
      return this.startBroken('syntax.invalid', scan.failure);
    }
    this.list.beginItem();
    this.place.tell('syntax.notAnObject', start, end);
    window.position = end;
    this.list.endItem();
    return true;
  }

  private readTail(final: boolean): boolean {
    const read = this.wrappers.readTail(final);
    switch (read) {
      case 'wait':
        return this.wait();
      case 'ended':
        return false;
      case 'member':
        return true;
      case 'list':
      case 'closed':
        this.mode = 'between';
        return true;
      case 'broken':
        return this.startBroken('syntax.invalid', this.wrappers.failure);
    }
  }

  private startBroken(code: FindingCode | undefined, failure: number): true {
    this.recovery.begin(code, failure);
    this.mode = 'broken';
    return true;
  }

  private resume(final: boolean): boolean {
    const start = this.place.window.position;
    const recovered = this.recovery.resume(final);
    if (recovered === 'wait') {
      return this.wait();
    }
    this.wrappers.passBroken(start);
    this.rest.broken(this.recovery);
    this.mode = recovered === 'goesOn' ? 'skipping' : 'between';
    return true;
  }

  /** What begins here needs more bytes, if it is not too long already. */
  private wait(): boolean {
    const { length, position } = this.place.window;
    if (length - position >= longestRecord) {
      return this.startSkipping();
    }
    this.wanted = Math.min((length - position) * 2, longestRecord);
    return false;
  }

  private startSkipping(): true {
    const { window } = this.place;
    this.list.beginItem();
    this.place.tell('syntax.tooLong', window.position, window.length);
    this.place.spent += longestRecord;
    window.position++;
    this.mode = 'skipping';
    return true;
  }

  private skipRest(final: boolean): boolean {
    const { window, lines, filler, opening, firstTry } = this.place;
    const { index, found } = findRestart(window.bytes, window.position, window.length, opening, firstTry - window.base);
    lines.advance(window, index);
    window.position = found || !final ? index : window.length;
    if (found) {
      filler.moved(0);
      this.mode = 'between';
      this.list.forget();
    }
    return found;
  }
}
