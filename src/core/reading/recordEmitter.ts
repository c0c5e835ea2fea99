import { skipBlanks } from '../json/jsonScanner.ts';
import { firstKey, startsWith } from '../recovery/recordSignature.ts';
import type { OpenList } from './openList.ts';
import type { Inside } from './otherLists.ts';
import type { ReaderContext } from './readerContext.ts';
import type { RecordSink } from './recordSink.ts';

/** Reports whole records with their lines, and keeps what others are known by. */
export class RecordEmitter {
  private readonly place: ReaderContext;
  private readonly list: OpenList;
  private readonly sink: RecordSink;

  constructor(place: ReaderContext, list: OpenList, sink: RecordSink) {
    this.place = place;
    this.list = list;
    this.sink = sink;
  }

  /**
   * The record at the current place ends before `end`, an index of the window.
   *
   * @param mayHoldBreaks False if it is known to be on one line.
   */
  report(end: number, mayHoldBreaks: boolean, inside: Inside | undefined): void {
    const { place } = this;
    const { window, lines } = place;
    const start = window.position;
    this.list.beginItem();
    lines.advance(window, start);
    const { line } = lines;
    if (place.state.opening.length === 0) {
      place.state.opening = new Uint8Array(firstKey(window.bytes, start, window.length));
    }
    place.state.opensAlike &&= startsWith(window.bytes, skipBlanks(window.bytes, start + 1, end), place.state.opening);
    this.sink.record(window.bytes, start, end, window.base, line, inside);
    const spansLines = mayHoldBreaks && lines.breaksBefore(window, end);
    const isInList = this.list.state.isOpen;
    place.shape.record(spansLines && !isInList, line === this.place.state.lastLine && !isInList);
    if (spansLines) {
      lines.advance(window, end);
    } else {
      lines.pass(window, end);
    }
    this.place.state.lastLine = lines.line;
    window.position = end;
    this.list.endItem();
  }
}
