import { hiddenCharacter } from '../../src/protocol/visibleText.ts';

/** A stretch of text, or one character that is shown by its name. */
export interface VisiblePart {
  readonly text: string;
  /** `U+202E`, of a character that is not seen, or that reorders what is around it. */
  readonly name?: string;
}

/** Parts a text of a log where it has characters that would not be seen. All parts together are the text. */
export function visibleParts(text: string): readonly VisiblePart[] {
  const parts: VisiblePart[] = [];
  let at = 0;
  for (const { 0: character, index } of text.matchAll(hiddenCharacter)) {
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
