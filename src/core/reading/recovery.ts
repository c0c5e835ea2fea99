import type { FindingCode } from '../finding/codes.ts';
import type { BrokenRecord } from '../recovery/brokenRecord.ts';
import { firstFault } from '../diagnosis/firstFault.ts';
import { isBlank, skipBlanks } from '../json/jsonScanner.ts';
import type { OpenList } from './openList.ts';
import type { RecoveryState } from './parserState.ts';
import { maxRecordLength, type ReaderContext } from './readerContext.ts';
import { isPart } from '../recovery/recordPart.ts';
import { findResync } from '../recovery/resync.ts';
import type { Resync } from '../recovery/resyncRules.ts';

/** How a broken stretch came out: it has been reported, it has but goes on, or more bytes are needed. */
export type Recovered = 'reported' | 'goesOn' | 'wait';

/** Looks for the place after a broken stretch where reading can be taken up again, and reports the stretch. */
export class Recovery {
  readonly state: RecoveryState;
  private readonly place: ReaderContext;
  private readonly list: OpenList;

  constructor(place: ReaderContext, list: OpenList) {
    this.state = place.state.recovery;
    this.place = place;
    this.list = list;
  }

  /** What begins at the current place cannot be read beyond `failure`, an index of the window. */
  begin(code: FindingCode | undefined, failure: number): void {
    // A comma that is missing before it is no fault of its own.
    this.list.forget();
    this.state.code = code;
    this.state.failure = failure + this.place.window.base;
  }

  resume(final: boolean): Recovered {
    const { window, lines } = this.place;
    const { bytes, length, position: start, base } = window;
    const failure = this.state.failure - base;
    const isTooLong = length - start >= maxRecordLength;
    lines.advance(window, start);
    const found = this.findNext(failure, final) ?? { isInside: false, index: isTooLong ? length : -1 };
    if (found.index === -1) {
      return 'wait';
    }
    const end = trimEnd(bytes, start, found.index);
    const reachesEnd = failure >= end && trimEnd(bytes, end, length) === end;
    if (reachesEnd && !final && !isTooLong) {
      // Whether the file ends here is not known yet.
      return 'wait';
    }
    this.state.isInside = found.isInside;
    this.leave(found.index, end, failure, final, final && reachesEnd);
    return isTooLong && found.index === length ? 'goesOn' : 'reported';
  }

  /** Reports the stretch up to `end`, after which nothing but blanks are before `index`, and goes on there. */
  private leave(index: number, end: number, failure: number, final: boolean, cutOff: boolean): void {
    const { place } = this;
    const { window, padding } = place;
    const { bytes, length, position: start } = window;
    const hasComma = !cutOff && this.endsInComma(end);
    const reportedEnd = hasComma ? end - 1 : end;
    const next = hasComma ? reportedEnd : index;
    place.state.spent += Math.max(0, failure - index);
    this.report(failure, reportedEnd, cutOff);
    place.state.listLostBeginning ||= this.isRestOfItem(reportedEnd);
    this.state.reachedEnd = cutOff || (final && next === length && endsInCloser(bytes, start, length));
    window.position = Math.max(next, start + 1);
    padding.moved(start);
    this.list.forget();
  }

  /** Whether a comma of the array is at the end of the stretch. */
  private endsInComma(end: number): boolean {
    const { bytes, position: start } = this.place.window;
    return this.list.state.isOpen && end > start + 1 && bytes[end - 1] === 0x2c;
  }

  /** Whether the stretch is the end of the first item of a list whose beginning is not in the source. */
  private isRestOfItem(end: number): boolean {
    const { shape, window } = this.place;
    return shape.records === 0 && !this.list.state.isOpen && isRecordEndOnly(window.bytes, window.position, end, window.length);
  }

  /** Reports the stretch from the current place up to an index, unless it belongs to another. */
  private report(failure: number, end: number, cutOff: boolean): void {
    const { place } = this;
    const { window, lines } = place;
    const { bytes, position: start, base } = window;
    const reached = Math.min(failure, end);
    lines.advance(window, reached);
    const code = cutOff ? 'syntax.truncated' : this.state.code;
    if (code !== undefined) {
      const fault = code === 'syntax.invalid' ? firstFault(bytes, start, failure, end) : undefined;
      place.broken({ code, start: base + start, end: base + end, failure: base + reached, line: lines.line, fault });
    }
  }

  private findNext(failure: number, final: boolean): Resync | undefined {
    const { window, lines, shape, padding, mayTry, state } = this.place;
    const broken = {
      start: window.position,
      failure,
      indentation: padding.indentation(),
      oneLine: shape.records > 0 ? !shape.spansLines : !lines.breaksBefore(window, failure),
      eachOnOneLine: !shape.spansLines,
      hasRecords: shape.records > 0,
      inArray: this.list.state.isOpen,
      wrapping: this.list.wrapping,
      beginnings: this.beginnings(),
      opening: state.opening,
      mayGoBack: mayTry,
    };
    return findResync(window.bytes, window.length, broken, final);
  }

  private beginnings(): BrokenRecord['beginnings'] {
    const { shape, state } = this.place;
    const { opensAlike } = state;
    if (shape.isPlainLines || (shape.records > 1 && opensAlike)) {
      return 'alike';
    }
    return opensAlike ? 'unknown' : 'different';
  }
}

function endsInCloser(bytes: Uint8Array, start: number, end: number): boolean {
  const byte = bytes[trimEnd(bytes, start, end) - 1];
  return byte === 0x5d || byte === 0x7d;
}

/** Whether a brace and a comma are at the end of a stretch that begins no item as a whole. */
function isRecordEndOnly(bytes: Uint8Array, start: number, end: number, length: number): boolean {
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
