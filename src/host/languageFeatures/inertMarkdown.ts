/**
 * Markdown that shows exactly this text, on one line. VS Code's own `appendText` leaves addresses and `<…>` alone, which
 * Markdown turns into links; here every character that could mean something is written by its number.
 */
export function inertMarkdown(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[!-/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`);
}
