import { EmbeddedRecord, nothingYet } from '../recovery/embeddedRecord.ts';
import { isBlank, Scan, skipBlanks } from '../json/jsonScanner.ts';
import { signatureAt, startsWith } from '../recovery/recordSignature.ts';
import type { OpenList } from './openList.ts';
import type { ReaderContext } from './readerContext.ts';
import { sourceText } from '../json/utf8.ts';
import { isListKey, listKeys } from '../formats/listKeys.ts';
import type { Inside } from './otherLists.ts';
import { findRecordKey } from './recordKeys.ts';
import { hasName, withName } from './listNames.ts';
import type { Member, Span } from '../json/readMember.ts';
import { isRecordKey } from '../formats/attestation/identifyingKeys.ts';
import { findWrapper, type FoundList } from './wrapperSearch.ts';
import { goesOnAfter, readWrapperTail } from './wrapperTail.ts';

/** So much of a broken stretch is looked at for the head of a wrapper. */
const maxHeadLength = 512;

/** The key of a list, and what may be after it before the first record, broken or not. */
const endsInListHead = new RegExp(`\\b(${listKeys.join('|')})["']?\\s*:?\\s*(\\[[^{}]*)?$`, 'i');

const escapedCharacter = /\\u([0-9a-f]{4})/gi;

/** Reads what is around the lists of a wrapper. Each object that is no part of a record may be one, wherever it is. */
export class Wrappers {
  /** So many bytes of the object that was asked for last were looked at in vain. */
  inVain = 0;
  /** A list of objects in the object that was asked for last, if that is a record: it is reported with it. */
  inside: Inside | undefined;
  /** After a tail that is broken: index of the byte at which reading failed. */
  failure = 0;
  private readonly place: ReaderContext;
  private readonly list: OpenList;
  private readonly ownKeys: ReadonlySet<string>;
  private known: Uint8Array | undefined;
  private knownSettles = false;

  /** @param ownKeys Keys of records of some format, and of no object around records. */
  constructor(place: ReaderContext, list: OpenList, ownKeys: ReadonlySet<string>) {
    this.place = place;
    this.list = list;
    this.ownKeys = ownKeys;
  }

  /** Enters the list of the object at the current place, if it is a wrapper. */
  open(final: boolean): 'opened' | 'record' | 'wait' {
    const { place, list } = this;
    const { window, shape } = place;
    this.inVain = 0;
    this.inside = undefined;
    if (this.beginsAsRecord() || !place.mayTry) {
      return 'record';
    }
    // In the list of a wrapper only what holds records for sure is a wrapper again.
    const isAfterRecords = list.state.inWrapper || (shape.records > 0 && !shape.isWrapper);
    const before = isAfterRecords ? 'records' : shape.isWrapper ? 'wrappers' : 'nothing';
    const search = findWrapper(window.bytes, window.position, window.length, before, final, this.ownKeys);
    switch (search.kind) {
      case 'incomplete':
        return 'wait';
      case 'record':
        this.inVain = search.inVain;
        this.inside = search.inside;
        return 'record';
      case 'wrapper':
        place.state.spent += search.inVain;
        shape.wrapper();
        list.openWrapper(search.list, search.around, search.names);
        // Lines are counted up to the list now.
        this.noteHead(search);
        return 'opened';
    }
  }

  /** Reads one thing after the list. At the end of the source nothing need follow. */
  readTail(final: boolean): 'list' | 'member' | 'closed' | 'broken' | 'ended' | 'wait' {
    const { list } = this;
    const { window, state } = this.place;
    const tail = readWrapperTail(window.bytes, window.position, window.length, list.state.names, state.opening);
    let goesOn: boolean | undefined;
    switch (tail.kind) {
      case 'incomplete':
        if (!final) {
          return 'wait';
        }
        list.reportTrailingComma();
        if (this.holdsRecord(window.length)) {
          return this.breakOff(window.position);
        }
        window.position = window.length;
        return 'ended';
      case 'list':
        list.reportTrailingComma();
        this.noteKey(tail.member, true);
        list.openFurther(tail.member.value);
        return 'list';
      case 'member':
        goesOn = goesOnAfter(window.bytes, tail.end, window.length, final);
        if (goesOn === undefined) {
          return 'wait';
        }
        list.reportTrailingComma();
        if (!goesOn && this.isRecord(tail.member.value, tail.end)) {
          // The wrapper was cut before the value: the record that follows is none.
          return this.leaveAt(tail.member.value);
        }
        if ((list.state.endsBroken || !goesOn) && this.holdsRecord(tail.end)) {
          return this.breakOff(window.position);
        }
        this.noteKey(tail.member, false);
        this.noteNextLink(tail.nextLink);
        window.position = tail.end;
        return 'member';
      case 'close':
        list.reportTrailingComma();
        if (tail.comma !== -1) {
          this.place.report('syntax.trailingComma', tail.comma, tail.comma + 1);
        }
        window.position = tail.end;
        if (list.leaveObject()) {
          return 'member';
        }
        list.leaveWrapper();
        return 'closed';
      case 'item':
        // The bracket before it was one too many, or what closes the wrapper is missing.
        window.position = tail.start;
        return this.leaveAt(tail.end);
      case 'invalid':
        list.reportTrailingComma();
        window.position = tail.start;
        return this.breakOff(tail.failure);
    }
  }

