import { visibleText } from '../protocol/visibleText.ts';

/** Text of a log made safe for a terminal: {@link visibleText}, and control characters that move the cursor as escapes too. */
export function visible(text: string): string {
  return visibleText(text).replace(/[\t\n\r]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
