import { AlignedTexts } from '../../core/json/alignedTexts.ts';
import type { TextRange, TextStart } from '../../protocol/reference.ts';
import { placeOutside, rangeWithin } from '../base/rangeWithin.ts';
import { TextPlaces } from '../base/textPlaces.ts';

/** The places of a record in the text of its log, and in its own text with a line for each of its values. Lines and columns from 0. */
export class PrettyPlaces {
  readonly #start: TextStart;
  readonly #written: TextPlaces;
  readonly #pretty: TextPlaces;
  readonly #texts: readonly [written: string, pretty: string];
  #known: AlignedTexts | undefined;

  /** @param text As the log writes it, from `start` on. */
  constructor(text: string, pretty: string, start: TextStart) {
    this.#start = start;
    this.#written = new TextPlaces(text);
    this.#pretty = new TextPlaces(pretty);
    this.#texts = [text, pretty];
  }

  /** How many lines the record has when it is laid out. */
  get lineCount(): number {
    return this.#pretty.lineCount;
  }

  /** Where it ends on the last of them. */
  get lastColumn(): number {
    return this.#pretty.placeAt(this.#texts[1].length).column;
  }

  /** Of most records nobody asks for a place. */
  get #aligned(): AlignedTexts {
    return (this.#known ??= new AlignedTexts(...this.#texts));
  }

  toLog(line: number, column: number): { readonly line: number; readonly column: number } {
    const place = this.#written.placeAt(this.#aligned.toFirst(this.#pretty.offsetAt(line, column)));
    return placeOutside(place.line, place.column, this.#start);
  }

  /** A stretch of the log; what is outside of the record becomes its beginning or end. */
  toPretty(stretch: TextRange): TextRange {
    const { startLine, startColumn, endLine, endColumn } = rangeWithin(stretch, this.#start);
    const [from, to] = [this.#written.offsetAt(startLine, startColumn), this.#written.offsetAt(endLine, endColumn)];
    const first = this.#pretty.placeAt(this.#aligned.toSecond(from));
    // The last unit decides: after it there may be blanks that are no part of the stretch.
    const end = to > from ? this.#aligned.toSecond(to - 1) + 1 : this.#aligned.toSecond(from);
    const last = this.#pretty.placeAt(end);
    return { startLine: first.line, startColumn: first.column, endLine: last.line, endColumn: last.column };
  }
}
