import { colourText, legible, overlay, parseColour } from '../theme/colour.ts';
import { themeReader, watchTheme, type ThemeReader } from '../theme/themeReader.ts';
import type { TokenKind } from './jsonTokens.ts';

/** What text needs to be read on its ground, by WCAG 2.1 (1.4.3). */
const minContrast = 4.5;

/**
 * The theme's colours from which those of tokens are made, the best first. VS Code gives no page the colours of its editor's tokens
 * (https://github.com/microsoft/vscode/issues/32813): these are what it shows JSON values in while debugging, and fields in lists of
 * symbols, which is nearer to the keys of its editor than the names of a debugger.
 */
const themeColours: Readonly<Record<TokenKind, readonly string[]>> = {
  key: ['symbolIcon-fieldForeground', 'debugTokenExpression-name', 'editor-foreground', 'foreground'],
  string: ['debugTokenExpression-string', 'editor-foreground', 'foreground'],
  number: ['debugTokenExpression-number', 'editor-foreground', 'foreground'],
  word: ['debugTokenExpression-boolean', 'editor-foreground', 'foreground'],
  punctuation: ['editor-foreground', 'foreground'],
};

/** CSS variables of the tokens' colours, such as `--source-key`, moved until they can be read on the page. */
export function sourceColours(read: ThemeReader): ReadonlyMap<string, string> {
  const ground = parseColour(read('editor-background')) ?? { red: 0, green: 0, blue: 0, alpha: 1 };
  return new Map(
    Object.entries(themeColours).map(([kind, names]) => {
      const named = names.map(read).find((text) => text !== '') ?? '';
      const colour = parseColour(named);
      // What is no plain colour is left as the theme has it.
      return [`--source-${kind}`, colour === undefined ? named : colourText(legible(overlay(colour, ground), [ground], minContrast))];
    }),
  );
}

/** Keeps the variables of an element as the theme has them, until the function that it returns is called. */
export function keepSourceColours(element: HTMLElement): () => void {
  const apply = () => sourceColours(themeReader()).forEach((value, name) => element.style.setProperty(name, value));
  apply();
  return watchTheme(apply);
}
