import type { FindingCode } from '../finding/codes.ts';
import { builtInFormats } from '../formats/builtInFormats.ts';
import { beginsArray } from './beginsArray.ts';
import { bracketedLine } from '../recovery/bracketedLine.ts';
import { TruncatedTail } from './truncatedTail.ts';
import { incomplete } from '../json/jsonScanner.ts';
import { endOfParts } from '../recovery/recordPart.ts';
import { LongRecord } from './longRecord.ts';
import { OpenList } from './openList.ts';
import { maxRecordLength, type ReaderContext } from './readerContext.ts';
import { BoundedScan, type RecordScan } from './recordScan.ts';
import type { RecordSink } from './recordSink.ts';
import { RecordEmitter } from './recordEmitter.ts';
import { Recovery } from './recovery.ts';
import { NonRecordValues } from './nonRecordValues.ts';
import { Wrappers } from './wrappers.ts';

/**
 * Reads what begins at the current place, one thing after the other: a record, what is around records, or a stretch
 * that cannot be read. Each step reports one thing or moves on by at least one byte.
 */
export class ContainerParser {
  private readonly place: ReaderContext;
  private readonly scanner: RecordScan;
  private readonly list: OpenList;
  private readonly wrappers: Wrappers;
  private readonly recovery: Recovery;
  private readonly rest: TruncatedTail;
  private readonly values: NonRecordValues;
  private readonly objects: BoundedScan;
  private readonly records: RecordEmitter;
  private readonly long: LongRecord;

  constructor(place: ReaderContext, scanner: RecordScan, sink: RecordSink) {
    this.place = place;
    this.scanner = scanner;
    this.list = new OpenList(place);
    this.wrappers = new Wrappers(place, this.list, (scanner.formats ?? builtInFormats).ownKeys);
    this.recovery = new Recovery(place, this.list);
    this.rest = new TruncatedTail(place, this.list);
    this.values = new NonRecordValues(place, this.list);
    this.records = new RecordEmitter(place, this.list, sink);
    this.objects = new BoundedScan(scanner, place);
    this.long = new LongRecord(place, this.list);
  }

  /** Nothing has begun that is not finished. */
  get isBetween(): boolean {
    return this.place.state.mode === 'between' && !this.list.state.isOpen;
  }

  /** Whether the source, if it ends here, ends before the array or object around the records is closed. */
  get isCutOff(): boolean {
    return (this.list.state.isOpen || this.list.state.inWrapper) && !this.list.isDoubtful && !this.recovery.state.reachedEnd;
  }

  /** Reads one thing; false when more bytes are needed, or none are left. */
  step(final: boolean): boolean {
    switch (this.place.state.mode) {
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
    const byte = this.place.padding.skip();
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
        return this.readBracket(final);
      case 0x7d:
        return !this.list.state.isOpen && this.place.state.brokenWrappers > 0 ? this.wrappers.passBrace() : this.readOther(final);
      default:
        return byte === 0xef ? this.readByteOrderMark(final) : this.readOther(final);
    }
  }

  /** Files that were put together have one at the beginning of each. */
  private readByteOrderMark(final: boolean): boolean {
    const passed = this.place.padding.skipByteOrderMark(final);
    if (passed === undefined) {
      return this.wait();
    }
    return passed || this.readOther(final);
  }

  private readArray(final: boolean): boolean {
    if (!this.list.state.isOpen) {
      const { bytes, length, position } = this.place.window;
      const begins = beginsArray(bytes, position, length, final);
      if (begins !== true) {
        return begins === undefined ? this.wait() : this.readOther(final);
      }
      const line = this.place.shape.isPlainLines ? bracketedLine(bytes, position, length, final) : 'array';
      if (line === 'array') {
        this.list.open();
        return true;
      }
      if (typeof line === 'number') {
        this.place.state.brokenLists++;
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

  private readBracket(final: boolean): boolean {
    const { place, list } = this;
    if (!list.state.isOpen && place.state.listLostBeginning) {
      const known = this.wrappers.countLostList(final);
      if (!known) {
        return this.wait();
      }
    }
    return list.state.isOpen || place.state.brokenLists > 0 || place.state.brokenWrappers > 0 ? this.closeArray() : this.readOther(final);
  }

  private closeArray(): true {
    if (!this.list.state.isOpen && this.place.state.brokenLists > 0) {
      // Its list has been reported as broken.
      this.place.state.brokenLists--;
      this.place.window.position++;
    } else if (!this.list.state.isOpen) {
      this.wrappers.closeBroken();
      this.place.state.mode = 'wrapperTail';
    } else if (this.list.close()) {
      this.place.state.mode = this.list.state.inWrapper ? 'wrapperTail' : 'between';
    }
    return true;
  }

  private readObject(final: boolean): boolean {
    const { place } = this;
    const { window } = place;
    const start = window.position;
    if (!this.list.state.isOpen) {
      const end = endOfParts(window.bytes, start, window.length, final);
      if (end !== -1) {
        return end === undefined ? this.wait() : this.startBroken('syntax.invalid', end);
      }
    }
    const opened = this.wrappers.open(final);
    if (opened !== 'record') {
      return opened === 'opened' || this.wait();
    }
    const end = this.objects.read(start, final);
    if (end === incomplete) {
      return this.wait();
    }
    if (end < 0) {
      place.shape.brokenObject();
      place.state.spent += this.wrappers.inVain;
      return this.startBroken(this.objects.trailingComma ? 'syntax.trailingComma' : 'syntax.invalid', this.objects.failure);
    }
    if (end - start > maxRecordLength) {
      return this.startSkipping();
    }
    this.records.report(end, this.objects.mayHoldBreaks, this.wrappers.inside);
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
    this.place.report('syntax.notAnObject', start, end);
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
        this.place.state.mode = 'between';
        return true;
      case 'broken':
        return this.startBroken('syntax.invalid', this.wrappers.failure);
    }
  }

  private startBroken(code: FindingCode | undefined, failure: number): true {
    this.recovery.begin(code, failure);
    this.place.state.mode = 'broken';
    return true;
  }

  private resume(final: boolean): boolean {
    const start = this.place.window.position;
    const recovered = this.recovery.resume(final);
    if (recovered === 'wait') {
      return this.wait();
    }
    this.wrappers.passBroken(start);
    this.rest.broken(this.recovery.state);
    this.place.state.mode = recovered === 'goesOn' ? 'skipping' : 'between';
    return true;
  }

  /** What begins here needs more bytes, if it is not too long already. */
  private wait(): boolean {
    const { length, position } = this.place.window;
    if (length - position >= maxRecordLength) {
      return this.startSkipping();
    }
    this.place.state.wanted = Math.min((length - position) * 2, maxRecordLength);
    return false;
  }

  private startSkipping(): true {
    this.long.begin();
    this.place.state.mode = 'skipping';
    return true;
  }

  private skipRest(final: boolean): boolean {
    const found = this.long.pass(final);
    if (found) {
      this.place.state.mode = 'between';
    }
    return found;
  }
}
