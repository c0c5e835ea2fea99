import type { OpenList } from './openList.ts';
import { maxRecordLength, type ReaderContext } from './readerContext.ts';
import { findRestart } from '../recovery/restart.ts';

/** A record, or a broken stretch, that is too long to be held: it is reported and passed over. */
export class LongRecord {
  private readonly place: ReaderContext;
  private readonly list: OpenList;

  constructor(place: ReaderContext, list: OpenList) {
    this.place = place;
    this.list = list;
  }

  /** It begins at the current place. */
  begin(): void {
    const { window } = this.place;
    this.list.beginItem();
    this.place.report('syntax.tooLong', window.position, window.length);
    this.place.state.spent += maxRecordLength;
    window.position++;
  }

  /** Goes on in it as far as can be said; true where something else begins. */
  pass(final: boolean): boolean {
    const { window, lines, padding, firstTry, state } = this.place;
    const { index, found } = findRestart(window.bytes, window.position, window.length, state.opening, firstTry - window.base);
    lines.advance(window, index);
    window.position = found || !final ? index : window.length;
    if (found) {
      padding.moved(0);
      this.list.forget();
    }
    return found;
  }
}