  /** A broken stretch outside of lists has begun at an index: after the head of a wrapper come the records, and its end. */
  passBroken(start: number): void {
    const { shape, window } = this.place;
    const mayBe = !this.list.state.isOpen && (shape.records === 0 || shape.isWrapper);
    if (mayBe && signatureAt(window.bytes, start, window.length, [], true) === 'none') {
      const end = window.position;
      const head = sourceText(window.bytes, Math.max(start, end - maxHeadLength), end);
      const written = head.replace(escapedCharacter, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
      this.place.state.brokenWrappers += endsInListHead.test(written) ? 1 : 0;
    }
  }

  /** Counts the list whose beginning is not in the file, at its bracket, as that of a wrapper or as one of its own. False if more bytes are needed. */
  countLostList(final: boolean): boolean {
    const { place } = this;
    const { bytes, length, position } = place.window;
    const next = skipBlanks(bytes, position + 1, length);
    if (next === length && !final) {
      return false;
    }
    const inWrapper = next < length && (bytes[next] === 0x2c || bytes[next] === 0x7d);
    place.state.brokenWrappers += inWrapper ? 1 : 0;
    place.state.brokenLists += inWrapper ? 0 : 1;
    place.state.listLostBeginning = false;
    return true;
  }

  /** Reads the bracket at the current place, of the list of a wrapper that was reported as broken. */
  closeBroken(): void {
    const { list, place } = this;
    place.state.brokenWrappers--;
    place.shape.wrapper();
    place.window.position++;
    list.state.inWrapper = true;
    list.state.endsBroken = true;
  }

  /** The brace at the current place is that of a wrapper that was reported as broken, whose list was closed before or never opened. */
  passBrace(): true {
    this.place.state.brokenWrappers--;
    this.place.window.position++;
    return true;
  }

  private breakOff(failure: number): 'broken' {
    this.failure = failure;
    this.leaveBroken();
    return 'broken';
  }

  /** What is before a record, at an index, is no end of the wrapper. */
  private leaveAt(record: number): 'closed' {
    const { list, place } = this;
    const { bytes, position: start } = place.window;
    let end = record;
    while (end > start && isBlank(bytes[end - 1]!)) {
      end--;
    }
    place.report('syntax.invalid', start, Math.max(end, start + 1));
    place.window.position = record;
    this.leaveBroken();
    list.forget();
    return 'closed';
  }

  private leaveBroken(): void {
    const { around } = this.list.state;
    this.list.leaveWrapper();
    this.place.state.brokenWrappers += this.list.state.isOpen ? 0 : 1 + around;
  }

  /** Most objects begin with the very key with which the first record did, and need no further look. */
  private beginsAsRecord(): boolean {
    const { window, state } = this.place;
    const { opening } = state;
    if (this.known !== opening) {
      this.known = opening;
      const key = sourceText(opening, 1, opening.length - 1);
      this.knownSettles = isRecordKey(key) || this.ownKeys.has(key);
    }
    return this.knownSettles && startsWith(window.bytes, skipBlanks(window.bytes, window.position + 1, window.length), opening);
  }

  /** Whether a record is within the member at the current place: then it is one of a record that is broken. */
  private holdsRecord(end: number): boolean {
    const { window, state } = this.place;
    const stretch = { start: window.position, failure: window.position, openings: [state.opening], mayGoBack: true };
    return new EmbeddedRecord(window.bytes, end, stretch, true).search(end - 1) !== nothingYet;
  }

  private isRecord(start: number, end: number): boolean {
    const { bytes } = this.place.window;
    return bytes[start] === 0x7b && findRecordKey(bytes, start, end, new Scan()) !== -1;
  }

  private noteKey({ key, keySpan }: Member, isList: boolean): void {
    const { names } = this.list.state;
    this.noteRepeated(hasName(names, key) ? keySpan : undefined);
    this.list.state.names = isList || isListKey(key) ? withName(names, key) : names;
  }

  /** Reports what is before the list, in its order. */
  private noteHead({ nextLink, repeated }: FoundList): void {
    const isRepeatedFirst = nextLink !== undefined && repeated !== undefined && repeated.start < nextLink.start;
    this.noteRepeated(isRepeatedFirst ? repeated : undefined);
    this.noteNextLink(nextLink);
    this.noteRepeated(isRepeatedFirst ? undefined : repeated);
  }

  private noteRepeated(key: Span | undefined): void {
    if (key !== undefined) {
      this.place.report('syntax.duplicateKey', key.start, key.end);
    }
  }

  private noteNextLink(link: Span | undefined): void {
    if (link !== undefined) {
      this.place.report('value.partialExport', link.start, link.end);
    }
  }
}
