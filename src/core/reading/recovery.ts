import type { FindingCode } from '../finding/codes.ts';
import type { BrokenRecord } from '../recovery/brokenRecord.ts';
import { firstFault } from '../diagnosis/firstFault.ts';
import { isBlank, skipBlanks } from '../json/jsonScanner.ts';
import type { OpenList } from './openList.ts';
import { longestRecord, type ReadingPlace } from './readingPlace.ts';
import { isPart } from '../recovery/recordPart.ts';
import { findResumption } from '../recovery/resumption.ts';
import type { Resumption } from '../recovery/resumptionRules.ts';

/** How a broken stretch came out: it has been told, it has but goes on, or more bytes are needed. */
export type Recovered = 'told' | 'goesOn' | 'wait';

/** Looks for the place behind a broken stretch where reading can be taken up again, and tells the stretch. */
export class Recovery {
  /** The last broken stretch reached up to the end of the source, and may hold what closes the array. */
  reachedEnd = false;
  /** Reading goes on inside of the broken record, whose rest may follow. */
  isInside = false;
  /** What is told of the stretch; undefined for one that belongs to another, which has been told. */
  code: FindingCode | undefined;
  private readonly place: ReadingPlace;
  private readonly list: OpenList;
  /** Offset in the source of the byte at which reading failed. */
  private failure = 0;

  constructor(place: ReadingPlace, list: OpenList) {
    this.place = place;
    this.list = list;
  }

  /** What begins at the current place cannot be read beyond `failure`, an index of the window. */
  begin(code: FindingCode | undefined, failure: number): void {
    // A comma that is missing before it is no fault of its own.
    this.list.forget();
    this.code = code;
    this.failure = failure + this.place.window.base;
  }

  resume(final: boolean): Recovered {
    const { place, list } = this;
    const { window, lines } = place;
    const { bytes, length, position: start, base } = window;
    const failure = this.failure - base;
    lines.advance(window, start);
    const found = this.findNext(failure, final);
    if (found === undefined && length - start < longestRecord) {
      return 'wait';
    }
    const { isInside, index } = found ?? { isInside: false, index: length };
    let next = index;
    const goesOn = next === length && length - start >= longestRecord;
    let end = trimEnd(bytes, start, next);
    const reachesEnd = failure >= end && trimEnd(bytes, end, length) === end;
    if (!final && reachesEnd && length - start < longestRecord) {
      // Whether the file ends here is not known yet.
      return 'wait';
    }
    place.spent += Math.max(0, failure - next);
    const cutOff = final && reachesEnd;
    if (!cutOff && list.isOpen && end > start + 1 && bytes[end - 1] === 0x2c) {
      // The comma belongs to the array.
      next = end = end - 1;
    }
    lines.advance(window, Math.min(failure, end));
    const code = cutOff ? 'syntax.truncated' : this.code;
    if (code !== undefined) {
      const fault = code === 'syntax.invalid' ? firstFault(bytes, start, failure, end) : undefined;
      place.broken({ code, start: base + start, end: base + end, failure: base + Math.min(failure, end), line: lines.line, fault });
    }
    place.listLostBeginning ||= place.shape.records === 0 && !list.isOpen && endsItemOnly(bytes, start, end, length);
    this.reachedEnd = cutOff || (final && next === length && isCloser(bytes[trimEnd(bytes, start, length) - 1]!));
    window.position = Math.max(next, start + 1);
    place.filler.moved(start);
    list.forget();
    this.isInside = isInside;
    return goesOn ? 'goesOn' : 'told';
  }

  private findNext(failure: number, final: boolean): Resumption | undefined {
    const { window, lines, shape, filler, opening, mayTry } = this.place;
    const broken = {
      start: window.position,
      failure,
      indentation: filler.indentation(),
      oneLine: shape.records > 0 ? !shape.spansLines : !lines.breaksBefore(window, failure),
      eachOnOneLine: !shape.spansLines,
      hasRecords: shape.records > 0,
      inArray: this.list.isOpen,
      wrapping: this.list.wrapping,
      beginnings: this.beginnings(),
      opening,
      mayGoBack: mayTry,
    };
    return findResumption(window.bytes, window.length, broken, final);
  }

  private beginnings(): BrokenRecord['beginnings'] {
    const { shape, opensAlike } = this.place;
    if (shape.isPlainLines || (shape.records > 1 && opensAlike)) {
      return 'alike';
    }
    return opensAlike ? 'unknown' : 'different';
  }
}

function isCloser(byte: number): boolean {
  return byte === 0x5d || byte === 0x7d;
}

/** Whether a stretch is the end of an item without its beginning: its brace and a comma stand at its end. */
function endsItemOnly(bytes: Uint8Array, start: number, end: number, length: number): boolean {
  const beginsWhole = (bytes[start] === 0x7b && !isPart(bytes, start, length)) || bytes[start] === 0x5b;
  const hasComma = end > start && bytes[end - 1] === 0x2c;
  const brace = hasComma ? trimEnd(bytes, start, end - 1) : end;
  return !beginsWhole && brace > start && bytes[brace - 1] === 0x7d && (hasComma || bytes[skipBlanks(bytes, end, length)] === 0x2c);
}

/** Index after the last byte that is not blank or NUL. */
function trimEnd(bytes: Uint8Array, start: number, end: number): number {
  let position = end;
  while (position > start && (isBlank(bytes[position - 1]!) || bytes[position - 1] === 0)) {
    position--;
  }
  return position;
}
