import { describe, expect, it } from 'vitest';
import { contrast, parseColour } from '../../../webview/theme/colour.ts';
import { sourceColours } from '../../../webview/source/sourceColours.ts';
import { readerOf, seenColour, themeNames } from '../themeColours.ts';

const variables = ['--source-key', '--source-string', '--source-number', '--source-word', '--source-punctuation'];

describe.each(themeNames)('in the theme %s', (theme) => {
  const colours = sourceColours(readerOf(theme));

  it('tokens have the contrast that text needs', () => {
    expect([...colours.keys()]).toEqual(variables);
    for (const [variable, colour] of colours) {
      expect(contrast(parseColour(colour)!, seenColour(theme, 'editor-background')!), variable).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('strings are as the theme has them where that is legible', () => {
    const own = seenColour(theme, 'debugTokenExpression-string')!;
    if (contrast(own, seenColour(theme, 'editor-background')!) >= 4.5) {
      expect(parseColour(colours.get('--source-string')!)).toEqual(own);
    }
  });
});

describe('a theme of others', () => {
  it('has keys from the next colour that it names', () => {
    const read = (name: string) =>
      ({ 'editor-background': '#000', 'debugTokenExpression-name': '#abcdef', foreground: '#eee' })[name] ?? '';
    expect(sourceColours(read).get('--source-key')).toBe('rgb(171, 205, 239)');
    expect(sourceColours(read).get('--source-number')).toBe('rgb(238, 238, 238)');
  });

  it('has its colours moved until they can be read, and those kept that are no plain colours', () => {
    const read = (name: string) =>
      ({ 'editor-background': '#fff', foreground: '#eee', 'debugTokenExpression-string': 'CanvasText' })[name] ?? '';
    expect(contrast(parseColour(sourceColours(read).get('--source-key')!)!, parseColour('#fff')!)).toBeGreaterThanOrEqual(4.5);
    expect(sourceColours(read).get('--source-string')).toBe('CanvasText');
  });
});
