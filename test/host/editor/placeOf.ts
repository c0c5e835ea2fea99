export interface Place {
  readonly line: number;
  readonly character: number;
}

/** Where a character of a text is: line and column from 0. */
export function placeOf(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}
