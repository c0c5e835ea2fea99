import { skipBlanks } from '../json/jsonScanner.ts';
import type { Wrapping } from '../recovery/listBracket.ts';
import { signatureAt } from '../recovery/recordSignature.ts';
import type { ListState } from './parserState.ts';
import type { ReaderContext } from './readerContext.ts';
import type { ListNames } from './listNames.ts';

/** How far is looked for what is after several brackets: endless nesting must not be looked through at each. */
const maxBrackets = 64;

/** So many wrappers are kept in mind that are within each other: more are not closed one by one. */
const maxWrappers = 1024;

/** The array in which the records are, if they are in one: its commas, and arrays within it. */
export class OpenList {
  readonly state: ListState;
  private readonly place: ReaderContext;

  constructor(place: ReaderContext) {
    this.state = place.state.list;
    this.place = place;
  }

  /** What is around the list. */
  get wrapping(): Wrapping {
    return !this.state.inWrapper ? 'none' : this.state.outer === undefined ? 'wrapper' : 'wrapperInList';
  }

  /** It is open, and its last items are without commas as if it were none: that has been reported. */
  get isDoubtful(): boolean {
    return this.state.isOpen && this.state.commaMissing;
  }

  /** Enters the list of the wrapper at the current place: its bracket is at an index, within so many objects beyond the innermost. */
  openWrapper(bracket: number, around: number, names: ListNames | undefined): void {
    if (this.state.isOpen) {
      this.beginItem();
      const { inWrapper, inner, outer, commaMissing, around: outerAround, names: outerNames } = this.state;
      const depth = (outer?.depth ?? 0) + 1;
      this.state.outer =
        depth > maxWrappers ? outer : { depth, inWrapper, inner, around: outerAround, names: outerNames, commaMissing, outer };
      this.state.inner = 0;
    }
    this.state.inWrapper = true;
    this.state.around = around;
    this.state.names = names;
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
    this.state.names = undefined;
    const { around } = this.state;
    this.state.around = Math.max(0, around - 1);
    return around > 0;
  }

  /** Leaves the wrapper whose list was closed, for the list in which it is, if it is in one. */
  leaveWrapper(): void {
    const { outer } = this.state;
    this.state.inWrapper = false;
    this.state.around = 0;
    this.state.names = undefined;
    if (outer !== undefined) {
      this.state.isOpen = true;
      this.state.inWrapper = outer.inWrapper;
      this.state.inner = outer.inner;
      this.state.around = outer.around;
      this.state.names = outer.names;
      this.state.commaMissing = outer.commaMissing;
      this.state.outer = outer.outer;
      this.state.before = 'item';
    }
  }

  /** Reads the bracket at the current place. */
  open(): void {
    this.place.shape.array();
    this.place.window.position++;
    this.state.isOpen = true;
    this.state.commaMissing = false;
    this.state.before = 'nothing';
    this.state.commaAt = -1;
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
    this.state.before = 'nothing';
    this.state.inner++;
  }

  /** Reads the comma at the current place. */
  comma(): void {
    const { place } = this;
    const { window, lines } = place;
    if (!this.state.isOpen) {
      place.shape.comma();
    } else {
      if (this.state.before === 'nothing' || this.state.before === 'comma') {
        place.report('syntax.invalid', window.position, window.position + 1, 'extraComma');
      }
      lines.advance(window, window.position);
      this.state.commaLine = lines.line;
    }
    this.state.commaAt = place.offset;
    this.state.commaMissing = false;
    this.state.before = 'comma';
    window.position++;
  }

  /** Reads the closing bracket at the current place. Whether the list itself has ended. */
  close(): boolean {
    this.place.window.position++;
    this.state.endsBroken = this.state.before === 'unknown';
    if (this.state.inner > 0 || !this.state.inWrapper) {
      this.reportTrailingComma();
    }
    if (this.state.inner > 0) {
      this.state.inner--;
      this.state.before = 'item';
      return false;
    }
    this.state.isOpen = false;
    return true;
  }

  /** No item follows the last comma: of a wrapper that is known after its list only, whose bracket may be one too many. */
  reportTrailingComma(): void {
    if (this.state.commaAt !== -1) {
      const { commaAt: start, commaLine: line } = this.state;
      this.place.broken({ code: 'syntax.trailingComma', start, end: start + 1, failure: start, line });
    }
    this.state.commaAt = -1;
  }

  /** An item begins at the current place: a comma must have been before it, unless it is the first. */
  beginItem(): void {
    if (this.state.isOpen && this.state.before === 'item' && !this.state.commaMissing) {
      const { position } = this.place.window;
      this.state.commaMissing = true;
      this.place.report('syntax.invalid', position, position + 1, 'comma');
    }
    this.forget();
  }

  endItem(): void {
    this.state.before = 'item';
  }

  /** What was before the current place says nothing any more: nothing is missing there, or too much. */
  forget(): void {
    this.state.before = 'unknown';
    this.state.commaAt = -1;
  }
}
