import type { TextRange, TextStart } from '../../protocol/reference.ts';

/** A place of the longer text as the shorter one counts; what lies before its beginning becomes its beginning. */
export function rangeWithin({ startLine, startColumn, endLine, endColumn }: TextRange, start: TextStart): TextRange {
  const from = placeWithin(startLine, startColumn, start);
  const to = placeWithin(endLine, endColumn, start);
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

/** A place of the shorter text as the longer one counts. */
export function placeOutside(line: number, column: number, start: TextStart): { readonly line: number; readonly column: number } {
  return { line: line + start.startLine, column: line === 0 ? column + start.startColumn : column };
}

function placeWithin(
  line: number,
  column: number,
  { startLine, startColumn }: TextStart,
): { readonly line: number; readonly column: number } {
  if (line < startLine) {
    return { line: 0, column: 0 };
  }
  return { line: line - startLine, column: line === startLine ? Math.max(0, column - startColumn) : column };
}
