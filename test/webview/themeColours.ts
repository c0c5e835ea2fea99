import { type Colour, overlay, parseColour } from '../../webview/theme/colour.ts';
import type { ThemeReader } from '../../webview/theme/themeReader.ts';
import { themes, type ThemeName } from './themes.ts';

export const themeNames = Object.keys(themes) as readonly ThemeName[];

/** Reads a theme as the page does. */
export function readerOf(theme: ThemeName): ThemeReader {
  return (name) => themes[theme].variables[name] ?? '';
}

/** What is seen of a colour of a theme on the page; undefined where the theme leaves it out. */
export function seenColour(theme: ThemeName, name: string, opacity = 1): Colour | undefined {
  const read = readerOf(theme);
  const colour = parseColour(read(name));
  return colour && overlay(colour, parseColour(read('editor-background'))!, opacity);
}
