/**
 * The place in a text that is laid out anew of what is at a place of the first: nothing but blanks outside of strings may differ, as
 * `prettyText` has it. Of a blank it is the place after what precedes it.
 */
export function samePlace(text: string, offset: number, other: string): number {
  return offsetAfter(other, countedBefore(text, offset));
}

/** How many units that are no blanks between tokens are before an offset. */
function countedBefore(text: string, offset: number): number {
  let counted = 0;
  visitTokens(text, (start, end) => {
    counted += Math.max(0, Math.min(end, offset) - start);
    return end < offset;
  });
  return counted;
}

/** Where in a text the unit is that has so many before it which are no blanks between tokens. */
function offsetAfter(text: string, count: number): number {
  let left = count;
  let found = text.length;
  visitTokens(text, (start, end) => {
    found = start + left;
    left -= end - start;
    return left >= 0;
  });
  return left >= 0 ? text.length : found;
}

/** Visits what is between blanks until the visitor returns false; a string is one stretch, with its blanks. */
function visitTokens(text: string, visit: (start: number, end: number) => boolean): void {
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\[^])*(?:"|\\?$)|[^\s"]+/g)) {
    if (!visit(index, index + token.length)) {
      return;
    }
  }
}
