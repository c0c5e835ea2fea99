/** A text in three parts, of which the middle one is what another text does not have in this place. */
export type TextParts = readonly [start: string, differing: string, end: string];

/** Where two texts differ: all between what they begin with and what they end with alike. Characters are never divided. */
export function differingPart(first: string, second: string): { readonly first: TextParts; readonly second: TextParts } {
  const [left, right] = [[...first], [...second]];
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) {
    start++;
  }
  let end = 0;
  while (end < shorter - start && left[left.length - 1 - end] === right[right.length - 1 - end]) {
    end++;
  }
  return { first: parts(left, start, end), second: parts(right, start, end) };
}

function parts(text: readonly string[], start: number, end: number): TextParts {
  const last = text.length - end;
  return [text.slice(0, start).join(''), text.slice(start, last).join(''), text.slice(last).join('')];
}
