import { EmbeddedRecord, nothingYet } from './embeddedRecord.ts';
import { skipBlanks } from './jsonScanner.ts';
import { startsWith } from './likeness.ts';
import type { OpenList } from './openList.ts';
import type { ReadingPlace } from './readingPlace.ts';
import { sourceText } from './utf8.ts';
import { isRecordKey, type Span } from './wrapperMember.ts';
import { findWrapper } from './wrapperSearch.ts';
import { readWrapperTail } from './wrapperTail.ts';

/** Reads what stands around the list of a wrapper. Each object outside of arrays may be one, wherever it stands. */
export class Wrappers {
  /** So many bytes of the object that was asked for last were looked at in vain. */
  inVain = 0;
  /** After a tail that is broken: index of the byte at which reading failed. */
  failure = 0;
  private readonly place: ReadingPlace;
  private readonly list: OpenList;
  private known: Uint8Array | undefined;
  private knownSettles = false;

  constructor(place: ReadingPlace, list: OpenList) {
    this.place = place;
    this.list = list;
  }

  /** Enters the list of the object at the current place, if it is a wrapper. */
  open(final: boolean): 'opened' | 'record' | 'wait' {
    const { place, list } = this;
    const { window, shape } = place;
    this.inVain = 0;
    if (this.beginsAsRecord() || !place.mayTry) {
      return 'record';
    }
    const mayBe = shape.records === 0 || shape.isWrapper;
    const search = findWrapper(window.bytes, window.position, window.length, mayBe, final);
    switch (search.kind) {
      case 'incomplete':
        return 'wait';
      case 'record':
        this.inVain = search.inVain;
        return 'record';
      case 'wrapper':
        place.spent += search.inVain;
        this.noteNextLink(search.nextLink);
        shape.wrapper();
        list.inWrapper = true;
        window.position = search.list;
        list.open();
        return 'opened';
    }
  }

  /** Reads one thing behind the list. At the end of the source nothing need follow. */
  readTail(final: boolean): 'member' | 'closed' | 'broken' | 'ended' | 'wait' {
    const { window } = this.place;
    const tail = readWrapperTail(window.bytes, window.position, window.length);
    switch (tail.kind) {
      case 'incomplete':
        if (!final) {
          return 'wait';
        }
        window.position = window.length;
        return 'ended';
      case 'member':
        if (this.list.endsBroken && this.holdsRecord(tail.end)) {
          this.failure = window.position;
          this.list.inWrapper = false;
          return 'broken';
        }
        this.noteNextLink(tail.nextLink);
        window.position = tail.end;
        return 'member';
      case 'close':
        window.position = tail.end;
        this.list.inWrapper = false;
        return 'closed';
      case 'invalid':
        window.position = tail.start;
        this.failure = tail.failure;
        this.list.inWrapper = false;
        return 'broken';
    }
  }

  /** Most objects begin with the very key with which the first record did, and need no further look. */
  private beginsAsRecord(): boolean {
    const { opening, window } = this.place;
    if (this.known !== opening) {
      this.known = opening;
      this.knownSettles = isRecordKey(sourceText(opening, 1, opening.length - 1));
    }
    return this.knownSettles && startsWith(window.bytes, skipBlanks(window.bytes, window.position + 1, window.length), opening);
  }

  /** Whether a record stands within the member at the current place: then it is one of a record that is broken. */
  private holdsRecord(end: number): boolean {
    const { window, opening } = this.place;
    const stretch = { start: window.position, failure: window.position, openings: [opening], mayGoBack: true };
    return new EmbeddedRecord(window.bytes, end, stretch, true).search(end - 1) !== nothingYet;
  }

  private noteNextLink(link: Span | undefined): void {
    if (link !== undefined) {
      this.place.tell('value.partialExport', link.start, link.end);
    }
  }
}
