import { skipBlanks } from '../json/jsonScanner.ts';
import type { Wrapping } from '../recovery/listBracket.ts';
import { signatureAt } from '../recovery/recordSignature.ts';
import type { ReaderContext } from './readerContext.ts';
import type { ListNames } from './listNames.ts';

/** How far is looked for what is after several brackets: endless nesting must not be looked through at each. */
const maxBrackets = 64;

/** So many wrappers are kept in mind that are within each other: more are not closed one by one. */
const maxWrappers = 1024;

/** A list in which the wrapper of another one is. */
interface OuterList {
  /** Among how many others it is, itself included. */
  readonly depth: number;
  readonly inWrapper: boolean;
  readonly inner: number;
  readonly around: number;
  readonly names: ListNames | undefined;
  readonly commaMissing: boolean;
  readonly outer: OuterList | undefined;
}

/** The array in which the records are, if they are in one: its commas, and arrays within it. */
export class OpenList {
  isOpen = false;
  /** It is the list of a wrapper. */
  inWrapper = false;
  /** The list that was closed last ends after what cannot be read: its bracket may be one of a record. */
  endsBroken = false;
  /** Of the wrapper: how many objects are around it that are parts of it; none of them is in a list. */
  around = 0;
  /** Of the wrapper: the keys of its lists so far. */
  names: ListNames | undefined;
  private readonly place: ReaderContext;
  /** Arrays that are open within the array. */
  private inner = 0;
  /** Where the wrapper of the list is in another. */
  private outer: OuterList | undefined;
  /** What is before the current place, if anything can be said of it. */
  private before: 'nothing' | 'item' | 'comma' | 'unknown' = 'nothing';
  /** The comma before the last item was missing: where none is written, that is reported once. */
  private commaMissing = false;
  /** Offset in the source of a comma that no item has followed yet, or -1. */
  private commaAt = -1;
  private commaLine = 1;

  constructor(place: ReaderContext) {
    this.place = place;
  }

  /** Takes over the state of another one, which this does not share afterwards. */
  copyFrom(other: OpenList): void {
    this.isOpen = other.isOpen;
    this.inWrapper = other.inWrapper;
    this.endsBroken = other.endsBroken;
    this.around = other.around;
    this.names = other.names;
    this.inner = other.inner;
    this.outer = other.outer;
    this.before = other.before;
    this.commaMissing = other.commaMissing;
    this.commaAt = other.commaAt;
    this.commaLine = other.commaLine;
  }

  /** What is around the list. */
  get wrapping(): Wrapping {
    return !this.inWrapper ? 'none' : this.outer === undefined ? 'wrapper' : 'wrapperInList';
  }

  /** It is open, and its last items are without commas as if it were none: that has been reported. */
  get isDoubtful(): boolean {
    return this.isOpen && this.commaMissing;
  }

  /** Enters the list of the wrapper at the current place: its bracket is at an index, within so many objects beyond the innermost. */
  openWrapper(bracket: number, around: number, names: ListNames | undefined): void {
    if (this.isOpen) {
      this.beginItem();
      const { inWrapper, inner, outer, commaMissing } = this;
      const depth = (outer?.depth ?? 0) + 1;
      this.outer = depth > maxWrappers ? outer : { depth, inWrapper, inner, around: this.around, names: this.names, commaMissing, outer };
      this.inner = 0;
    }
    this.inWrapper = true;
    this.around = around;
    this.names = names;
    this.place.window.position = bracket;
    this.open();
  }

  /** Enters a further list of the wrapper, after the one that was closed: its bracket is at an index. */
  openFurther(bracket: number): void {
    this.place.window.position = bracket;
    this.open();
  }

  /** The innermost object around the list was closed. False if that was the whole wrapper. */
  leaveObject(): boolean {
    this.names = undefined;
    const { around } = this;
    this.around = Math.max(0, around - 1);
    return around > 0;
  }

  /** Leaves the wrapper whose list was closed, for the list in which it is, if it is in one. */
  leaveWrapper(): void {
    const { outer } = this;
    this.inWrapper = false;
    this.around = 0;
    this.names = undefined;
    if (outer !== undefined) {
      this.isOpen = true;
      this.inWrapper = outer.inWrapper;
      this.inner = outer.inner;
      this.around = outer.around;
      this.names = outer.names;
      this.commaMissing = outer.commaMissing;
      this.outer = outer.outer;
      this.before = 'item';
    }
  }

  /** Reads the bracket at the current place. */
  open(): void {
    this.place.shape.array();
    this.place.window.position++;
    this.isOpen = true;
    this.commaMissing = false;
    this.before = 'nothing';
    this.commaAt = -1;
  }

  /** What an array within this one holds, which begins at the current place. */
  innerHolds(final: boolean): 'records' | 'other' | 'unknown' {
    const { bytes, length, position } = this.place.window;
    const limit = Math.min(length, position + maxBrackets);
    let first = skipBlanks(bytes, position + 1, limit);
    while (bytes[first] === 0x5b && first < limit) {
      first = skipBlanks(bytes, first + 1, limit);
    }
    const signature = first === length && !final ? 'unknown' : signatureAt(bytes, first, length, [], final);
    return signature === 'unknown' ? signature : signature === 'none' ? 'other' : 'records';
  }

  /** Records within a further array are records still: a bracket too many hides none of them. */
  openInner(): void {
    const { place } = this;
    this.beginItem();
    place.report('syntax.notAnObject', place.window.position, place.window.position + 1);
    place.window.position++;
    this.before = 'nothing';
    this.inner++;
  }

  /** Reads the comma at the current place. */
  comma(): void {
    const { place } = this;
    const { window, lines } = place;
    if (!this.isOpen) {
      place.shape.comma();
    } else {
      if (this.before === 'nothing' || this.before === 'comma') {
        place.report('syntax.invalid', window.position, window.position + 1, 'extraComma');
      }
      lines.advance(window, window.position);
      this.commaLine = lines.line;
    }
    this.commaAt = place.offset;
    this.commaMissing = false;
    this.before = 'comma';
    window.position++;
  }

  /** Reads the closing bracket at the current place. Whether the list itself has ended. */
  close(): boolean {
    this.place.window.position++;
    this.endsBroken = this.before === 'unknown';
    if (this.inner > 0 || !this.inWrapper) {
      this.reportTrailingComma();
    }
    if (this.inner > 0) {
      this.inner--;
      this.before = 'item';
      return false;
    }
    this.isOpen = false;
    return true;
  }

  /** No item follows the last comma: of a wrapper that is known after its list only, whose bracket may be one too many. */
  reportTrailingComma(): void {
    if (this.commaAt !== -1) {
      const { commaAt: start, commaLine: line } = this;
      this.place.broken({ code: 'syntax.trailingComma', start, end: start + 1, failure: start, line });
    }
    this.commaAt = -1;
  }

  /** An item begins at the current place: a comma must have been before it, unless it is the first. */
  beginItem(): void {
    if (this.isOpen && this.before === 'item' && !this.commaMissing) {
      const { position } = this.place.window;
      this.commaMissing = true;
      this.place.report('syntax.invalid', position, position + 1, 'comma');
    }
    this.forget();
  }

  endItem(): void {
    this.before = 'item';
  }

  /** What was before the current place says nothing any more: nothing is missing there, or too much. */
  forget(): void {
    this.before = 'unknown';
    this.commaAt = -1;
  }
}
