/**
 * One character that is not seen, or that reorders what is around it: controls, line and paragraph separators, lone surrogates,
 * directional controls, and what has no width. Tabs are none, and neither are joiners, which emoji and scripts need.
 */
export const hiddenCharacter =
  /(?!\t)[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/** A character that is read from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Line ends, which every place collapses or shows. */
const lineEnds = new Set(['\n', '\r']);

/**
 * Text of a log as it can be shown beside other text: what would not be seen, or would reorder what is around it, is written as JSON
 * writes it (`\u202e`). So a name cannot pass for another by characters that nobody sees.
 */
export function visibleText(text: string): string {
  return text.replace(hiddenCharacter, (character) => (lineEnds.has(character) ? character : escaped(character)));
}

/** Whether some of the text is read from right to left: pieces of it cannot be put beside each other from left to right. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join('');
}
