/** The lines of a text, which end as VS Code and the engine count them. */
export class TextPlaces {
  readonly #length: number;
  /** Where each line begins, and where what ends the line before it does. */
  readonly #lines: { readonly start: number; readonly endBefore: number }[] = [{ start: 0, endBefore: 0 }];

  constructor(text: string) {
    this.#length = text.length;
    for (const { 0: found, index } of text.matchAll(/\r\n|\n|\r/g)) {
      this.#lines.push({ start: index + found.length, endBefore: index });
    }
  }

  get lineCount(): number {
    return this.#lines.length;
  }

  /** The offset of a place, line and column from 0; the end of a line, or of the text, for one after it. */
  offsetAt(line: number, column: number): number {
    const end = this.#lines[line + 1]?.endBefore ?? this.#length;
    return Math.min((this.#lines[line]?.start ?? end) + column, end);
  }

  /** The place of an offset, line and column from 0. */
  placeAt(offset: number): { readonly line: number; readonly column: number } {
    let low = 0;
    for (let high = this.#lines.length; low < high;) {
      const middle = (low + high) >>> 1;
      if (this.#lines[middle]!.start <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    const line = low - 1;
    return { line, column: offset - this.#lines[line]!.start };
  }
}
