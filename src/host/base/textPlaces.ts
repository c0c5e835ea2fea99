/** Lines end as VS Code and the engine count them. */
const lineBreak = /\r\n|\n|\r/g;

/** The offset of a place of a text, line and column from 0; the end of a line, or of the text, for one after it. */
export function offsetAt(text: string, line: number, column: number): number {
  const breaks = new RegExp(lineBreak);
  let start = 0;
  for (let passed = 0; passed < line; passed++) {
    if (breaks.exec(text) === null) {
      return text.length;
    }
    start = breaks.lastIndex;
  }
  return Math.min(start + column, breaks.exec(text)?.index ?? text.length);
}

/** The place of an offset of a text, line and column from 0. */
export function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 0;
  let start = 0;
  for (const { 0: found, index } of text.matchAll(lineBreak)) {
    if (index + found.length > offset) {
      break;
    }
    line++;
    start = index + found.length;
  }
  return { line, column: offset - start };
}
