/** A stretch of text, or one character that is shown by its name. */
export interface VisiblePart {
  readonly text: string;
  /** `U+202E`, of a character that is not seen, or that reorders what is around it. */
  readonly name?: string;
}

/**
 * Controls, line and paragraph separators, lone surrogates, directional controls, and what has no width. Tabs are left, and joiners,
 * which emoji and scripts need.
 */
const hidden = /(?!\t)[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/** Parts a text of a log where it has characters that would not be seen. All parts together are the text. */
export function visibleParts(text: string): readonly VisiblePart[] {
  const parts: VisiblePart[] = [];
  let at = 0;
  for (const { 0: character, index } of text.matchAll(hidden)) {
    if (index > at) {
      parts.push({ text: text.slice(at, index) });
    }
    parts.push({ text: character, name: `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}` });
    at = index + character.length;
  }
  if (at < text.length || at === 0) {
    parts.push({ text: text.slice(at) });
  }
  return parts;
}
