/**
 * Text of a log on its way into a sentence: one line, of bounded length, and unable to rearrange the words around it.
 * The whole text is in the record's fields; a sentence only has to say which one is meant.
 */
export function plainText(text: string, longest: number): string {
  return cut(text, longest).replace(disturbing, '\ufffd');
}

/** Controls, line and paragraph separators, directional controls and lone surrogates. */
const disturbing = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The first `longest` UTF-16 units, never half a character; a cut is marked by an ellipsis. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) {
    return text;
  }
  const splitsPair = text.charCodeAt(longest - 1) >= 0xd800 && text.charCodeAt(longest - 1) <= 0xdbff;
  return `${text.slice(0, splitsPair ? longest - 1 : longest)}…`;
}
