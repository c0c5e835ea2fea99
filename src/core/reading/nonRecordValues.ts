import { incomplete, invalid, isBlank, Scan, scanString, scanValue, skipBlanks } from '../json/jsonScanner.ts';
import { isWithinRecord } from '../recovery/listBracket.ts';
import type { OpenList } from './openList.ts';
import type { ReaderContext } from './readerContext.ts';

/** How many blanks are looked at after a value. */
const fewBlanks = 256;

/** How much is looked at after a value for the record that it is a part of. */
const maxRun = 4096;

/** The same where no record has been read: a source may begin within a long list of one. */
const maxFirstRun = 1024 * 1024;

/** Values where records are expected, and bytes that begin no value. */
export class NonRecordValues {
  private readonly place: ReaderContext;
  private readonly list: OpenList;
  private readonly scanOfRun = new Scan();

  constructor(place: ReaderContext, list: OpenList) {
    this.place = place;
    this.list = list;
  }

  /**
   * Scans what is at the current place and is no object: the index after the value, `incomplete` if more bytes are
   * needed to say, or `invalid` with the place in `scan`.
   */
  read(scan: Scan, final: boolean): number {
    const { bytes, length } = this.place.window;
    const end = this.scanValue(scan, final);
    if (end < 0) {
      return end;
    }
    const next = skipBlanksOnLine(bytes, end, length);
    if (next === length) {
      return final ? end : incomplete;
    }
    const mayGoOn = bytes[next] === 0x2c || bytes[next] === 0x5d;
    const isPart = mayGoOn && this.isPartOfRecord(next, final);
    if (isPart === undefined) {
      return incomplete;
    }
    if (isPart || !mayFollow(bytes[next]!)) {
      // No value but the beginning of text, such as a date; or a key; or what is between two strings; or a part of a record.
      scan.failure = next;
      return invalid;
    }
    return end;
  }

  /** Scans the value at the current place alone. A number may end where the source does. */
  private scanValue(scan: Scan, final: boolean): number {
    const { bytes, length, position: start } = this.place.window;
    scan.reset();
    const end = scanValue(bytes, start, length, scan);
    if (end !== incomplete || !final) {
      return end;
    }
    if (endsInDigit(bytes, start, length)) {
      return length;
    }
    scan.failure = length;
    return invalid;
  }

  /**
   * Whether what follows a value, from a comma or bracket on, shows that the value belongs to a record without its beginning: among
   * further values a member follows, or a closing bracket that is none of the list. Undefined if more bytes are needed to say.
   */
  private isPartOfRecord(from: number, final: boolean): boolean | undefined {
    const { bytes, length, base } = this.place.window;
    if (base + from < this.place.state.standAloneUntil) {
      return false;
    }
    const longest = this.isFirst ? maxFirstRun : maxRun;
    const limit = Math.min(length, from + longest);
    const end = this.endOfRun(from, limit);
    if (end === limit && limit < from + longest && !final) {
      return undefined;
    }
    const byte = end < limit ? bytes[end] : undefined;
    const { state, wrapping } = this.list;
    const isPart =
      byte === 0x3a || byte === 0x7d || (byte === 0x5d && (!state.isOpen || isWithinRecord(bytes, end, length, wrapping, final)));
    this.place.state.standAloneUntil = isPart === false ? base + end : this.place.state.standAloneUntil;
    return isPart;
  }

  /** Neither a record nor a list is before: the source may begin within a list of a record. */
  private get isFirst(): boolean {
    return this.place.shape.records === 0 && !this.list.state.isOpen;
  }

  /** Index of what follows values that are parted by commas; of a comma that no further value follows. */
  private endOfRun(from: number, limit: number): number {
    const { bytes } = this.place.window;
    const skip = this.list.state.isOpen || this.isFirst ? skipBlanks : skipBlanksOnLine;
    let position = from;
    while (position < limit && bytes[position] === 0x2c) {
      const value = skip(bytes, position + 1, limit);
      const isOther = bytes[value] === 0x7b || bytes[value] === 0x0a || bytes[value] === 0x0d;
      if (value === limit || isOther) {
        return isOther && value < limit ? position : limit;
      }
      const end = bytes[value] === 0x22 ? scanString(bytes, value, limit, this.scanOfRun) : scanValue(bytes, value, limit, this.scanOfRun);
      if (end < 0) {
        return end === incomplete ? limit : position;
      }
      position = skip(bytes, end, limit);
    }
    return position;
  }
}

/** Index of what follows on the line, or of one blank of very many. */
function skipBlanksOnLine(bytes: Uint8Array, start: number, length: number): number {
  const end = Math.min(length, start + fewBlanks);
  let position = start;
  while (position < end && (bytes[position] === 0x20 || bytes[position] === 0x09)) {
    position++;
  }
  return position;
}

/** Whether a byte may be after a whole value: a blank, a comma or bracket, what begins another container, or padding. */
function mayFollow(byte: number): boolean {
  return isBlank(byte) || byte === 0x2c || byte === 0x5d || byte === 0x5b || byte === 0x7b || byte === 0x1e || byte === 0;
}

function endsInDigit(bytes: Uint8Array, start: number, end: number): boolean {
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 512))));
}
