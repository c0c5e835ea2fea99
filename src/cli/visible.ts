/**
 * Text of a log made safe for a terminal: control characters, which could move the cursor or forge output, and marks that
 * reorder text are shown as escapes.
 */
export function visible(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
