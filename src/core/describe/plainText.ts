/**
 * Text of a log on its way into a sentence: one line, of bounded length, and unable to rearrange the words around it.
 * The whole text is in the record's fields; a sentence only has to say which one is meant.
 *
 * @param longest UTF-16 units that are kept of a longer text.
 */
export function plainText(text: string, longest: number): string {
  return text.length <= longest ? inert(text) : `${inert(start(text, longest))}…`;
}

/** As {@link plainText}, for a name, whose end tells as much as its start: what is too long is left out in the middle. */
export function plainName(name: string, longest: number): string {
  const half = longest / 2;
  return name.length <= longest ? inert(name) : `${inert(start(name, Math.ceil(half)))}…${inert(end(name, Math.floor(half)))}`;
}

function inert(text: string): string {
  return text.replace(disturbing, '\ufffd');
}

/** Controls, line and paragraph separators, directional controls and lone surrogates. */
const disturbing = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The first UTF-16 units, never half a character. */
function start(text: string, length: number): string {
  return text.slice(0, splitsPair(text, length) ? length - 1 : length);
}

/** The last UTF-16 units, never half a character. */
function end(text: string, length: number): string {
  const from = text.length - length;
  return text.slice(splitsPair(text, from) ? from + 1 : from);
}

function splitsPair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at - 1]!) && /[\udc00-\udfff]/.test(text[at]!);
}
